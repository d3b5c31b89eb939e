package space.opensensor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import space.opensensor.snappy.SnappyCompressor;

/**
 * The Snappy compressors of {@link SnappyBenchmark} in turns of some milliseconds, by the time of the thread and not of the
 * clock: figures that hold on a machine that others use too. Arguments: rounds, milliseconds of a turn, compressors; ours have
 * a table of 4 KiB, {@code fast16} one of 16.
 */
public final class SideBySide {

    private static final String[] SETS = {"window/plain", "window/bss", "uci/plain", "day/plain", "day/bss"};
    private static final int TABLE_BYTES = 4096;
    private static final int LARGE_TABLE_BYTES = 16384;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SideBySide() {
    }

    /** A compressor of one page. */
    private interface Compressor {
        int compress(byte[] page) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        long turn = Long.parseLong(arguments[1]) * 1_000_000;
        System.out.println("MB/s of thread time, best and median of " + rounds + " turns; ours with "
                + SnappyCompressor.class.getResource("PlatformParse.class"));
        for (String set : SETS) {
            SnappyBenchmark benchmark = benchmark(set, TABLE_BYTES);
            String[] names = Arrays.copyOfRange(arguments, 2, arguments.length);
            Compressor[] compressors = new Compressor[names.length];
            for (int i = 0; i < names.length; i++) {
                compressors[i] = names[i].equals("fast16") ? benchmark(set, LARGE_TABLE_BYTES)::fast : named(benchmark, names[i]);
            }
            System.out.println(line(set, names, measure(compressors, benchmark.inputs, rounds, turn)));
        }
    }

    private static SnappyBenchmark benchmark(String set, int tableBytes) throws IOException {
        SnappyBenchmark benchmark = new SnappyBenchmark();
        benchmark.pages = set;
        benchmark.tableBytes = tableBytes;
        benchmark.setup();
        return benchmark;
    }

    private static Compressor named(SnappyBenchmark benchmark, String name) {
        switch (name) {
            case "fast":
                return benchmark::fast;
            case "high":
                return benchmark::high;
            case "aircompressor":
                return benchmark::aircompressor;
            case "iq80":
                return benchmark::iq80;
            case "xerial":
                return benchmark::xerial;
            default:
                throw new IllegalArgumentException("compressor " + name);
        }
    }

    /** Takes turns; the first half warms up. */
    private static double[][] measure(Compressor[] compressors, byte[][] pages, int rounds, long turn) throws IOException {
        double[][] speeds = new double[compressors.length][rounds];
        for (int round = -rounds; round < rounds; round++) {
            for (int i = 0; i < compressors.length; i++) {
                double speed = turn(compressors[i], pages, turn);
                if (round >= 0) {
                    speeds[i][round] = speed;
                }
            }
        }
        return speeds;
    }

    private static double turn(Compressor compressor, byte[][] pages, long turn) throws IOException {
        long bytes = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        long time;
        do {
            for (byte[] page : pages) {
                compressor.compress(page);
                bytes += page.length;
            }
            time = THREADS.getCurrentThreadCpuTime() - start;
        } while (time < turn);
        return bytes * 1e3 / time;
    }

    private static String line(String set, String[] names, double[][] speeds) {
        StringBuilder line = new StringBuilder("| ").append(set);
        for (int i = 0; i < names.length; i++) {
            Arrays.sort(speeds[i]);
            int last = speeds[i].length - 1;
            line.append(String.format(Locale.ROOT, " | %.1f (%.1f)", speeds[i][last], speeds[i][last / 2]));
        }
        return line.append(" |").toString();
    }
}
