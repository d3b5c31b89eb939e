package space.opensensor.lz4;

/**
 * The thorough search: the cheapest sequences, by dynamic programming from the end of the input.
 * <p>
 * For each position, last one first, the cost of a sequence that starts there is known from the costs after it: its literals
 * end at one of the places kept in {@link LiteralEnds}, where a match starts; of a match all lengths up to
 * {@link #TRIED_LENGTHS} and the whole length are tried. Earlier occurrences are found through chains of positions with the
 * same hash; a chain is read only from later positions than its own, so that a position, once decided, keeps its decision
 * where its link was.
 */
final class OptimalParse {

    /** Longest input decided as a whole, bytes: the costs of so many still fit 16 bits. */
    private static final int MAX_BLOCK = 65000;

    /** Occurrences looked at per position. */
    private static final int MAX_TRIES = 64;

    /** Matches are cut to each length up to this one. */
    private static final int TRIED_LENGTHS = 64;

    private static final int MIN_ENTRIES = 256;
    private static final int HASH_FACTOR = 0x1E35A7BD;
    private static final int NONE = 0x7FFFFFFF;

    /** Latest position of each hash. */
    private final char[] table;

    /** Before the decision the distance to the previous position of the same hash, 0 for none; after it offset or run. */
    private final char[] links;

    /** Length of the match that starts here, 0 for a literal. */
    private final char[] lengths;

    /** Bytes from the start of a sequence at a position to the end. */
    private final char[] costs;

    private final LiteralEnds literals = new LiteralEnds();

    private int anchor;
    private int longest;
    private int offset;
    private int bestLength;

    OptimalParse(int tableBytes, int maxInput) {
        int block = blockBytes(maxInput);
        this.table = new char[tableBytes >> 1];
        this.links = new char[block];
        this.lengths = new char[block];
        this.costs = new char[block + 1];
    }

    /** Bytes of the arrays of an instance. */
    static long memoryBytes(int tableBytes, int maxInput) {
        return tableBytes + 6L * blockBytes(maxInput) + 2;
    }

    private static int blockBytes(int maxInput) {
        return maxInput < MAX_BLOCK ? maxInput : MAX_BLOCK;
    }

    /** Writes the sequences for a range; returns the index after the last one or {@link LZ4Sequences#FULL}. */
    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int inEnd = inOffset + length;
        int at = outOffset;
        int base = inOffset;
        this.anchor = inOffset;
        while (at >= 0 && base < inEnd) {
            int block = blockBytes(inEnd - base);
            link(in, base, block);
            decide(in, base, block, inEnd);
            at = emit(in, base, block, out, at, end);
            base += block;
        }
        return at < 0 ? at : LZ4Sequences.lastSequence(in, this.anchor, inEnd - this.anchor, out, at, end);
    }

    /** Chains the positions whose next four bytes have the same hash. */
    private void link(byte[] in, int base, int length) {
        int shift = clearTable(length);
        char[] latest = this.table;
        char[] chain = this.links;
        int last = length - LZ4Sequences.MIN_MATCH;
        for (int i = 0; i <= last; i++) {
            int p = base + i;
            int hash = (in[p] & 0xFF | (in[p + 1] & 0xFF) << 8 | (in[p + 2] & 0xFF) << 16 | in[p + 3] << 24) * HASH_FACTOR
                    >>> shift;
            chain[i] = (char) (i - latest[hash]);
            latest[hash] = (char) i;
        }
        for (int i = last < 0 ? 0 : last + 1; i < length; i++) {
            chain[i] = 0;
        }
    }

    private int clearTable(int length) {
        int size = MIN_ENTRIES;
        int shift = 24;
        while (size < length && size < this.table.length) {
            size <<= 1;
            shift--;
        }
        char[] latest = this.table;
        for (int i = 0; i < size; i++) {
            latest[i] = 0;
        }
        return shift;
    }

    private void decide(byte[] in, int base, int length, int inEnd) {
        int lastStart = inEnd - LZ4Sequences.LAST_MATCH_START - base;
        int lastEnd = inEnd - LZ4Sequences.LAST_LITERALS - base;
        this.costs[length] = 1;
        this.literals.start(length);
        this.longest = 0;
        this.offset = 0;
        for (int i = length - 1; i >= 0; i--) {
            int match = NONE;
            if (i <= lastStart) {
                findMatch(in, base, i, lastEnd < length ? lastEnd : length);
                match = this.longest == 0 ? NONE : cheapestMatch(i);
            }
            int literal = this.literals.cost(i);
            if (match <= literal) {
                this.lengths[i] = (char) this.bestLength;
                this.links[i] = (char) this.offset;
                this.costs[i] = (char) (match + 1);
                this.literals.add(i, match);
            } else {
                this.lengths[i] = 0;
                this.links[i] = (char) this.literals.run(i);
                this.costs[i] = (char) (literal + 1);
            }
        }
    }

    /** Finds the longest match at a position, the nearest among equals; the one of the next position first, longer by one. */
    private void findMatch(byte[] in, int base, int i, int matchEnd) {
        int p = base + i;
        int most = matchEnd - i;
        if (this.longest == 0 || this.offset > i || in[p] != in[p - this.offset]) {
            this.longest = 0;
        } else {
            this.longest++;
        }
        char[] chain = this.links;
        int long1 = this.longest < LZ4Sequences.MIN_MATCH ? LZ4Sequences.MIN_MATCH - 1 : this.longest;
        int c = p;
        for (int tries = MAX_TRIES; tries > 0 && long1 < most; tries--) {
            int distance = chain[c - base];
            c -= distance;
            if (distance == 0) {
                return;
            }
            if (in[c + long1] == in[p + long1] && in[c] == in[p]) {
                int n = 1;
                while (n < most && in[c + n] == in[p + n]) {
                    n++;
                }
                if (n > long1) {
                    long1 = n;
                    this.longest = n;
                    this.offset = p - c;
                }
            }
        }
    }

    /** Chooses the length of the match at a position; returns the cost from there to the end. */
    private int cheapestMatch(int i) {
        char[] after = this.costs;
        int n = this.longest;
        int best = after[i + n] + 2 + LZ4Sequences.matchLengthSize(n);
        this.bestLength = n;
        for (n = n <= TRIED_LENGTHS ? n - 1 : TRIED_LENGTHS; n >= LZ4Sequences.MIN_MATCH; n--) {
            int cost = after[i + n] + 2 + (n < 19 ? 0 : 1);
            if (cost < best) {
                best = cost;
                this.bestLength = n;
            }
        }
        return best;
    }

    /** Writes what was decided; literals at the end stay for the next sequence. */
    private int emit(byte[] in, int base, int length, byte[] out, int outOffset, int end) {
        int at = outOffset;
        int i = 0;
        while (i < length && at >= 0) {
            int match = this.lengths[i];
            if (match == 0) {
                i += this.links[i];
            } else {
                int start = base + i;
                at = LZ4Sequences.sequence(in, this.anchor, start - this.anchor, this.links[i], match, out, at, end);
                i += match;
                this.anchor = base + i;
            }
        }
        return at;
    }
}
