package space.opensensor.lz4;

import space.opensensor.lz77.Hashes;

/**
 * The fast search: takes the latest earlier occurrence of the next bytes, found in one look into a hash table. The hash is of
 * five bytes: a match of four saves a byte at best and hides a longer one.
 * <p>
 * The table holds positions relative to a part of at most {@link LZ4Sequences#OFFSETS} bytes, so that every position and
 * every offset fits 16 bits. Long stretches without a match are searched in growing steps.
 */
final class GreedyParse {

    /** After this many positions without a match the step grows by one, and again after each as many. */
    private static final int PATIENCE_BITS = 6;

    /** Spreads the fifth byte over the table; an odd number without pattern in its bits. */
    private static final int FIFTH_FACTOR = 0x2C1B3C6D;

    private final char[] table;

    /** Start of the earlier occurrence that {@link #nextMatch} found. */
    private int candidate;

    /** First byte of the input that no sequence holds yet. */
    private int anchor;

    GreedyParse(int tableBytes) {
        this.table = new char[tableBytes >> 1];
    }

    /** Writes the sequences for a range; returns the index after the last one or {@link LZ4Sequences#FULL}. */
    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int inEnd = inOffset + length;
        int at = outOffset;
        this.anchor = inOffset;
        for (int base = inOffset; at >= 0 && base < inEnd; base += LZ4Sequences.OFFSETS) {
            at = compressPart(in, base, inEnd, out, at, end);
            if (inEnd - base <= LZ4Sequences.OFFSETS) {
                break;
            }
        }
        return at < 0 ? at : LZ4Sequences.lastSequence(in, this.anchor, inEnd - this.anchor, out, at, end);
    }

    private int compressPart(byte[] in, int base, int inEnd, byte[] out, int outOffset, int end) {
        int partLength = inEnd - base < LZ4Sequences.OFFSETS ? inEnd - base : LZ4Sequences.OFFSETS;
        int shift = Hashes.clear(this.table, partLength, 0);
        int lastStart = min(inEnd - LZ4Sequences.LAST_MATCH_START, base + partLength - LZ4Sequences.MIN_MATCH);
        int lastEnd = min(inEnd - LZ4Sequences.LAST_LITERALS, base + partLength);
        int at = outOffset;
        int p = nextMatch(in, base, base + 1, lastStart, shift);
        while (p >= 0) {
            int from = this.candidate;
            int matchEnd = p + LZ4Sequences.MIN_MATCH;
            for (int c = from + LZ4Sequences.MIN_MATCH; matchEnd < lastEnd && in[matchEnd] == in[c]; c++) {
                matchEnd++;
            }
            while (p > this.anchor && from > base && in[p - 1] == in[from - 1]) {
                p--;
                from--;
            }
            at = LZ4Sequences.sequence(in, this.anchor, p - this.anchor, p - from, matchEnd - p, out, at, end);
            if (at < 0) {
                return at;
            }
            this.anchor = matchEnd;
            if (matchEnd > lastStart) {
                return at;
            }
            this.table[hash(Hashes.load(in, matchEnd - 2), in[matchEnd + 2], shift)] = (char) (matchEnd - 2 - base);
            p = nextMatch(in, base, matchEnd, lastStart, shift);
        }
        return at;
    }

    /** Returns the first position from {@code start} to {@code last} that a match is known for, or -1. */
    private int nextMatch(byte[] in, int base, int start, int last, int shift) {
        if (start > last) {
            return -1;
        }
        char[] positions = this.table;
        int p = start;
        int next = Hashes.load(in, p);
        int tries = 1 << PATIENCE_BITS;
        while (true) {
            int hash = hash(next, in[p + 4], shift);
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
                return -1;
            }
            next = step == 1 ? next >>> 8 | in[p + 3] << 24 : Hashes.load(in, p);
        }
    }

    private static int hash(int bytes, int fifth, int shift) {
        return bytes * Hashes.FACTOR + fifth * FIFTH_FACTOR >>> shift;
    }

    private static int min(int a, int b) {
        return a < b ? a : b;
    }
}
