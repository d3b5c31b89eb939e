package space.opensensor.s3;

import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.HmacSha256;
import space.opensensor.crypto.Sha256;

/**
 * The key that signs: derived from secret key, day, region and service, and kept while they stay the same.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Task 3: Calculate
 *      signature</a>
 */
final class SigningKey {

    private final byte[] key = new byte[Sha256.DIGEST_BYTES];
    private final byte[] day = new byte[AmzDate.DAY_LENGTH];
    private Credentials credentials;
    private String region;

    /**
     * Sets the key of {@code hmac}, which nobody else may have set since the last call.
     *
     * @param date begins with the day, {@code yyyyMMdd}.
     */
    void set(HmacSha256 hmac, Credentials newCredentials, byte[] date, String newRegion, String service) {
        if (newCredentials == this.credentials && newRegion.equals(this.region) && isSameDay(date)) {
            return;
        }
        byte[] secret = Utf8.encode("AWS4" + newCredentials.secretAccessKey());
        hmac.setKey(secret, 0, secret.length);
        hmac.update(date, 0, AmzDate.DAY_LENGTH);
        hmac.mac(this.key, 0);
        next(hmac, newRegion);
        next(hmac, service);
        next(hmac, "aws4_request");
        hmac.setKey(this.key, 0, this.key.length);
        for (int i = 0; i < secret.length; i++) {
            secret[i] = 0;
        }
        System.arraycopy(date, 0, this.day, 0, this.day.length);
        this.credentials = newCredentials;
        this.region = newRegion;
    }

    private void next(HmacSha256 hmac, String message) {
        byte[] bytes = Utf8.encode(message);
        hmac.setKey(this.key, 0, this.key.length);
        hmac.update(bytes, 0, bytes.length);
        hmac.mac(this.key, 0);
    }

    private boolean isSameDay(byte[] date) {
        for (int i = 0; i < this.day.length; i++) {
            if (this.day[i] != date[i]) {
                return false;
            }
        }
        return true;
    }
}
