package space.opensensor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import space.opensensor.interop.sample.SynthData;

/**
 * The writers of {@link WriterBenchmark} in turns of one file each, by the time of the thread and not of the clock: figures that
 * hold on a machine that others use too. Argument: rounds; as many before them warm up.
 */
public final class WriterTurns {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WriterTurns() {
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = SynthData.MONTH;
        benchmark.setup();
        String[] names = {"oursAll", "oursModern", "parquetJava", "duckDbCopy"};
        long[][] times = new long[names.length][rounds];
        for (int round = -rounds; round < rounds; round++) {
            for (int i = 0; i < names.length; i++) {
                long time = time(writer(benchmark, names[i]));
                if (round >= 0) {
                    times[i][round] = time;
                }
            }
        }
        benchmark.close();
        System.out.println("ms of thread time, best and median of " + rounds + " files");
        for (int i = 0; i < names.length; i++) {
            Arrays.sort(times[i]);
            System.out.println(String.format(Locale.ROOT, "%-12s %6.1f %6.1f", names[i], times[i][0] / 1e6,
                    times[i][rounds / 2] / 1e6));
        }
    }

    private static Callable<Void> writer(WriterBenchmark benchmark, String name) {
        return () -> {
            switch (name) {
                case "oursAll" -> benchmark.oursAll();
                case "oursModern" -> benchmark.oursModern();
                case "parquetJava" -> benchmark.parquetJava();
                default -> benchmark.duckDbCopy();
            }
            return null;
        };
    }

    private static long time(Callable<Void> writer) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        writer.call();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
