package space.opensensor.lz77;

/**
 * A hash table of positions by the four bytes that follow them. It is a plain array, of which a short input uses a part: the
 * shift that keeps a hash inside of that part goes with it.
 */
public final class Hashes {

    /** Spreads four bytes over the table, {@code load(in, i) * FACTOR >>> shift}; odd, without pattern in its bits. */
    public static final int FACTOR = 0x1E35A7BD;

    /** Smallest part of a table used, entries. */
    public static final int MIN_ENTRIES = 256;

    private Hashes() {
        // Functions only.
    }

    /**
     * Sets as much of a table as an input deserves to one position.
     *
     * @param table 256 entries or more, a power of two.
     * @param length bytes of the input.
     * @param position its low 16 bits are set.
     * @return the shift that keeps a hash inside of that part.
     */
    public static int clear(char[] table, int length, int position) {
        for (int i = 0; i < 16; i++) {
            table[i] = (char) position;
        }
        int size = 16;
        int shift = 28;
        while (size < MIN_ENTRIES || size < length && size < table.length) {
            System.arraycopy(table, 0, table, size, size);
            size <<= 1;
            shift--;
        }
        return shift;
    }

    /**
     * Reads four bytes, the first one lowest.
     *
     * @param in holds them.
     * @param i index of the first one.
     * @return their value.
     */
    public static int load(byte[] in, int i) {
        return in[i] & 0xFF | (in[i + 1] & 0xFF) << 8 | (in[i + 2] & 0xFF) << 16 | in[i + 3] << 24;
    }
}
