package space.opensensor.crypto;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of the platform. A key costs an object, a message the platform's array of 32 bytes. */
public final class PlatformHmacSha256 implements HmacSha256 {

    private static final String NAME = "HmacSHA256";

    private final Mac mac;

    /** @throws NoSuchAlgorithmException if the platform has none. */
    public PlatformHmacSha256() throws NoSuchAlgorithmException {
        this.mac = Mac.getInstance(NAME);
    }

    @Override
    public void setKey(byte[] key, int offset, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(key, offset, copy, 0, length);
        try {
            this.mac.init(new SecretKeySpec(copy, NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key of " + length + " bytes refused by the platform");
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        this.mac.update(bytes, offset, length);
    }

    @Override
    public void mac(byte[] target, int offset) {
        System.arraycopy(this.mac.doFinal(), 0, target, offset, Sha256.DIGEST_BYTES);
    }
}
