package space.opensensor.s3;

import space.opensensor.crypto.Md5;

/**
 * What an entity tag says about the bytes of an object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object</a>
 */
final class Etag {

    private Etag() {
    }

    /** Returns an ETag without its quotes; null if there is none. */
    static String unquoted(String etag) {
        int length = etag == null ? 0 : etag.length();
        boolean quoted = length >= 2 && etag.charAt(0) == '"' && etag.charAt(length - 1) == '"';
        return quoted ? etag.substring(1, length - 1) : etag;
    }

    /** Returns whether an ETag is 32 hexadecimal digits. */
    static boolean looksLikeMd5(String etag) {
        if (etag == null || etag.length() != 2 * Md5.DIGEST_BYTES) {
            return false;
        }
        for (int i = 0; i < etag.length(); i++) {
            if (Character.digit(etag.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
