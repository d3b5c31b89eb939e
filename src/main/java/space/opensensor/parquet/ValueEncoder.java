package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.LittleEndian;

/** Writes the values of a page in any encoding, and owns the scratch that some encodings need. */
final class ValueEncoder {

    private final Dictionary dictionary;
    private final DeltaBinaryPackedEncoder deltas;
    private final int[] lengths;
    private final char[] bits;

    /**
     * Allocates the scratch.
     *
     * @param dictionary of the column chunk, null if no column uses one.
     * @param maxDeltas values of a page with differences at most, 0 for none.
     * @param maxLengths values of a page of byte arrays with differences at most, 0 for none.
     * @param maxBits values of a BOOLEAN page at most, 0 for none.
     */
    ValueEncoder(Dictionary dictionary, int maxDeltas, int maxLengths, int maxBits) {
        this.dictionary = dictionary;
        this.deltas = maxDeltas > 0 ? new DeltaBinaryPackedEncoder(maxDeltas) : null;
        this.lengths = maxLengths > 0 ? new int[maxLengths] : null;
        this.bits = maxBits > 0 ? new char[maxBits] : null;
    }

    static long memoryBytes(int maxDeltas, int maxLengths, int maxBits) {
        return Memory.object(4 * 4) + (maxDeltas > 0 ? DeltaBinaryPackedEncoder.memoryBytes(maxDeltas) : 0)
                + (maxLengths > 0 ? Memory.array(maxLengths, 4) : 0) + (maxBits > 0 ? Memory.array(maxBits, 2) : 0);
    }

    /** Writes the values from {@code from} to before {@code to}; what does not fit sets the flag of {@code out}. */
    void encode(ColumnBuffer c, int from, int to, int encoding, ByteWriter out) {
        switch (encoding) {
        case Encoding.RLE_DICTIONARY:
            int width = RleHybridEncoder.width(this.dictionary.size - 1);
            out.writeByte(width);
            RleHybridEncoder.encode(this.dictionary.indexes, from, to, width, out);
            break;
        case Encoding.DELTA_BINARY_PACKED:
            if (c.ints != null) {
                this.deltas.encode(c.ints, from, to, out);
            } else {
                this.deltas.encode(c.longs, from, to, out);
            }
            break;
        case Encoding.BYTE_STREAM_SPLIT:
            ByteStreamSplitEncoder.encode(c, from, to, out);
            break;
        case Encoding.DELTA_LENGTH_BYTE_ARRAY:
            DeltaLengthByteArrayEncoder.encode(c, from, to, this.lengths, this.deltas, out);
            break;
        case Encoding.DELTA_BYTE_ARRAY:
            DeltaByteArrayEncoder.encode(c, from, to, this.lengths, this.deltas, out);
            break;
        case Encoding.RLE:
            booleans(c.bytes, from, to, out);
            break;
        default:
            PlainEncoder.encode(c, from, to, out);
        }
    }

    /** BOOLEAN as RLE hybrid of width 1, with its length before it (Encodings.md, RLE = 3). */
    private void booleans(byte[] values, int from, int to, ByteWriter out) {
        for (int i = from; i < to; i++) {
            this.bits[i - from] = (char) values[i];
        }
        int at = out.length();
        out.writeIntLe(0);
        RleHybridEncoder.encode(this.bits, 0, to - from, 1, out);
        if (!out.overflowed()) {
            LittleEndian.putInt(out.array(), at, out.length() - at - 4);
        }
    }
}
