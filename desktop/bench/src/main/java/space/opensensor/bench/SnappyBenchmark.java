package space.opensensor.bench;

import io.airlift.compress.Compressor;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import space.opensensor.interop.codec.SensorPages;
import space.opensensor.snappy.SnappyCompressor;

/** Compression with Snappy; one operation compresses every page of a set. The counter {@code bytes} is of input per second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SnappyBenchmark {

    /** Input compressed. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        public long bytes;
    }

    /** Pages of a quarter of an hour (712 bytes each) and of a day (69,120 bytes each) by encoding. */
    @Param({"window/plain", "window/bss", "uci/plain", "day/plain", "day/bss"})
    public String pages;

    /** Bytes of our hash table. */
    @Param("4096")
    public int tableBytes;

    byte[][] inputs;
    byte[] out;
    private int inputBytes;
    private SnappyCompressor fast;
    private SnappyCompressor high;
    private Compressor aircompressor;

    @Setup
    public void setup() throws IOException {
        inputs = SensorPages.all().stream().filter(page -> page.set().equals(pages)).map(SensorPages.Page::bytes)
                .toArray(byte[][]::new);
        int longest = 0;
        inputBytes = 0;
        for (byte[] input : inputs) {
            longest = Math.max(longest, input.length);
            inputBytes += input.length;
        }
        aircompressor = new io.airlift.compress.snappy.SnappyCompressor();
        out = new byte[aircompressor.maxCompressedLength(longest)];
        fast = new SnappyCompressor(tableBytes, SnappyCompressor.FAST, longest);
        high = new SnappyCompressor(tableBytes, SnappyCompressor.HIGH, longest);
    }

    @Benchmark
    public void fast(Blackhole results, Counters counters) {
        for (byte[] input : inputs) {
            results.consume(fast(input));
        }
        counters.bytes += inputBytes;
    }

    @Benchmark
    public void high(Blackhole results, Counters counters) {
        for (byte[] input : inputs) {
            results.consume(high(input));
        }
        counters.bytes += inputBytes;
    }

    @Benchmark
    public void aircompressor(Blackhole results, Counters counters) {
        for (byte[] input : inputs) {
            results.consume(aircompressor(input));
        }
        counters.bytes += inputBytes;
    }

    @Benchmark
    public void iq80(Blackhole results, Counters counters) {
        for (byte[] input : inputs) {
            results.consume(iq80(input));
        }
        counters.bytes += inputBytes;
    }

    @Benchmark
    public void xerial(Blackhole results, Counters counters) throws IOException {
        for (byte[] input : inputs) {
            results.consume(xerial(input));
        }
        counters.bytes += inputBytes;
    }

    int fast(byte[] input) {
        return fast.compress(input, 0, input.length, out, 0, out.length);
    }

    int high(byte[] input) {
        return high.compress(input, 0, input.length, out, 0, out.length);
    }

    int aircompressor(byte[] input) {
        return aircompressor.compress(input, 0, input.length, out, 0, out.length);
    }

    int iq80(byte[] input) {
        return org.iq80.snappy.Snappy.compress(input, 0, input.length, out, 0);
    }

    int xerial(byte[] input) throws IOException {
        return org.xerial.snappy.Snappy.compress(input, 0, input.length, out, 0);
    }
}
