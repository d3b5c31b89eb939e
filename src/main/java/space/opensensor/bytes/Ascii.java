package space.opensensor.bytes;

/** Texts of ASCII characters in byte arrays, as in protocol heads. */
public final class Ascii {

    private Ascii() {
    }

    /** @return {@code length} bytes from {@code offset} on, each as the character of the same number (ISO 8859-1). */
    public static String decode(byte[] bytes, int offset, int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) (bytes[offset + i] & 0xFF);
        }
        return new String(chars);
    }

    /** @return whether the bytes are the characters of {@code text}, letters of either case being the same. */
    public static boolean equalsIgnoreCase(byte[] bytes, int offset, int length, String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(bytes[offset + i]) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** @return whether two texts are the same, ASCII letters of either case being the same; no table of characters is needed. */
    public static boolean equalsIgnoreCase(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** @return the lower-case form of an ASCII letter, any other character as it is. */
    public static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    }
}
