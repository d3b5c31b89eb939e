package space.opensensor.parquet;

import space.opensensor.lz4.LZ4Compressor;

/** LZ4 in its block format as a codec of column chunks. */
final class Lz4Codec implements Codec {

    /** Bytes of the objects and array headers of a compressor, which its own count leaves out. */
    private static final int FAST_HEADERS = 64;
    private static final int HIGH_HEADERS = 176;

    private final LZ4Compressor compressor;
    private final long memoryBytes;

    Lz4Codec(int tableBytes, int effort, int maxInput) {
        this.compressor = new LZ4Compressor(tableBytes, effort, maxInput);
        this.memoryBytes = memoryBytes(tableBytes, effort, maxInput);
    }

    static long memoryBytes(int tableBytes, int effort, int maxInput) {
        int headers = effort == Effort.HIGH ? HIGH_HEADERS : FAST_HEADERS;
        return Memory.object(4 + 8) + headers + LZ4Compressor.memoryBytes(tableBytes, effort, maxInput);
    }

    @Override
    public int id() {
        return LZ4_RAW;
    }

    @Override
    public int maxCompressedLength(int length) {
        return LZ4Compressor.maxCompressedLength(length);
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
