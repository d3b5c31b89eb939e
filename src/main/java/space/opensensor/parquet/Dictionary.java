package space.opensensor.parquet;

/**
 * Distinct values of a column chunk, numbered in order of first occurrence, and the number of each value.
 * <p>
 * An entry is known by the index of the first value equal to it, so one dictionary serves columns of all types.
 * Floating-point values are equal if their bits are.
 */
final class Dictionary {

    private static final int GOLDEN = 0x9E3779B1;
    private static final int MIN_TABLE_BITS = 4;

    /** Hash table: number + 1 of the entry, 0 if free. Its length is a power of two. */
    private final char[] table;
    private final int shift;
    /** Index of the value that each entry stands for. */
    final int[] entries;
    /** For each value the number of its entry. */
    final char[] indexes;

    /** Entries. */
    int size;
    /** PLAIN bytes of the entries. */
    int plainBytes;
    /** Values that have an entry: the first ones of the column chunk. */
    int covered;
    private int maxBytes;

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
        return Memory.object(3 * 4 + 5 * 4) + Memory.array(1 << tableBits(maxEntries), 2)
                + Memory.array(maxEntries, 4) + Memory.array(maxValues, 2);
    }

    /**
     * Numbers the values of a column chunk, up to the first that has no room.
     *
     * @param maxPlainBytes PLAIN bytes of the entries at most.
     */
    void build(ColumnBuffer c, int maxPlainBytes) {
        clearTable();
        this.size = 0;
        this.plainBytes = 0;
        this.maxBytes = maxPlainBytes;
        if (c.ints != null) {
            this.covered = ints(c.ints, c.values);
        } else if (c.longs != null) {
            this.covered = longs(c.longs, c.values);
        } else {
            this.covered = byteArrays(c);
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

    /** Forgets the entries that no value before {@code values} has. */
    void cut(ColumnBuffer c, int values) {
        this.covered = values;
        while (this.size > 0 && this.entries[this.size - 1] >= values) {
            this.size--;
            int value = this.entries[this.size];
            this.plainBytes -= PlainEncoder.length(c, value, value + 1);
        }
    }

    private int ints(int[] values, int count) {
        int mask = this.table.length - 1;
        int most = Math.min(this.entries.length, this.maxBytes >> 2);
        for (int i = 0; i < count; i++) {
            int value = values[i];
            int at = value * GOLDEN >>> this.shift;
            int number = this.table[at] - 1;
            while (number >= 0 && values[this.entries[number]] != value) {
                at = at + 1 & mask;
                number = this.table[at] - 1;
            }
            if (number < 0) {
                if (this.size == most) {
                    return i;
                }
                number = add(at, i, 4);
            }
            this.indexes[i] = (char) number;
        }
        return count;
    }

    private int longs(long[] values, int count) {
        int mask = this.table.length - 1;
        int most = Math.min(this.entries.length, this.maxBytes >> 3);
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
                number = add(at, i, 8);
            }
            this.indexes[i] = (char) number;
        }
        return count;
    }

    private int byteArrays(ColumnBuffer c) {
        int mask = this.table.length - 1;
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
                int bytes = PlainEncoder.length(c, i, i + 1);
                if (this.size == this.entries.length || this.plainBytes > this.maxBytes - bytes) {
                    return i;
                }
                number = add(at, i, bytes);
            }
            this.indexes[i] = (char) number;
        }
        return c.values;
    }

    private int add(int at, int value, int bytes) {
        int number = this.size++;
        this.entries[number] = value;
        this.table[at] = (char) (number + 1);
        this.plainBytes += bytes;
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
