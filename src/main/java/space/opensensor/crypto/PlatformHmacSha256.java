package space.opensensor.crypto;

import java.security.NoSuchAlgorithmException;

/** HMAC-SHA-256 over {@link PlatformSha256} (RFC 2104, section 2). A message costs two of its digests. */
public final class PlatformHmacSha256 implements HmacSha256 {

    private final Sha256 sha;
    private final byte[] inner = new byte[Sha256.BLOCK_BYTES];
    private final byte[] outer = new byte[Sha256.BLOCK_BYTES + Sha256.DIGEST_BYTES];

    /** @throws NoSuchAlgorithmException if the platform has no SHA-256. */
    public PlatformHmacSha256() throws NoSuchAlgorithmException {
        this.sha = new PlatformSha256();
    }

    @Override
    public void setKey(byte[] key, int offset, int length) {
        this.sha.reset();
        for (int i = 0; i < Sha256.BLOCK_BYTES; i++) {
            this.inner[i] = 0;
        }
        if (length > Sha256.BLOCK_BYTES) {
            this.sha.update(key, offset, length);
            this.sha.digest(this.inner, 0);
        } else {
            System.arraycopy(key, offset, this.inner, 0, length);
        }
        for (int i = 0; i < Sha256.BLOCK_BYTES; i++) {
            this.outer[i] = (byte) (this.inner[i] ^ OUTER_PAD);
            this.inner[i] ^= INNER_PAD;
        }
        this.sha.update(this.inner, 0, Sha256.BLOCK_BYTES);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        this.sha.update(bytes, offset, length);
    }

    @Override
    public void mac(byte[] target, int offset) {
        this.sha.digest(this.outer, Sha256.BLOCK_BYTES);
        this.sha.update(this.outer, 0, this.outer.length);
        this.sha.digest(target, offset);
        this.sha.update(this.inner, 0, Sha256.BLOCK_BYTES);
    }
}
