package space.opensensor.snappy;

/**
 * The thorough search: the cheapest sequence of literals and copies, by dynamic programming from the end of the input.
 * <p>
 * For each position, last one first, the cost of everything from there to the end is the cheaper of a copy and a literal,
 * each followed by the cheapest continuation, which is known already. Only copies of up to 64 bytes exist, so the costs of
 * the next 64 positions are enough; a literal ends where a copy starts, and the best of those places are kept in
 * {@link LiteralEnds}. Earlier occurrences are found through chains of positions with the same hash. A chain is read only
 * from later positions than its own, so that a position, once decided, keeps its decision where its link was: 3 bytes of
 * memory per byte of input.
 */
final class OptimalParse {

    /** Occurrences looked at per position. */
    private static final int MAX_TRIES = 64;

    /** Longest input decided as a whole, bytes. */
    private static final int MAX_BLOCK = 262144;

    /** Costs kept, a power of two above {@link SnappyElements#MAX_COPY}. */
    private static final int COSTS = 128;

    private static final int MIN_ENTRIES = 256;
    private static final int HASH_FACTOR = 0x1E35A7BD;

    /** Latest position of each hash, modulo 65536. */
    private final char[] table;

    /** Before the decision the distance to the previous position of the same hash, 0 for none; after it offset or run. */
    private final char[] links;

    /** Length of the copy that starts here, 0 for a literal. */
    private final byte[] lengths;

    /** Cost in bytes from a position to the end, by position modulo {@link #COSTS}. */
    private final int[] costs = new int[COSTS];

    private final LiteralEnds literals = new LiteralEnds();

    /** Longest match that a copy with a one-byte offset reaches, 0 for none, and its offset. */
    private int nearLength;
    private int nearOffset;

    /** Longest match, 0 for none, and its offset. */
    private int farLength;
    private int farOffset;

    /** Length and offset of the copy that {@link #cheapestCopy} found. */
    private int copyLength;
    private int copyOffset;

    OptimalParse(int tableBytes, int maxInput) {
        this.table = new char[tableBytes >> 1];
        int block = blockBytes(maxInput);
        this.links = new char[block];
        this.lengths = new byte[block];
    }

    /** Bytes of the arrays of an instance. */
    static long memoryBytes(int tableBytes, int maxInput) {
        return tableBytes + 3L * blockBytes(maxInput) + 4L * COSTS;
    }

    private static int blockBytes(int maxInput) {
        return maxInput < MAX_BLOCK ? maxInput : MAX_BLOCK;
    }

    /** Writes the elements for a range; returns the index after the last one or {@link SnappyElements#FULL}. */
    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int inEnd = inOffset + length;
        int at = outOffset;
        int base = inOffset;
        while (at >= 0 && base < inEnd) {
            int block = blockBytes(inEnd - base);
            link(in, base, block);
            decide(in, base, block);
            at = emit(in, base, block, out, at, end);
            base += block;
        }
        return at;
    }

    /** Chains the positions whose next four bytes have the same hash. */
    private void link(byte[] in, int base, int length) {
        int shift = clearTable(length);
        char[] latest = this.table;
        char[] chain = this.links;
        int last = length - SnappyElements.MIN_MATCH;
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

    private void decide(byte[] in, int base, int length) {
        this.costs[length & COSTS - 1] = 0;
        this.literals.start(length);
        for (int i = length - 1; i >= 0; i--) {
            int literal = this.literals.cost(i);
            findMatches(in, base, i, length);
            int copy = this.farLength == 0 ? Integer.MAX_VALUE : cheapestCopy(i);
            if (copy <= literal) {
                this.lengths[i] = (byte) this.copyLength;
                this.links[i] = (char) this.copyOffset;
                this.costs[i & COSTS - 1] = copy;
                this.literals.add(i, copy);
            } else {
                this.lengths[i] = 0;
                this.links[i] = (char) this.literals.run(i);
                this.costs[i & COSTS - 1] = literal;
            }
        }
    }

    /** Finds the longest matches at a position, the nearest among equals, in reach of either kind of copy. */
    private void findMatches(byte[] in, int base, int i, int length) {
        this.farLength = 0;
        this.nearLength = 0;
        char[] chain = this.links;
        int p = base + i;
        int longest = SnappyElements.MIN_MATCH - 1;
        int most = length - i < SnappyElements.MAX_COPY ? length - i : SnappyElements.MAX_COPY;
        int c = p;
        for (int tries = MAX_TRIES; tries > 0 && longest < most; tries--) {
            int distance = chain[c - base];
            c -= distance;
            if (distance == 0 || p - c >= SnappyElements.OFFSETS) {
                return;
            }
            if (in[c + longest] == in[p + longest] && in[c] == in[p]) {
                int n = 1;
                while (n < most && in[c + n] == in[p + n]) {
                    n++;
                }
                if (n > longest) {
                    longest = n;
                    keepMatch(n, p - c);
                }
            }
        }
    }

    private void keepMatch(int length, int offset) {
        this.farLength = length;
        this.farOffset = offset;
        if (offset < SnappyElements.SHORT_OFFSETS) {
            this.nearLength = length < SnappyElements.MAX_SHORT_COPY ? length : SnappyElements.MAX_SHORT_COPY;
            this.nearOffset = offset;
        }
    }

    /** Chooses length and kind of the copy at a position; returns the cost from there to the end. */
    private int cheapestCopy(int i) {
        int[] after = this.costs;
        int best = Integer.MAX_VALUE;
        int bestLength = 0;
        int n = this.farLength;
        for (; n > this.nearLength && n >= SnappyElements.MIN_MATCH; n--) {
            int cost = after[i + n & COSTS - 1] + 3;
            if (cost < best) {
                best = cost;
                bestLength = n;
            }
        }
        this.copyOffset = this.farOffset;
        for (; n >= SnappyElements.MIN_MATCH; n--) {
            int cost = after[i + n & COSTS - 1] + 2;
            if (cost < best) {
                best = cost;
                bestLength = n;
                this.copyOffset = this.nearOffset;
            }
        }
        this.copyLength = bestLength;
        return best;
    }

    /** Writes what was decided, literals next to each other as one. */
    private int emit(byte[] in, int base, int length, byte[] out, int outOffset, int end) {
        int at = outOffset;
        int literal = 0;
        int i = 0;
        while (i < length && at >= 0) {
            int copy = this.lengths[i];
            if (copy == 0) {
                literal += this.links[i];
                i += this.links[i];
            } else {
                at = flush(in, base + i, literal, out, at, end);
                literal = 0;
                if (at >= 0) {
                    at = SnappyElements.copy(this.links[i], copy, out, at, end);
                }
                i += copy;
            }
        }
        return at < 0 ? at : flush(in, base + i, literal, out, at, end);
    }

    /** Writes the literal that ends before an index, if there is one. */
    private static int flush(byte[] in, int literalEnd, int length, byte[] out, int at, int end) {
        return length == 0 ? at : SnappyElements.literal(in, literalEnd - length, length, out, at, end);
    }
}
