package space.opensensor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import space.opensensor.interop.sample.SynthData;

/**
 * The writers of {@link WriterBenchmark} in turns of one file each, by the time of the thread and not of the clock: figures that
 * hold on a machine that others use too. Argument: rounds; as many before them warm up.
 */
public final class WriterTurns {

    private static final String[] NAMES = {"oursAll", "oursModern", "parquetJava", "duckDbCopy"};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WriterTurns() {
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = SynthData.MONTH;
        benchmark.setup();
        Ratios.Work[] writers = {benchmark::oursAll, benchmark::oursModern, benchmark::parquetJava, benchmark::duckDbCopy};
        long[][] times = new long[writers.length][rounds];
        for (int round = -rounds; round < rounds; round++) {
            for (int i = 0; i < writers.length; i++) {
                long before = THREADS.getCurrentThreadCpuTime();
                writers[i].run();
                times[i][Math.max(round, 0)] = THREADS.getCurrentThreadCpuTime() - before;
            }
        }
        benchmark.close();
        System.out.println("ms of thread time, best and median of " + rounds + " files");
        for (int i = 0; i < writers.length; i++) {
            Arrays.sort(times[i]);
            System.out.println(String.format(Locale.ROOT, "%-12s %6.1f %6.1f", NAMES[i], times[i][0] / 1e6,
                    times[i][rounds / 2] / 1e6));
        }
    }
}
