package space.opensensor.bytes;

/** UTF-8 (RFC 3629) without the platform's charsets, which a board may lack. */
public final class Utf8 {

    private static final int REPLACEMENT = '?';

    private Utf8() {
    }

    /** @return bytes that {@link #encode(String, byte[], int)} writes. */
    public static int length(String text) {
        int bytes = 0;
        for (int i = 0, n = text.length(); i < n;) {
            int codePoint = codePoint(text, i);
            i += codePoint >= 0x10000 ? 2 : 1;
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        }
        return bytes;
    }

    /** @return a new array with the encoded text. */
    public static byte[] encode(String text) {
        byte[] bytes = new byte[length(text)];
        encode(text, bytes, 0);
        return bytes;
    }

    /**
     * Encodes into an array of the caller; an unpaired surrogate becomes a question mark.
     *
     * @param target must have room for {@link #length(String)} bytes from {@code offset} on.
     * @return bytes written.
     */
    public static int encode(String text, byte[] target, int offset) {
        int at = offset;
        for (int i = 0, n = text.length(); i < n;) {
            int codePoint = codePoint(text, i);
            i += codePoint >= 0x10000 ? 2 : 1;
            at = put(codePoint, target, at);
        }
        return at - offset;
    }

    private static int put(int codePoint, byte[] target, int offset) {
        int at = offset;
        if (codePoint < 0x80) {
            target[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            target[at++] = (byte) (0xC0 | codePoint >>> 6);
            target[at++] = (byte) (0x80 | codePoint & 0x3F);
        } else {
            if (codePoint < 0x10000) {
                target[at++] = (byte) (0xE0 | codePoint >>> 12);
            } else {
                target[at++] = (byte) (0xF0 | codePoint >>> 18);
                target[at++] = (byte) (0x80 | codePoint >>> 12 & 0x3F);
            }
            target[at++] = (byte) (0x80 | codePoint >>> 6 & 0x3F);
            target[at++] = (byte) (0x80 | codePoint & 0x3F);
        }
        return at;
    }

    private static int codePoint(String text, int index) {
        int c = text.charAt(index);
        if (c < 0xD800 || c > 0xDFFF) {
            return c;
        }
        if (c <= 0xDBFF && index + 1 < text.length()) {
            int low = text.charAt(index + 1);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                return 0x10000 + ((c & 0x3FF) << 10 | low & 0x3FF);
            }
        }
        return REPLACEMENT;
    }

    /** @return the text of bytes that are UTF-8; what is malformed becomes U+FFFD, one per byte. */
    public static String decode(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = offset + length;
        for (int i = offset; i < end;) {
            int size = sequenceLength(bytes, i, end);
            if (size == 0) {
                text.append('\uFFFD');
                i++;
            } else {
                append(text, bytes, i, size);
                i += size;
            }
        }
        return text.toString();
    }

    /** @return whether the bytes are well-formed UTF-8. */
    public static boolean isValid(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end;) {
            int size = sequenceLength(bytes, i, end);
            if (size == 0) {
                return false;
            }
            i += size;
        }
        return true;
    }

    private static void append(StringBuilder text, byte[] bytes, int at, int size) {
        int codePoint = bytes[at] & (size == 1 ? 0x7F : 0xFF >> size + 1);
        for (int i = 1; i < size; i++) {
            codePoint = codePoint << 6 | bytes[at + i] & 0x3F;
        }
        if (codePoint < 0x10000) {
            text.append((char) codePoint);
        } else {
            text.append((char) (0xD7C0 + (codePoint >>> 10))).append((char) (0xDC00 | codePoint & 0x3FF));
        }
    }

    /** Returns the length of the well-formed sequence at {@code at}, 0 if there is none (RFC 3629, section 4). */
    private static int sequenceLength(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size > end - at) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        if (size < 3) {
            return size;
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = lead == 0xE0 && second < 0xA0 || lead == 0xF0 && second < 0x90;
        boolean surrogate = lead == 0xED && second > 0x9F;
        boolean beyond = lead == 0xF4 && second > 0x8F;
        return overlong || surrogate || beyond ? 0 : size;
    }
}
