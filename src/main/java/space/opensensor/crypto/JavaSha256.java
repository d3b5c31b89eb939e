package space.opensensor.crypto;

/** SHA-256 in integer arithmetic alone (FIPS 180-4, section 6.2). Owns 352 bytes of buffers. */
public final class JavaSha256 implements Sha256 {

    static final int STATE_WORDS = 8;
    private static final int ROUNDS = 64;
    private static final int LENGTH_AT = 56;

    private final int[] state = new int[STATE_WORDS];
    private final int[] schedule = new int[ROUNDS];
    private final byte[] block = new byte[BLOCK_BYTES];
    private int buffered;
    private long length;

    /** Starts with nothing hashed. */
    public JavaSha256() {
        reset();
    }

    @Override
    public void reset() {
        System.arraycopy(Sha256Constants.INITIAL, 0, this.state, 0, STATE_WORDS);
        this.buffered = 0;
        this.length = 0;
    }

    /** Puts the state after whole blocks into {@code target}. */
    void save(int[] target) {
        System.arraycopy(this.state, 0, target, 0, STATE_WORDS);
    }

    /** Goes on from a state that {@link #save} put away after one block. */
    void restoreAfterBlock(int[] saved) {
        System.arraycopy(saved, 0, this.state, 0, STATE_WORDS);
        this.buffered = 0;
        this.length = BLOCK_BYTES;
    }

    @Override
    public void update(byte[] bytes, int offset, int count) {
        int at = offset;
        int left = count;
        this.length += count;
        if (this.buffered > 0) {
            int part = Math.min(left, BLOCK_BYTES - this.buffered);
            System.arraycopy(bytes, at, this.block, this.buffered, part);
            this.buffered += part;
            at += part;
            left -= part;
            if (this.buffered < BLOCK_BYTES) {
                return;
            }
            compress(this.block, 0);
        }
        for (; left >= BLOCK_BYTES; left -= BLOCK_BYTES) {
            compress(bytes, at);
            at += BLOCK_BYTES;
        }
        System.arraycopy(bytes, at, this.block, 0, left);
        this.buffered = left;
    }

    @Override
    public void digest(byte[] target, int offset) {
        pad();
        for (int i = 0; i < STATE_WORDS; i++) {
            putInt(target, offset + 4 * i, this.state[i]);
        }
        reset();
    }

    /** Appends a one bit, zeros and the length in bits (FIPS 180-4, section 5.1.1). */
    private void pad() {
        byte[] b = this.block;
        int at = this.buffered;
        b[at++] = (byte) 0x80;
        if (at > LENGTH_AT) {
            clear(b, at, BLOCK_BYTES);
            compress(b, 0);
            at = 0;
        }
        clear(b, at, LENGTH_AT);
        putInt(b, LENGTH_AT, (int) (this.length >>> 29));
        putInt(b, LENGTH_AT + 4, (int) (this.length << 3));
        compress(b, 0);
    }

    private static void clear(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[i] = 0;
        }
    }

    private static void putInt(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    /** Prepares the message schedule of one block (FIPS 180-4, section 6.2.2, step 1). */
    private static void expand(byte[] in, int offset, int[] w) {
        for (int t = 0, at = offset; t < 16; t++, at += 4) {
            w[t] = in[at] << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF;
        }
        for (int t = 16; t < ROUNDS; t++) {
            int x = w[t - 15];
            int y = w[t - 2];
            int s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
            int s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }
    }

    /**
     * Takes one block into the state (FIPS 180-4, section 6.2.2, steps 2 to 4). Eight rounds per turn: instead of
     * moving the eight variables along, the rounds take them in turn.
     */
    private void compress(byte[] in, int offset) {
        int[] w = this.schedule;
        int[] k = Sha256Constants.ROUND;
        int[] s = this.state;
        expand(in, offset, w);
        int a = s[0];
        int b = s[1];
        int c = s[2];
        int d = s[3];
        int e = s[4];
        int f = s[5];
        int g = s[6];
        int h = s[7];
        for (int t = 0; t < ROUNDS; t += 8) {
            h += k[t] + w[t] + (g ^ e & (f ^ g))
                    + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7));
            d += h;
            h += (a & b | c & (a | b))
                    + ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10));
            g += k[t + 1] + w[t + 1] + (f ^ d & (e ^ f))
                    + ((d >>> 6 | d << 26) ^ (d >>> 11 | d << 21) ^ (d >>> 25 | d << 7));
            c += g;
            g += (h & a | b & (h | a))
                    + ((h >>> 2 | h << 30) ^ (h >>> 13 | h << 19) ^ (h >>> 22 | h << 10));
            f += k[t + 2] + w[t + 2] + (e ^ c & (d ^ e))
                    + ((c >>> 6 | c << 26) ^ (c >>> 11 | c << 21) ^ (c >>> 25 | c << 7));
            b += f;
            f += (g & h | a & (g | h))
                    + ((g >>> 2 | g << 30) ^ (g >>> 13 | g << 19) ^ (g >>> 22 | g << 10));
            e += k[t + 3] + w[t + 3] + (d ^ b & (c ^ d))
                    + ((b >>> 6 | b << 26) ^ (b >>> 11 | b << 21) ^ (b >>> 25 | b << 7));
            a += e;
            e += (f & g | h & (f | g))
                    + ((f >>> 2 | f << 30) ^ (f >>> 13 | f << 19) ^ (f >>> 22 | f << 10));
            d += k[t + 4] + w[t + 4] + (c ^ a & (b ^ c))
                    + ((a >>> 6 | a << 26) ^ (a >>> 11 | a << 21) ^ (a >>> 25 | a << 7));
            h += d;
            d += (e & f | g & (e | f))
                    + ((e >>> 2 | e << 30) ^ (e >>> 13 | e << 19) ^ (e >>> 22 | e << 10));
            c += k[t + 5] + w[t + 5] + (b ^ h & (a ^ b))
                    + ((h >>> 6 | h << 26) ^ (h >>> 11 | h << 21) ^ (h >>> 25 | h << 7));
            g += c;
            c += (d & e | f & (d | e))
                    + ((d >>> 2 | d << 30) ^ (d >>> 13 | d << 19) ^ (d >>> 22 | d << 10));
            b += k[t + 6] + w[t + 6] + (a ^ g & (h ^ a))
                    + ((g >>> 6 | g << 26) ^ (g >>> 11 | g << 21) ^ (g >>> 25 | g << 7));
            f += b;
            b += (c & d | e & (c | d))
                    + ((c >>> 2 | c << 30) ^ (c >>> 13 | c << 19) ^ (c >>> 22 | c << 10));
            a += k[t + 7] + w[t + 7] + (h ^ f & (g ^ h))
                    + ((f >>> 6 | f << 26) ^ (f >>> 11 | f << 21) ^ (f >>> 25 | f << 7));
            e += a;
            a += (b & c | d & (b | c))
                    + ((b >>> 2 | b << 30) ^ (b >>> 13 | b << 19) ^ (b >>> 22 | b << 10));
        }
        s[0] += a;
        s[1] += b;
        s[2] += c;
        s[3] += d;
        s[4] += e;
        s[5] += f;
        s[6] += g;
        s[7] += h;
    }
}
