package space.opensensor.bytes;

/** Base64 of RFC 4648, section 4, with padding: check sums and digests in HTTP headers, certificates in settings. */
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

    /**
     * Decodes a text without line ends.
     *
     * @return the bytes.
     * @throws IllegalArgumentException if it is no Base64, or lacks padding; the text does not show it.
     */
    public static byte[] decode(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            throw new IllegalArgumentException("Base64: " + length + " characters are not allowed; a multiple of 4 is");
        }
        int padding = length == 0 || text.charAt(length - 1) != '=' ? 0 : text.charAt(length - 2) == '=' ? 2 : 1;
        byte[] bytes = new byte[length / 4 * 3 - padding];
        for (int i = 0, group = 0, at = 0; i < length; i++) {
            group = group << 6 | (i < length - padding ? digit(text.charAt(i)) : 0);
            if (i % 4 == 3) {
                for (int shift = 16; shift >= 0 && at < bytes.length; shift -= 8) {
                    bytes[at++] = (byte) (group >>> shift);
                }
            }
        }
        return bytes;
    }

    private static int digit(char character) {
        int digit = ALPHABET.indexOf(character);
        if (digit < 0) {
            throw new IllegalArgumentException("Base64: a character is not allowed");
        }
        return digit;
    }
}
