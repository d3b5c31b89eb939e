package space.opensensor.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5 of the platform (RFC 1321): names the content of an S3 object, protects nothing. */
public final class Md5 {

    /** Bytes of a digest. */
    public static final int DIGEST_BYTES = 16;

    private final MessageDigest digest;

    private Md5(MessageDigest digest) {
        this.digest = digest;
    }

    /** @return null if the platform has none. */
    public static Md5 create() {
        try {
            return new Md5(MessageDigest.getInstance("MD5"));
        } catch (NoSuchAlgorithmException e) {
            return null;
        }
    }

    /** Forgets everything hashed so far. */
    public void reset() {
        this.digest.digest();
    }

    /** Hashes {@code length} bytes from {@code offset} on. */
    public void update(byte[] bytes, int offset, int length) {
        this.digest.update(bytes, offset, length);
    }

    /**
     * Finishes, and starts anew.
     *
     * @param target receives {@value #DIGEST_BYTES} bytes from {@code offset} on.
     */
    public void digest(byte[] target, int offset) {
        System.arraycopy(this.digest.digest(), 0, target, offset, DIGEST_BYTES);
    }
}
