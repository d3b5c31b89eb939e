package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/** All lengths, then all bytes (Encodings.md, DELTA_LENGTH_BYTE_ARRAY = 6). */
final class DeltaLengthByteArrayEncoder {

    private DeltaLengthByteArrayEncoder() {
    }

    /**
     * Writes the values from {@code from} to before {@code to}.
     *
     * @param lengths scratch for as many lengths.
     */
    static void encode(ColumnBuffer c, int from, int to, int[] lengths, DeltaBinaryPackedEncoder deltas,
            ByteWriter out) {
        int start = c.start(from);
        for (int i = from; i < to; i++) {
            lengths[i - from] = c.ends[i] - start;
            start = c.ends[i];
        }
        deltas.encode(lengths, 0, to - from, out);
        out.writeBytes(c.bytes, c.start(from), c.byteLength(from, to));
    }
}
