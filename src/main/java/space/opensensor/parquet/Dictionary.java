package space.opensensor.parquet;

/**
 * Distinct values of a column chunk, numbered in order of first occurrence, and the number of each value.
 * <p>
 * But for numbers of 32 bits an entry is known by the index of the first value equal to it, so one dictionary serves
 * columns of all types.
 * Floating-point values are equal if their bits are.
 */
final class Dictionary {

    private static final int GOLDEN = 0x9E3779B1;
    private static final int MIN_TABLE_BITS = 4;

    /** Hash table: number + 1 of the entry, 0 if free. Its length is a power of two. */
    private final char[] table;
    private final int shift;
    /** The values of an INT32 or FLOAT column, else for each entry the index of the first value equal to it. */
    final int[] entries;
    /** For each value the number of its entry. */
    final char[] indexes;

    /** Entries. */
    int size;
    /** Values that have an entry: the first ones of the column chunk. */
    int covered;

    /**
     * Allocates a dictionary.
     *
     * @param maxValues values of a column chunk at most.
     * @param maxEntries distinct ones at most, to 65,535.
     */
    Dictionary(int maxValues, int maxEntries) {
        int bits = tableBits(maxEntries);
        this.table = new char[1 << bits];
        this.shift = 32 - bits;
        this.entries = new int[maxEntries];
        this.indexes = new char[maxValues];
    }

    private static int tableBits(int maxEntries) {
        int bits = MIN_TABLE_BITS;
        while (1 << bits < maxEntries + (maxEntries >> 2)) {
            bits++;
        }
        return bits;
    }

    static long memoryBytes(int maxValues, int maxEntries) {
        return Memory.object(3 * 4 + 3 * 4) + Memory.array(1 << tableBits(maxEntries), 2)
                + Memory.array(maxEntries, 4) + Memory.array(maxValues, 2);
    }

    /**
     * Numbers the values of a column chunk, up to the first that has no room.
     *
     * @param maxBytes PLAIN bytes of the entries at most.
     */
    void build(ColumnBuffer c, int maxBytes) {
        this.size = 0;
        clearTable();
        if (c.ints != null) {
            this.covered = ints(c.ints, c.values, Math.min(this.entries.length, maxBytes >> 2));
        } else if (c.longs != null) {
            this.covered = longs(c.longs, c.values, Math.min(this.entries.length, maxBytes >> 3));
        } else {
            this.covered = byteArrays(c, maxBytes);
        }
    }

    /** Forgets the entries that no value before {@code values} has. */
    void cut(int values) {
        this.covered = values;
        this.size = 0;
        for (int i = 0; i < values; i++) {
            this.size = Math.max(this.size, this.indexes[i] + 1);
        }
    }

    /** Frees all places: the first ones one by one, the others by copying them. */
    private void clearTable() {
        int cleared = 1 << MIN_TABLE_BITS;
        for (int i = 0; i < cleared; i++) {
            this.table[i] = 0;
        }
        for (; cleared < this.table.length; cleared <<= 1) {
            System.arraycopy(this.table, 0, this.table, cleared, cleared);
        }
    }

    private int ints(int[] values, int count, int most) {
        int mask = this.table.length - 1;
        for (int i = 0; i < count; i++) {
            int value = values[i];
            int at = value * GOLDEN >>> this.shift;
            int number = this.table[at] - 1;
            while (number >= 0 && this.entries[number] != value) {
                at = at + 1 & mask;
                number = this.table[at] - 1;
            }
            if (number < 0) {
                if (this.size == most) {
                    return i;
                }
                number = add(at, value);
            }
            this.indexes[i] = (char) number;
        }
        return count;
    }

    private int longs(long[] values, int count, int most) {
        int mask = this.table.length - 1;
        for (int i = 0; i < count; i++) {
            long value = values[i];
            int at = ((int) value * 31 + (int) (value >>> 32)) * GOLDEN >>> this.shift;
            int number = this.table[at] - 1;
            while (number >= 0 && values[this.entries[number]] != value) {
                at = at + 1 & mask;
                number = this.table[at] - 1;
            }
            if (number < 0) {
                if (this.size == most) {
                    return i;
                }
                number = add(at, i);
            }
            this.indexes[i] = (char) number;
        }
        return count;
    }

    private int byteArrays(ColumnBuffer c, int maxBytes) {
        int mask = this.table.length - 1;
        int room = maxBytes;
        for (int i = 0; i < c.values; i++) {
            int begin = c.start(i);
            int length = c.byteLength(i, i + 1);
            int at = hash(c.bytes, begin, length) >>> this.shift;
            int number = this.table[at] - 1;
            while (number >= 0 && !equal(c, this.entries[number], begin, length)) {
                at = at + 1 & mask;
                number = this.table[at] - 1;
            }
            if (number < 0) {
                room -= PlainEncoder.length(c, i, i + 1);
                if (this.size == this.entries.length || room < 0) {
                    return i;
                }
                number = add(at, i);
            }
            this.indexes[i] = (char) number;
        }
        return c.values;
    }

    private int add(int at, int entry) {
        int number = this.size++;
        this.entries[number] = entry;
        this.table[at] = (char) (number + 1);
        return number;
    }

    private static int hash(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset, end = offset + length; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash * GOLDEN;
    }

    private static boolean equal(ColumnBuffer c, int value, int begin, int length) {
        if (c.byteLength(value, value + 1) != length) {
            return false;
        }
        int at = c.start(value);
        for (int i = 0; i < length; i++) {
            if (c.bytes[at + i] != c.bytes[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
