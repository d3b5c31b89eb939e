package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.LittleEndian;

/** Values one after the other (Encodings.md, PLAIN = 0). */
final class PlainEncoder {

    private PlainEncoder() {
    }

    /** Writes the values from {@code from} to before {@code to}. */
    static void encode(ColumnBuffer c, int from, int to, ByteWriter out) {
        int at = out.length();
        out.setLength(at + length(c, from, to));
        if (out.overflowed()) {
            return;
        }
        byte[] array = out.array();
        if (c.ints != null) {
            ints(c.ints, from, to, array, at);
        } else if (c.longs != null) {
            longs(c.longs, from, to, array, at);
        } else if (c.type == Type.BOOLEAN) {
            bits(c.bytes, from, to, array, at);
        } else if (c.ends != null) {
            byteArrays(c, from, to, array, at);
        } else {
            System.arraycopy(c.bytes, from * c.column.typeLength, array, at, (to - from) * c.column.typeLength);
        }
    }

    /** Writes the entries of a dictionary. */
    static void encode(ColumnBuffer c, Dictionary dictionary, ByteWriter out) {
        int count = dictionary.size;
        if (c.ints != null) {
            int at = out.length();
            out.setLength(at + 4 * count);
            if (!out.overflowed()) {
                ints(dictionary.entries, 0, count, out.array(), at);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            int value = dictionary.entries[i];
            if (c.longs != null) {
                out.writeLongLe(c.longs[value]);
            } else {
                encode(c, value, value + 1, out);
            }
        }
    }

    /** Returns the bytes that the values take. */
    static int length(ColumnBuffer c, int from, int to) {
        int count = to - from;
        if (c.type == Type.BOOLEAN) {
            return count + 7 >>> 3;
        }
        return c.ints != null ? count * 4 : c.longs != null ? count * 8
                : c.byteLength(from, to) + (c.ends != null ? count * 4 : 0);
    }

    private static void ints(int[] values, int from, int to, byte[] array, int offset) {
        int at = offset;
        for (int i = from; i < to; i++) {
            int value = values[i];
            array[at] = (byte) value;
            array[at + 1] = (byte) (value >> 8);
            array[at + 2] = (byte) (value >> 16);
            array[at + 3] = (byte) (value >> 24);
            at += 4;
        }
    }

    private static void longs(long[] values, int from, int to, byte[] array, int offset) {
        int at = offset;
        for (int i = from; i < to; i++) {
            LittleEndian.putLong(array, at, values[i]);
            at += 8;
        }
    }

    private static void bits(byte[] values, int from, int to, byte[] array, int offset) {
        int at = offset;
        for (int i = from; i < to; i += 8) {
            int group = 0;
            for (int k = Math.min(i + 8, to) - 1; k >= i; k--) {
                group = group << 1 | values[k];
            }
            array[at++] = (byte) group;
        }
    }

    private static void byteArrays(ColumnBuffer c, int from, int to, byte[] array, int offset) {
        int at = offset;
        int start = c.start(from);
        for (int i = from; i < to; i++) {
            int length = c.ends[i] - start;
            LittleEndian.putInt(array, at, length);
            System.arraycopy(c.bytes, start, array, at + 4, length);
            at += 4 + length;
            start += length;
        }
    }
}
