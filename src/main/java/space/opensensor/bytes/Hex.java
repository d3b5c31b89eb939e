package space.opensensor.bytes;

/** Hexadecimal digits, lower case, two per byte. */
public final class Hex {

    private Hex() {
    }

    /** @return the digit of a value 0 to 15 as an ASCII character. */
    public static int digit(int nibble) {
        return nibble < 10 ? '0' + nibble : 'a' - 10 + nibble;
    }

    /** @return all bytes as digits. */
    public static String encode(byte[] bytes) {
        return encode(bytes, 0, bytes.length);
    }

    /** @return {@code length} bytes from {@code offset} on as digits. */
    public static String encode(byte[] bytes, int offset, int length) {
        char[] digits = new char[2 * length];
        for (int i = 0; i < length; i++) {
            int b = bytes[offset + i];
            digits[2 * i] = (char) digit(b >>> 4 & 15);
            digits[2 * i + 1] = (char) digit(b & 15);
        }
        return new String(digits);
    }

    /**
     * Writes digits as ASCII bytes; needs no other memory.
     *
     * @param target must have room for 2 x {@code length} bytes from {@code targetOffset} on.
     */
    public static void encode(byte[] bytes, int offset, int length, byte[] target, int targetOffset) {
        for (int i = 0; i < length; i++) {
            int b = bytes[offset + i];
            target[targetOffset + 2 * i] = (byte) digit(b >>> 4 & 15);
            target[targetOffset + 2 * i + 1] = (byte) digit(b & 15);
        }
    }

    /**
     * Reads digits of either case.
     *
     * @throws IllegalArgumentException if the count of digits is odd or a character is no digit; the text names the
     *         position, not the content.
     */
    public static byte[] decode(String digits) {
        int length = digits.length();
        if ((length & 1) != 0) {
            throw new IllegalArgumentException("odd number of hexadecimal digits: " + length);
        }
        byte[] bytes = new byte[length / 2];
        for (int i = 0; i < length; i++) {
            bytes[i / 2] = (byte) (bytes[i / 2] << 4 | value(digits, i));
        }
        return bytes;
    }

    private static int value(String digits, int index) {
        int c = digits.charAt(index);
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        if (letter >= 'a' && letter <= 'f') {
            return letter - 'a' + 10;
        }
        throw new IllegalArgumentException("no hexadecimal digit at position " + index);
    }
}
