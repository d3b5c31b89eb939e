package space.opensensor.snappy;

/**
 * The fast search: takes the latest earlier occurrence of the next four bytes, found in one look into a hash table.
 * <p>
 * The table holds positions relative to the block, 16 bits each; a block is at most {@link SnappyElements#OFFSETS} bytes, so
 * that every position and every offset fits. Long stretches without a match are searched in growing steps.
 */
final class GreedyParse {

    /** Smallest part of the table used, entries. */
    private static final int MIN_ENTRIES = 256;

    /** After this many positions without a match the step grows by one, and again after each as many. */
    private static final int PATIENCE_BITS = 6;

    /** Spreads four bytes over the table; an odd number without pattern in its bits. */
    private static final int HASH_FACTOR = 0x1E35A7BD;

    /** No further match. */
    private static final int NONE = -1;

    private final char[] table;

    /** Start of the earlier occurrence that {@link #nextMatch} found. */
    private int candidate;

    GreedyParse(int tableBytes) {
        this.table = new char[tableBytes >> 1];
    }

    /** Writes the elements for a range; returns the index after the last one or {@link SnappyElements#FULL}. */
    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int inEnd = inOffset + length;
        int at = outOffset;
        int block = inOffset;
        while (at >= 0 && block < inEnd) {
            int blockEnd = inEnd - block > SnappyElements.OFFSETS ? block + SnappyElements.OFFSETS : inEnd;
            at = compressBlock(in, block, blockEnd, out, at, end);
            block = blockEnd;
        }
        return at;
    }

    private int compressBlock(byte[] in, int base, int inEnd, byte[] out, int outOffset, int end) {
        int shift = clearTable(inEnd - base);
        int last = inEnd - SnappyElements.MIN_MATCH;
        int at = outOffset;
        int anchor = base;
        int p = last > base ? nextMatch(in, base, base + 1, load(in, base + 1), last, shift) : NONE;
        while (p >= 0) {
            int from = this.candidate;
            int matchEnd = p + SnappyElements.MIN_MATCH;
            for (int c = from + SnappyElements.MIN_MATCH; matchEnd < inEnd && in[matchEnd] == in[c]; c++) {
                matchEnd++;
            }
            if (p > anchor) {
                while (p > anchor && from > base && in[p - 1] == in[from - 1]) {
                    p--;
                    from--;
                }
                at = p == anchor ? at : SnappyElements.literal(in, anchor, p - anchor, out, at, end);
                if (at < 0) {
                    return at;
                }
            }
            at = SnappyElements.copy(p - from, matchEnd - p, out, at, end);
            if (at < 0) {
                return at;
            }
            anchor = matchEnd;
            if (matchEnd > last) {
                break;
            }
            int before = load(in, matchEnd - 1);
            this.table[before * HASH_FACTOR >>> shift] = (char) (matchEnd - 1 - base);
            p = nextMatch(in, base, matchEnd, before >>> 8 | in[matchEnd + 3] << 24, last, shift);
        }
        return anchor < inEnd ? SnappyElements.literal(in, anchor, inEnd - anchor, out, at, end) : at;
    }

    /** Returns the first position from {@code start}, whose bytes are given, to {@code last} with a match, or {@link #NONE}. */
    private int nextMatch(byte[] in, int base, int start, int bytes, int last, int shift) {
        char[] positions = this.table;
        int p = start;
        int next = bytes;
        int tries = 1 << PATIENCE_BITS;
        while (true) {
            int hash = next * HASH_FACTOR >>> shift;
            int from = base + positions[hash];
            positions[hash] = (char) (p - base);
            if (in[from] == (byte) next && in[from + 1] == in[p + 1] && in[from + 2] == in[p + 2]
                    && in[from + 3] == in[p + 3]) {
                this.candidate = from;
                return p;
            }
            int step = tries++ >> PATIENCE_BITS;
            p += step;
            if (p > last) {
                return NONE;
            }
            next = step == 1 ? next >>> 8 | in[p + 3] << 24 : load(in, p);
        }
    }

    /** Clears as much of the table as a block of this length deserves; returns the shift that keeps a hash inside of it. */
    private int clearTable(int length) {
        int size = MIN_ENTRIES;
        int shift = 24;
        while (size < length && size < this.table.length) {
            size <<= 1;
            shift--;
        }
        char[] positions = this.table;
        for (int i = 0; i < size; i++) {
            positions[i] = 0;
        }
        return shift;
    }

    private static int load(byte[] in, int i) {
        return in[i] & 0xFF | (in[i + 1] & 0xFF) << 8 | (in[i + 2] & 0xFF) << 16 | in[i + 3] << 24;
    }
}
