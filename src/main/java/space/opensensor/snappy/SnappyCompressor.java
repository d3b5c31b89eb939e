package space.opensensor.snappy;

import space.opensensor.lz77.BlockCompressor;

/**
 * Compresses one buffer at a time into the raw Snappy block format. {@link #HIGH} takes 3 bytes of memory per byte of input (up
 * to 256 KiB of it) besides the hash table.
 */
public final class SnappyCompressor extends BlockCompressor {

    private final GreedyParse greedy;
    private final OptimalParse optimal;

    /**
     * Creates a compressor with all its memory.
     *
     * @param tableBytes size of the hash table in bytes, a power of two from {@link #MIN_TABLE_BYTES} to
     *        {@link #MAX_TABLE_BYTES}: a bigger one finds more repetitions in inputs of more than about half as many bytes.
     * @param effort {@link #FAST} or {@link #HIGH}.
     * @param maxInput longest input in bytes, 1 or more.
     * @throws IllegalArgumentException if an argument is outside its range.
     */
    public SnappyCompressor(int tableBytes, int effort, int maxInput) {
        super(tableBytes, effort, maxInput);
        this.greedy = effort == FAST ? PlatformParse.fast(tableBytes) : null;
        this.optimal = effort == HIGH ? new OptimalParse(tableBytes, maxInput) : null;
    }

    /**
     * Tells how much memory an instance holds in arrays, object headers not counted.
     *
     * @param tableBytes as for the constructor.
     * @param effort as for the constructor.
     * @param maxInput as for the constructor.
     * @return bytes.
     * @throws IllegalArgumentException if an argument is outside its range.
     */
    public static long memoryBytes(int tableBytes, int effort, int maxInput) {
        check(tableBytes, effort, maxInput);
        return effort == FAST ? tableBytes : OptimalParse.memoryBytes(tableBytes, maxInput);
    }

    /**
     * Tells the size that no output exceeds: the preamble and the tag of the last literal take at most 5 bytes each; a literal
     * before a copy takes less than one byte of tag for 64 bytes more than the copy saves.
     *
     * @param length bytes of input, 0 or more.
     * @return bytes of output at most.
     */
    public static int maxCompressedLength(int length) {
        return length + (length >> 6) + 10;
    }

    @Override
    protected int write(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int at = SnappyElements.preamble(length, out, outOffset, end);
        if (at < 0) {
            return at;
        }
        return this.greedy != null ? this.greedy.compress(in, inOffset, length, out, at, end)
                : this.optimal.compress(in, inOffset, length, out, at, end);
    }
}
