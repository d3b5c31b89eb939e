package space.opensensor.snappy;

import space.opensensor.lz77.Hashes;

/**
 * The fast search: takes the latest earlier occurrence of the next four bytes, found in one look into a hash table.
 * <p>
 * Positions are tried as other Snappy compressors try them, and every match they take is taken. Beyond that a match grows
 * backwards into the literal before it, and replaces the copy before it if that repeats from the same distance too. So no
 * output is larger than theirs with a table as large.
 * <p>
 * The table holds the low 16 bits of positions; a block is at most {@link SnappyElements#OFFSETS} bytes, so that they tell
 * the distance. Long stretches without a match are searched in growing steps.
 * <p>
 * What looks at bytes one by one may be overridden by what looks at several at once; the results must be the same.
 */
class GreedyParse {

    /** After this many positions without a match the step grows by one, and again after each as many. */
    static final int PATIENCE_BITS = 5;

    /** No further match. */
    static final int NONE = -1;

    /** By the hash of four bytes the low 16 bits of where they were last seen. */
    final char[] table;

    /** How far before its own place the match that {@link #nextMatch} found occurred. */
    int distance;

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

    /** Writes a literal where there is one, a copy, and further copies for as long as one begins where the last one ends. */
    private int compressBlock(byte[] in, int base, int inEnd, byte[] out, int outOffset, int end) {
        int shift = clear(inEnd - base, base);
        int at = outOffset;
        int anchor = base;
        int match = nextMatch(in, base + 1, inEnd, shift);
        while (match >= 0) {
            int back = this.distance;
            int start = backwards(in, match, base + back > anchor ? base + back : anchor);
            if (start > anchor) {
                at = literal(in, anchor, start - anchor, out, at, end);
                if (at < 0) {
                    return at;
                }
            }
            int stop = matchEnd(in, match + SnappyElements.MIN_MATCH, back, inEnd);
            while (stop <= inEnd - SnappyElements.MIN_MATCH && matchAt(in, stop, shift)) {
                int nextBack = this.distance;
                int nextStop = matchEnd(in, stop + SnappyElements.MIN_MATCH, nextBack, inEnd);
                boolean one = mayRepeat() && nextStop - start <= SnappyElements.MAX_COPY && start - nextBack >= base
                        && repeats(in, start, stop, nextBack);
                if (!one) {
                    at = copy(back, stop - start, out, at, end);
                    if (at < 0) {
                        return at;
                    }
                    start = stop;
                }
                back = nextBack;
                stop = nextStop;
            }
            at = copy(back, stop - start, out, at, end);
            if (at < 0) {
                return at;
            }
            anchor = stop;
            match = nextMatch(in, anchor + 1, inEnd, shift);
        }
        return anchor < inEnd ? literal(in, anchor, inEnd - anchor, out, at, end) : at;
    }

    /** Returns the first position from {@code start} on with a match, or {@link #NONE}. */
    int nextMatch(byte[] in, int start, int inEnd, int shift) {
        int last = inEnd - SnappyElements.MIN_MATCH;
        if (start > last) {
            return NONE;
        }
        char[] positions = this.table;
        int p = start;
        int next = Hashes.load(in, p);
        int tries = 1 << PATIENCE_BITS;
        while (true) {
            int hash = next * Hashes.FACTOR >>> shift;
            int back = p - positions[hash] & 0xFFFF;
            positions[hash] = (char) p;
            int from = p - back;
            if (in[from] == (byte) next && goesOn(in, from, next)) {
                this.distance = back;
                return p;
            }
            int step = tries++ >> PATIENCE_BITS;
            p += step;
            if (p > last) {
                return NONE;
            }
            next = step == 1 ? next >>> 8 | in[p + 3] << 24 : Hashes.load(in, p);
        }
    }

    /** Returns where a match starts that may grow backwards as far as {@code stop}. */
    int backwards(byte[] in, int match, int stop) {
        int back = this.distance;
        int start = match;
        while (start > stop && in[start - 1] == in[start - 1 - back]) {
            start--;
        }
        return start;
    }

    /** Remembers the position before another one and returns whether a match starts at that. */
    boolean matchAt(byte[] in, int at, int shift) {
        char[] positions = this.table;
        int before = Hashes.load(in, at - 1);
        positions[before * Hashes.FACTOR >>> shift] = (char) (at - 1);
        int next = before >>> 8 | in[at + 3] << 24;
        int hash = next * Hashes.FACTOR >>> shift;
        int back = at - positions[hash] & 0xFFFF;
        positions[hash] = (char) at;
        int from = at - back;
        this.distance = back;
        return in[from] == (byte) next && goesOn(in, from, next);
    }

    /** Returns whether three bytes follow a position as they follow the lowest of four. */
    private static boolean goesOn(byte[] in, int at, int bytes) {
        return in[at + 1] == (byte) (bytes >> 8) && in[at + 2] == (byte) (bytes >> 16) && in[at + 3] == (byte) (bytes >> 24);
    }

    /** Returns the first index from {@code known} to {@code end} whose byte differs from the one so far before it. */
    int matchEnd(byte[] in, int known, int back, int end) {
        int i = known;
        int c = known - back;
        if (end - i >= 4) {
            if (in[i] != in[c]) {
                return i;
            }
            if (in[i + 1] != in[c + 1]) {
                return i + 1;
            }
            if (in[i + 2] != in[c + 2]) {
                return i + 2;
            }
            i += 3;
            c += 3;
        }
        while (i < end && in[i] == in[c]) {
            i++;
            c++;
        }
        return i;
    }

    /** Returns false if {@link #matchAt} saw that what is before its position differs from what is so far before that. */
    boolean mayRepeat() {
        return true;
    }

    /** Returns whether all bytes of a range, four or more, are those so far before it. */
    boolean repeats(byte[] in, int start, int stop, int back) {
        return (in[start] ^ in[start - back] | in[start + 1] ^ in[start + 1 - back]) == 0
                && matchEnd(in, start + 2, back, stop) == stop;
    }

    /** Writes bytes as they are, as {@link SnappyElements#literal} does; what is behind them may be overwritten up to the end. */
    int literal(byte[] in, int from, int length, byte[] out, int at, int end) {
        return SnappyElements.literal(in, from, length, out, at, end);
    }

    /** Writes a copy, as {@link SnappyElements#copy} does; what is behind it may be overwritten up to the end. */
    int copy(int back, int length, byte[] out, int at, int end) {
        return SnappyElements.copy(back, length, out, at, end);
    }

    /** Makes the table empty, as {@link Hashes#clear} does. */
    int clear(int length, int position) {
        return Hashes.clear(this.table, length, position);
    }
}
