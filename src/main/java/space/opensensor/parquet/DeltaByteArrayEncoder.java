package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/** Length of the prefix shared with the value before, then the rest (Encodings.md, DELTA_BYTE_ARRAY = 7). */
final class DeltaByteArrayEncoder {

    private DeltaByteArrayEncoder() {
    }

    /**
     * Writes the values from {@code from} to before {@code to}.
     *
     * @param lengths scratch for as many lengths.
     */
    static void encode(ColumnBuffer c, int from, int to, int[] lengths, DeltaBinaryPackedEncoder deltas,
            ByteWriter out) {
        prefixes(c, from, to, lengths);
        deltas.encode(lengths, 0, to - from, out);
        for (int i = from; i < to; i++) {
            lengths[i - from] = c.byteLength(i, i + 1) - lengths[i - from];
        }
        deltas.encode(lengths, 0, to - from, out);
        for (int i = from; i < to; i++) {
            int suffix = lengths[i - from];
            out.writeBytes(c.bytes, c.start(i) + c.byteLength(i, i + 1) - suffix, suffix);
        }
    }

    private static void prefixes(ColumnBuffer c, int from, int to, int[] lengths) {
        for (int i = from; i < to; i++) {
            lengths[i - from] = i == from ? 0 : shared(c, i);
        }
    }

    private static int shared(ColumnBuffer c, int value) {
        int a = c.start(value - 1);
        int b = c.start(value);
        int most = Math.min(b - a, c.byteLength(value, value + 1));
        int n = 0;
        while (n < most && c.bytes[a + n] == c.bytes[b + n]) {
            n++;
        }
        return n;
    }
}
