package space.opensensor.lz77;

/**
 * Compresses one buffer at a time into a block of a format.
 * <p>
 * All memory is taken at construction; {@link #compress} allocates nothing, keeps nothing from one call to the next and
 * gives the same bytes for the same input, whatever was compressed before. An instance serves one thread at a time.
 */
public abstract class BlockCompressor {

    /** Effort: one look into the hash table per position, as other fast compressors do. */
    public static final int FAST = 0;

    /**
     * Effort: searches for the cheapest sequence of literals and matches. Smaller output for several times the work and some
     * bytes of memory per byte of input besides the hash table.
     */
    public static final int HIGH = 1;

    /** Smallest hash table, bytes. */
    public static final int MIN_TABLE_BYTES = 1024;

    /** Largest hash table, bytes. */
    public static final int MAX_TABLE_BYTES = 16384;

    private final int maxInput;

    /**
     * Checks the arguments.
     *
     * @param tableBytes size of the hash table in bytes, a power of two from {@link #MIN_TABLE_BYTES} to
     *        {@link #MAX_TABLE_BYTES}: a bigger one finds more repetitions in inputs of more than about half as many bytes.
     * @param effort {@link #FAST} or {@link #HIGH}.
     * @param maxInput longest input in bytes, 1 or more.
     * @throws IllegalArgumentException if an argument is outside its range.
     */
    protected BlockCompressor(int tableBytes, int effort, int maxInput) {
        check(tableBytes, effort, maxInput);
        this.maxInput = maxInput;
    }

    /**
     * Checks the arguments of a constructor.
     *
     * @param tableBytes as for the constructor.
     * @param effort as for the constructor.
     * @param maxInput as for the constructor.
     * @throws IllegalArgumentException if an argument is outside its range.
     */
    protected static void check(int tableBytes, int effort, int maxInput) {
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
    public final int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int outLimit) {
        checkRange("input", in, inOffset, length);
        checkRange("output", out, outOffset, outLimit);
        if (length > this.maxInput) {
            throw new IllegalArgumentException("input of " + length + " bytes, at most " + this.maxInput);
        }
        int at = write(in, inOffset, length, out, outOffset, outOffset + outLimit);
        return at < 0 ? -1 : at - outOffset;
    }

    /**
     * Writes the block.
     *
     * @param in holds the input.
     * @param inOffset index of its first byte.
     * @param length bytes of input.
     * @param out receives the output.
     * @param outOffset index to write at.
     * @param end first index that must not be written.
     * @return the index after it, or less than 0 if it does not fit.
     */
    protected abstract int write(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end);

    private static void checkRange(String name, byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || length > array.length - offset) {
            throw new IllegalArgumentException(name + " range of " + length + " bytes at " + offset
                    + " is outside its array of " + array.length);
        }
    }
}
