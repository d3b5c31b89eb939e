package space.opensensor.parquet;

import space.opensensor.lz4.LZ4Compressor;
import space.opensensor.lz77.BlockCompressor;
import space.opensensor.snappy.SnappyCompressor;

/** The codecs that are built in: Snappy and LZ4, each in its block format. */
final class BlockCodec implements Codec {

    /** Bytes of the objects and array headers of a compressor, which its own count leaves out. */
    private static final int FAST_HEADERS = 64;
    private static final int HIGH_HEADERS = 176;

    private final int id;
    private final BlockCompressor compressor;
    private final long memoryBytes;

    /** @param id {@link Codec#SNAPPY} or {@link Codec#LZ4_RAW}. */
    BlockCodec(int id, WriterOptions options, int maxInput) {
        int table = options.codecTableBytes;
        this.id = id;
        this.compressor = id == SNAPPY ? new SnappyCompressor(table, options.effort, maxInput)
                : new LZ4Compressor(table, options.effort, maxInput);
        this.memoryBytes = memoryBytes(id, options, maxInput);
    }

    static long memoryBytes(int id, WriterOptions options, int maxInput) {
        int table = options.codecTableBytes;
        int headers = options.effort == Effort.HIGH ? HIGH_HEADERS : FAST_HEADERS;
        return Memory.object(4 + 4 + 8) + headers + (id == SNAPPY
                ? SnappyCompressor.memoryBytes(table, options.effort, maxInput)
                : LZ4Compressor.memoryBytes(table, options.effort, maxInput));
    }

    @Override
    public int id() {
        return this.id;
    }

    @Override
    public int maxCompressedLength(int length) {
        return this.id == SNAPPY ? SnappyCompressor.maxCompressedLength(length)
                : LZ4Compressor.maxCompressedLength(length);
    }

    @Override
    public long memoryBytes() {
        return this.memoryBytes;
    }

    @Override
    public int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int outLimit) {
        return this.compressor.compress(in, inOffset, length, out, outOffset, outLimit);
    }
}
