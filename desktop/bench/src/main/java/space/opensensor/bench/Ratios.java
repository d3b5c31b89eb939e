package space.opensensor.bench;

import java.io.PrintStream;
import java.util.Locale;
import space.opensensor.interop.sample.SynthData;

/**
 * The short form of the benchmarks, {@code ./station bench}: ours beside others in turns, by the best turn of each. Ratios on
 * a machine that does other work too, not the figures of docs/performance.md.
 */
public final class Ratios {

    private static final int WARM_UP = 30;
    private static final int TURNS = 6;
    private static final long TURN_NANOS = 60_000_000;
    private static final String[] PAGES = {"window/plain", "window/bss", "uci/plain", "day/plain", "day/bss"};

    private Ratios() {
    }

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        print(System.out);
    }

    static void print(PrintStream out) throws Exception {
        out.println("How many times as fast ours is (best of " + TURNS
                + " turns after little warm-up; docs/performance.md has longer runs):");
        for (String pages : PAGES) {
            snappy(out, pages);
        }
        presign(out);
        writer(out);
    }

    private static void snappy(PrintStream out, String pages) throws Exception {
        SnappyBenchmark benchmark = new SnappyBenchmark();
        benchmark.pages = pages;
        benchmark.tableBytes = 4096;
        benchmark.setup();
        double[] nanos = best(each(benchmark, benchmark::fast), each(benchmark, benchmark::aircompressor),
                each(benchmark, benchmark::iq80), each(benchmark, benchmark::xerial));
        line(out, "Snappy FAST, " + pages, nanos, "aircompressor", "iq80", "xerial (C++)");
    }

    /** A compressor of one page. */
    private interface PageWork {
        int compress(byte[] page) throws Exception;
    }

    private static Work each(SnappyBenchmark benchmark, PageWork compressor) {
        return () -> {
            for (byte[] page : benchmark.inputs) {
                compressor.compress(page);
            }
        };
    }

    private static void presign(PrintStream out) throws Exception {
        PresignBenchmark benchmark = new PresignBenchmark();
        benchmark.setup();
        line(out, "presigned URL", best(benchmark::ours, benchmark::awsSdk, benchmark::minio), "AWS SDK", "minio-java");
    }

    private static void writer(PrintStream out) throws Exception {
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = SynthData.MONTH;
        benchmark.setup();
        try {
            double[] nanos = best(benchmark::oursAll, benchmark::oursModern, benchmark::parquetJava, benchmark::duckDbCopy);
            line(out, "month of rows, readers=all", new double[] {nanos[0], nanos[2], nanos[3]}, "parquet-java", "DuckDB COPY");
            line(out, "month of rows, readers=modern", new double[] {nanos[1], nanos[2], nanos[3]}, "parquet-java",
                    "DuckDB COPY");
        } finally {
            benchmark.close();
        }
    }

    /** Takes turns; returns the least nanoseconds of one run of each. */
    static double[] best(Work... works) throws Exception {
        double[] best = new double[works.length];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            for (int i = 0; i < works.length; i++) {
                double nanos = nanos(works[i]);
                best[i] = turn <= 0 ? nanos : Math.min(best[i], nanos);
            }
        }
        return best;
    }

    private static double nanos(Work work) throws Exception {
        long start = System.nanoTime();
        long runs = 0;
        long time;
        do {
            work.run();
            runs++;
            time = System.nanoTime() - start;
        } while (time < TURN_NANOS);
        return (double) time / runs;
    }

    private static void line(PrintStream out, String what, double[] nanos, String... others) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", what));
        for (int i = 0; i < others.length; i++) {
            line.append(String.format(Locale.ROOT, "  %.2f x %s", nanos[i + 1] / nanos[0], others[i]));
        }
        out.println(line);
    }
}
