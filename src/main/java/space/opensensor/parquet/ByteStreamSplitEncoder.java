package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/** First bytes of all values, then second bytes and so on (Encodings.md, BYTE_STREAM_SPLIT = 9). */
final class ByteStreamSplitEncoder {

    private ByteStreamSplitEncoder() {
    }

    /** Writes the values from {@code from} to before {@code to}. */
    static void encode(ColumnBuffer c, int from, int to, ByteWriter out) {
        int at = out.length();
        out.setLength(at + PlainEncoder.length(c, from, to));
        if (out.overflowed()) {
            return;
        }
        byte[] array = out.array();
        if (c.ints != null) {
            ints(c.ints, from, to, array, at);
        } else if (c.longs != null) {
            longs(c.longs, from, to, array, at);
        } else {
            fixed(c.bytes, c.column.typeLength, from, to, array, at);
        }
    }

    private static void ints(int[] values, int from, int to, byte[] array, int offset) {
        int count = to - from;
        int at1 = offset + count;
        int at2 = at1 + count;
        int at3 = at2 + count;
        for (int i = 0; i < count; i++) {
            int value = values[from + i];
            array[offset + i] = (byte) value;
            array[at1 + i] = (byte) (value >> 8);
            array[at2 + i] = (byte) (value >> 16);
            array[at3 + i] = (byte) (value >> 24);
        }
    }

    private static void longs(long[] values, int from, int to, byte[] array, int offset) {
        int at = offset;
        for (int shift = 0; shift < 64; shift += 8) {
            for (int i = from; i < to; i++) {
                array[at++] = (byte) (values[i] >>> shift);
            }
        }
    }

    private static void fixed(byte[] values, int width, int from, int to, byte[] array, int offset) {
        int at = offset;
        for (int k = 0; k < width; k++) {
            for (int i = from; i < to; i++) {
                array[at++] = values[i * width + k];
            }
        }
    }
}
