package space.opensensor.crypto;

import java.security.NoSuchAlgorithmException;

/** Makes hash functions: the platform's where it has them, own code otherwise. */
public final class Hashes {

    private Hashes() {
    }

    /** @return a new SHA-256 for long inputs. */
    public static Sha256 sha256() {
        try {
            return new PlatformSha256();
        } catch (NoSuchAlgorithmException e) {
            return new JavaSha256();
        }
    }

    /** @return a new HMAC-SHA-256 without a key. */
    public static HmacSha256 hmacSha256() {
        try {
            return new PlatformHmacSha256();
        } catch (NoSuchAlgorithmException e) {
            return new JavaHmacSha256();
        }
    }
}
