package space.opensensor.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the platform: hardware on the board. A digest costs the platform's array of 32 bytes. */
public final class PlatformSha256 implements Sha256 {

    private final MessageDigest digest;

    /** @throws NoSuchAlgorithmException if the platform has none. */
    public PlatformSha256() throws NoSuchAlgorithmException {
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    @Override
    public void reset() {
        this.digest.digest();
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        this.digest.update(bytes, offset, length);
    }

    @Override
    public void digest(byte[] target, int offset) {
        System.arraycopy(this.digest.digest(), 0, target, offset, DIGEST_BYTES);
    }
}
