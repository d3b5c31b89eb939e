package space.opensensor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import space.opensensor.interop.sample.SynthData;

/**
 * The writers of {@link WriterBenchmark}, and those of {@link NodeWriters} where there is Node, in turns of one file each, by
 * the time of the thread (of Node's process) and not of the clock: figures that hold on a machine that others use too.
 * Argument: rounds; as many before them warm up.
 */
public final class WriterTurns {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One writer and what was measured of it. */
    private static final class Turns {

        private final String name;
        private final Writer writer;
        private final long[] times;
        private long bytes;

        Turns(String name, Writer writer, int rounds) {
            this.name = name;
            this.writer = writer;
            this.times = new long[rounds];
        }
    }

    /** Writes the file and returns how many nanoseconds of processor time that took. */
    private interface Writer {
        long write() throws Exception;
    }

    private WriterTurns() {
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = SynthData.MONTH;
        benchmark.setup();
        List<Turns> writers = new ArrayList<>();
        writers.add(new Turns("oursAll", timed(benchmark::oursAll), rounds));
        writers.add(new Turns("oursModern", timed(benchmark::oursModern), rounds));
        writers.add(new Turns("parquetJava", timed(benchmark::parquetJava), rounds));
        writers.add(new Turns("duckDbCopy", timed(benchmark::duckDbCopy), rounds));
        try (NodeWriters node = NodeWriters.open(new Month(benchmark.rows), benchmark.file)) {
            for (String name : node == null ? new String[0] : NodeWriters.NAMES) {
                writers.add(new Turns(name, () -> node.write(name), rounds));
            }
            for (int round = -rounds; round < rounds; round++) {
                for (Turns turns : writers) {
                    turns.times[Math.max(round, 0)] = turns.writer.write();
                    turns.bytes = Files.size(benchmark.file);
                }
            }
        }
        benchmark.close();
        System.out.println("ms of processor time, best and median of " + rounds + " files; bytes of a file");
        for (Turns turns : writers) {
            Arrays.sort(turns.times);
            System.out.println(String.format(Locale.ROOT, "%-16s %6.1f %6.1f %,11d", turns.name, turns.times[0] / 1e6,
                    turns.times[rounds / 2] / 1e6, turns.bytes));
        }
    }

    private static Writer timed(Ratios.Work work) {
        return () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            work.run();
            return THREADS.getCurrentThreadCpuTime() - before;
        };
    }
}
