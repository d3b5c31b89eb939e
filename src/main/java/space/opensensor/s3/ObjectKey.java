package space.opensensor.s3;

import space.opensensor.bytes.Utf8;

/**
 * What an object may be called.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">Naming objects</a>
 */
final class ObjectKey {

    private static final int MAX_BYTES = 1024;

    private ObjectKey() {
    }

    /**
     * @return {@code key} if it is allowed; clients and proxies would change segments that are {@code .} or {@code
     *         ..}.
     */
    static String require(String key) {
        int bytes = key == null ? 0 : Utf8.length(key);
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("key has " + bytes + " bytes of UTF-8, allowed are 1 to " + MAX_BYTES);
        }
        for (int start = 0; start <= key.length();) {
            int slash = key.indexOf('/', start);
            int end = slash < 0 ? key.length() : slash;
            if (isDots(key, start, end)) {
                throw new IllegalArgumentException("key " + key + ": segments . and .. are not allowed");
            }
            start = end + 1;
        }
        return key;
    }

    private static boolean isDots(String key, int start, int end) {
        int length = end - start;
        return length == 1 && key.charAt(start) == '.'
                || length == 2 && key.charAt(start) == '.' && key.charAt(start + 1) == '.';
    }
}
