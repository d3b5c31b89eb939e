package space.opensensor.parquet;

import space.opensensor.bytes.LittleEndian;

/**
 * The bytes of a minimum or maximum: PLAIN, without length ({@code parquet.thrift}, Statistics, min_value and
 * max_value). Bounds of byte arrays that are too long are cut, the maximum then increased;
 * fixed ones have none then, because readers want their full length.
 */
final class Bound {

    /** The bytes; valid until the next bound is made. */
    final byte[] bytes;
    int length;
    /** Whether it is a value of the column and not only a bound. */
    boolean exact;
    private final int maxLength;

    /** @param maxLength bytes of a bound of byte arrays at most. */
    Bound(int maxLength) {
        this.maxLength = maxLength;
        this.bytes = new byte[Math.max(maxLength, 8)];
    }

    static long memoryBytes(int maxLength) {
        return Memory.object(4 + 2 * 4 + 1) + Memory.array(Math.max(maxLength, 8), 1);
    }

    /** Makes a minimum, zero of floating-point numbers becomes -0; returns false if there is no bound so short. */
    boolean minimum(ColumnBuffer c, long key) {
        if (StatisticsOrder.isIndexed(c.column)) {
            return cut(c, (int) key);
        }
        number(c, key == 0 && StatisticsOrder.hasNans(c.column) ? -1 : key);
        return true;
    }

    /** Makes a maximum, zero of floating-point numbers becomes +0; returns false if there is no bound so short. */
    boolean maximum(ColumnBuffer c, long key) {
        if (!StatisticsOrder.isIndexed(c.column)) {
            number(c, key == -1 && StatisticsOrder.hasNans(c.column) ? 0 : key);
            return true;
        }
        return cut(c, (int) key) && (this.exact || increase(c.column.isText()));
    }

    private void number(ColumnBuffer c, long key) {
        this.exact = true;
        switch (c.type) {
        case Type.BOOLEAN:
            this.bytes[0] = (byte) key;
            this.length = 1;
            break;
        case Type.INT32:
            put(4, (int) key ^ StatisticsOrder.flip(c.column));
            break;
        case Type.FLOAT:
            put(4, (int) key ^ (int) key >> 31 >>> 1);
            break;
        case Type.INT64:
            put(8, key ^ (long) StatisticsOrder.flip(c.column) << 32);
            break;
        case Type.DOUBLE:
            put(8, key ^ key >> 63 >>> 1);
            break;
        default:
            int half = (int) key;
            put(2, half < 0 ? ~half & 0x7FFF | 0x8000 : half);
        }
    }

    private void put(int size, long value) {
        LittleEndian.putLong(this.bytes, 0, value);
        this.length = size;
    }

    /** Takes a value, or its first bytes; returns false for a value of fixed length that would have to be cut. */
    private boolean cut(ColumnBuffer c, int value) {
        int size = c.byteLength(value, value + 1);
        int from = c.start(value);
        this.exact = size <= this.maxLength;
        this.length = this.exact ? size : this.maxLength;
        if (!this.exact && c.column.isText()) {
            while (this.length > 0 && (c.bytes[from + this.length] & 0xC0) == 0x80) {
                this.length--;
            }
        }
        System.arraycopy(c.bytes, from, this.bytes, 0, this.length);
        return this.exact || c.type == Type.BYTE_ARRAY;
    }

    /** Makes the shortest greater prefix; text stays UTF-8, because only an ASCII character is increased. */
    private boolean increase(boolean text) {
        for (int i = this.length - 1; i >= 0; i--) {
            int value = this.bytes[i] & 0xFF;
            if (value < (text ? 0x7F : 0xFF)) {
                this.bytes[i] = (byte) (value + 1);
                this.length = i + 1;
                return true;
            }
        }
        return false;
    }
}
