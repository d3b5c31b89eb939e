package space.opensensor.crypto;

/**
 * HMAC-SHA-256 over {@link JavaSha256} (RFC 2104, section 2). The two key pads are hashed once per key: a message then
 * costs its own blocks and two more.
 */
public final class JavaHmacSha256 implements HmacSha256 {

    private final int[] innerKey = new int[JavaSha256.STATE_WORDS];
    private final int[] outerKey = new int[JavaSha256.STATE_WORDS];
    private final JavaSha256 sha = new JavaSha256();
    private final byte[] pad = new byte[Sha256.BLOCK_BYTES];

    @Override
    public void setKey(byte[] key, int offset, int length) {
        for (int i = 0; i < this.pad.length; i++) {
            this.pad[i] = 0;
        }
        if (length > this.pad.length) {
            this.sha.reset();
            this.sha.update(key, offset, length);
            this.sha.digest(this.pad, 0);
        } else {
            System.arraycopy(key, offset, this.pad, 0, length);
        }
        absorb(this.innerKey, INNER_PAD);
        absorb(this.outerKey, INNER_PAD ^ OUTER_PAD);
        for (int i = 0; i < this.pad.length; i++) {
            this.pad[i] = 0;
        }
        this.sha.restoreAfterBlock(this.innerKey);
    }

    /** Changes the pad by {@code mask} and hashes it. */
    private void absorb(int[] target, int mask) {
        for (int i = 0; i < this.pad.length; i++) {
            this.pad[i] ^= mask;
        }
        this.sha.reset();
        this.sha.update(this.pad, 0, this.pad.length);
        this.sha.save(target);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        this.sha.update(bytes, offset, length);
    }

    @Override
    public void mac(byte[] target, int offset) {
        this.sha.digest(target, offset);
        this.sha.restoreAfterBlock(this.outerKey);
        this.sha.update(target, offset, Sha256.DIGEST_BYTES);
        this.sha.digest(target, offset);
        this.sha.restoreAfterBlock(this.innerKey);
    }
}
