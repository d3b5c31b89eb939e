package space.opensensor.bytes;

/** Base64 of RFC 4648, section 4, with padding: check sums and digests in HTTP headers. */
public final class Base64 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64() {
    }

    /** @return {@code length} bytes from {@code offset} on, encoded. */
    public static String encode(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder((length + 2) / 3 * 4);
        for (int i = 0; i < length; i += 3) {
            int left = length - i;
            int group = (bytes[offset + i] & 0xFF) << 16 | (left > 1 ? (bytes[offset + i + 1] & 0xFF) << 8 : 0)
                    | (left > 2 ? bytes[offset + i + 2] & 0xFF : 0);
            text.append(ALPHABET.charAt(group >>> 18)).append(ALPHABET.charAt(group >>> 12 & 63));
            text.append(left > 1 ? ALPHABET.charAt(group >>> 6 & 63) : '=');
            text.append(left > 2 ? ALPHABET.charAt(group & 63) : '=');
        }
        return text.toString();
    }
}
