package space.opensensor.lz4;

/**
 * Compresses one buffer at a time into the LZ4 block format, without a frame.
 * <p>
 * All memory is taken at construction; {@link #compress} allocates nothing, keeps nothing from one call to the next and
 * gives the same bytes for the same input, whatever was compressed before. An instance serves one thread at a time.
 */
public final class LZ4Compressor {

    /** Effort: one look into the hash table per position, as other fast compressors do. */
    public static final int FAST = 0;

    /**
     * Effort: searches for the cheapest sequences of literals and matches. Smaller output for several times the work; takes
     * 6 bytes of memory per byte of input (up to 65,000 of them) besides the hash table.
     */
    public static final int HIGH = 1;

    /** Smallest hash table, bytes. */
    public static final int MIN_TABLE_BYTES = 1024;

    /** Largest hash table, bytes. */
    public static final int MAX_TABLE_BYTES = 16384;

    private final int maxInput;
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
    public LZ4Compressor(int tableBytes, int effort, int maxInput) {
        check(tableBytes, effort, maxInput);
        this.maxInput = maxInput;
        this.greedy = effort == FAST ? new GreedyParse(tableBytes) : null;
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
     * Tells the size that no output exceeds: a token, and one more byte of length for each 255 literals.
     *
     * @param length bytes of input, 0 or more.
     * @return bytes of output at most.
     */
    public static int maxCompressedLength(int length) {
        return length + length / 255 + 16;
    }

    /**
     * Compresses a range of bytes.
     *
     * @param in holds the input.
     * @param inOffset index of its first byte.
     * @param length bytes of input, 0 to {@code maxInput}.
     * @param out receives the output; not the array of the input.
     * @param outOffset index of the first byte written.
     * @param outLimit bytes that may be written.
     * @return bytes written, or -1 if they would be more than {@code outLimit}; then the contents of the range are undefined.
     * @throws IllegalArgumentException if a range is outside its array or the input longer than {@code maxInput}.
     */
    public int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int outLimit) {
        checkRange("input", in, inOffset, length);
        checkRange("output", out, outOffset, outLimit);
        if (length > this.maxInput) {
            throw new IllegalArgumentException("input of " + length + " bytes, at most " + this.maxInput);
        }
        int end = outOffset + outLimit;
        int at = this.greedy != null ? this.greedy.compress(in, inOffset, length, out, outOffset, end)
                : this.optimal.compress(in, inOffset, length, out, outOffset, end);
        return at < 0 ? -1 : at - outOffset;
    }

    private static void check(int tableBytes, int effort, int maxInput) {
        if (tableBytes < MIN_TABLE_BYTES || tableBytes > MAX_TABLE_BYTES || (tableBytes & tableBytes - 1) != 0) {
            throw new IllegalArgumentException("tableBytes " + tableBytes + ", must be a power of two from "
                    + MIN_TABLE_BYTES + " to " + MAX_TABLE_BYTES);
        }
        if (effort != FAST && effort != HIGH) {
            throw new IllegalArgumentException("effort " + effort + ", must be FAST (0) or HIGH (1)");
        }
        if (maxInput < 1) {
            throw new IllegalArgumentException("maxInput " + maxInput + ", must be 1 or more");
        }
    }

    private static void checkRange(String name, byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || length > array.length - offset) {
            throw new IllegalArgumentException(name + " range of " + length + " bytes at " + offset
                    + " is outside its array of " + array.length);
        }
    }
}
