package space.opensensor.snappy;

/** The fast parse. */
final class GreedyParse {
    private final short[] table;
    GreedyParse(int tableBytes) {
        this.table = new short[tableBytes >> 1];
    }

    int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int end) {
        int at = outOffset;
        int inEnd = inOffset + length;
        int anchor = inOffset;
        if (length > 4) {
            int bits = tableBits(length);
            final short[] table = this.table;
            fill(table, 1 << bits, (short) inOffset);
            int shift = 32 - bits;
            int last = inEnd - 4;
            int p = inOffset + 1;
            int x = load(in, p);
            int probes = SKIP;
            while (p <= last) {
                int h = x * 0x9E3779B1 >>> shift;
                int cand = p - (p - table[h] & 0xFFFF);
                table[h] = (short) p;
                if (in[cand] == (byte) x && in[cand + 1] == in[p + 1] && in[cand + 2] == in[p + 2] && in[cand + 3] == in[p + 3]
                        && cand != p) {
                    int m = p + 4;
                    int c = cand + 4;
                    while (m < inEnd && in[m] == in[c]) {
                        m++;
                        c++;
                    }
                    while (p > anchor && cand > inOffset && in[p - 1] == in[cand - 1]) {
                        p--;
                        cand--;
                    }
                    if (p > anchor) {
                        at = SnappyElements.literal(in, anchor, p - anchor, out, at, end);
                        if (at < 0) {
                            return at;
                        }
                    }
                    at = SnappyElements.copy(p - cand, m - p, out, at, end);
                    if (at < 0) {
                        return at;
                    }
                    anchor = m;
                    if (m > last) {
                        break;
                    }
                    // insert
                    for (int i = m - INS; i < m; i++) if (i > p) {
                    table[load(in, i) * 0x9E3779B1 >>> shift] = (short) i;
                    }
                    p = m;
                    x = load(in, p);
                    probes = SKIP;
                } else {
                    int step = probes++ >> SKIPBITS;
                    if (step == 1) {
                        p++;
                        if (p <= last) x = x >>> 8 | in[p + 3] << 24;
                    } else {
                        p += step;
                        if (p <= last) x = load(in, p);
                    }
                }
            }
        }
        if (anchor < inEnd) {
            at = SnappyElements.literal(in, anchor, inEnd - anchor, out, at, end);
        }
        return at;
    }
    static final int SKIPBITS = 7, SKIP = 1 << SKIPBITS, INS = 1;

    private int tableBits(int length) {
        int bits = 8;
        while (1 << bits < length && 1 << bits < this.table.length) {
            bits++;
        }
        return bits;
    }

    static int load(byte[] in, int i) {
        return in[i] & 0xFF | (in[i + 1] & 0xFF) << 8 | (in[i + 2] & 0xFF) << 16 | in[i + 3] << 24;
    }

    static void fill(short[] table, int size, short value) {
        for (int i = 0; i < 8; i++) {
            table[i] = value;
        }
        for (int i = 8; i < size; i <<= 1) {
            System.arraycopy(table, 0, table, i, i);
        }
    }
}
