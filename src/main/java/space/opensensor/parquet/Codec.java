package space.opensensor.parquet;

/**
 * Port for the codecs of a column chunk (Compression.md). An instance serves one writer and may hold state, for example
 * a match table, that it reuses.
 */
public interface Codec {

    /** No codec. */
    int UNCOMPRESSED = 0;
    /** Snappy, raw block format. */
    int SNAPPY = 1;
    /** GZIP (RFC 1952). Not built in. */
    int GZIP = 2;
    /** Brotli (RFC 7932). Not built in. */
    int BROTLI = 4;
    /** Zstandard (RFC 8478). Not built in. */
    int ZSTD = 6;
    /** LZ4 block format. */
    int LZ4_RAW = 7;

    /** @return number of the codec in {@code parquet.thrift}, enum CompressionCodec. */
    int id();

    /** @return bytes that {@link #compress} may need at most for {@code length} bytes. */
    int maxCompressedLength(int length);

    /** @return bytes of memory that the codec holds. */
    long memoryBytes();

    /**
     * Compresses one page.
     *
     * @param in source.
     * @param inOffset index of the first byte.
     * @param length how many, 0 or more.
     * @param out target.
     * @param outOffset index of the first byte to write.
     * @param outLimit bytes that may be written.
     * @return bytes written, or -1 if they do not fit; then the content of the target range is undefined.
     */
    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int outLimit);
}
