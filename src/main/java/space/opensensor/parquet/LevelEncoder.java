package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.LittleEndian;

/** Repetition and definition levels of a page, in the RLE hybrid (Encodings.md, RLE = 3; Dremel). */
final class LevelEncoder {

    private static final int LENGTH_BYTES = 4;

    private final char[] levels;

    /** @param maxSlots slots of a page at most; 0 if no column has levels. */
    LevelEncoder(int maxSlots) {
        this.levels = new char[maxSlots];
    }

    static long memoryBytes(int maxSlots) {
        return Memory.object(4) + Memory.array(maxSlots, 2);
    }

    /**
     * Writes the repetition levels of some slots, if the column is a list.
     *
     * @param prefixed whether 4 bytes with the length go before them (data page v1).
     */
    void repetition(ColumnBuffer c, int from, int to, boolean prefixed, ByteWriter out) {
        if (c.levels != null) {
            for (int i = from; i < to; i++) {
                this.levels[i - from] = (char) (c.levels[i] & ColumnBuffer.CONTINUED);
            }
            write(to - from, 1, prefixed, out);
        }
    }

    /** Writes the definition levels of some slots, if the column can lack values; see {@link #repetition}. */
    void definition(ColumnBuffer c, int from, int to, boolean prefixed, ByteWriter out) {
        int max = c.column.maxDefinitionLevel();
        if (max == 0) {
            return;
        }
        if (c.levels != null) {
            for (int i = from; i < to; i++) {
                this.levels[i - from] = (char) (c.levels[i] >>> 1);
            }
        } else if (c.values == c.slots) {
            allPresent(to - from, prefixed, out);
            return;
        } else {
            for (int i = from; i < to; i++) {
                this.levels[i - from] = c.isNull(i) ? (char) 0 : (char) 1;
            }
        }
        write(to - from, RleHybridEncoder.width(max), prefixed, out);
    }

    private void write(int count, int width, boolean prefixed, ByteWriter out) {
        int start = begin(prefixed, out);
        RleHybridEncoder.encode(this.levels, 0, count, width, out);
        end(start, prefixed, out);
    }

    private static void allPresent(int count, boolean prefixed, ByteWriter out) {
        int start = begin(prefixed, out);
        RleHybridEncoder.run(1, count, 1, out);
        end(start, prefixed, out);
    }

    private static int begin(boolean prefixed, ByteWriter out) {
        if (prefixed) {
            out.writeIntLe(0);
        }
        return out.length();
    }

    private static void end(int start, boolean prefixed, ByteWriter out) {
        if (prefixed && !out.overflowed()) {
            LittleEndian.putInt(out.array(), start - LENGTH_BYTES, out.length() - start);
        }
    }
}
