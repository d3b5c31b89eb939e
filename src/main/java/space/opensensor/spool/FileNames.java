package space.opensensor.spool;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Hex;

/**
 * Names of the spool's files: {@code 0000002a.log} is segment 42, {@code 0000002a-00-180-NAME} the first object in the
 * place of the segments up to 42, with 180 readings. Case does not count.
 */
final class FileNames {

    /** Longest name of an object, characters. */
    static final int MAX_OBJECT_NAME = 160;

    private static final String SEGMENT_SUFFIX = ".log";
    private static final int ID_DIGITS = 8;
    private static final int READINGS_AT = ID_DIGITS + 4;

    private FileNames() {
    }

    static String segment(int id) {
        char[] file = new char[ID_DIGITS + SEGMENT_SUFFIX.length()];
        for (int i = 0; i < ID_DIGITS; i++) {
            file[i] = (char) Hex.digit(id >>> 4 * (ID_DIGITS - 1 - i) & 15);
        }
        SEGMENT_SUFFIX.getChars(0, SEGMENT_SUFFIX.length(), file, ID_DIGITS);
        return new String(file);
    }

    static String object(int through, int index, int readings, String name) {
        StringBuilder file = new StringBuilder(READINGS_AT + 12 + name.length());
        appendHex(file, through, ID_DIGITS);
        file.append('-');
        appendHex(file, index, 2);
        return file.append('-').append(readings).append('-').append(name).toString();
    }

    /** @return {@link StoredFile#SEGMENT}, {@link StoredFile#OBJECT} or {@link StoredFile#FOREIGN}. */
    static int kind(String file) {
        if (file.length() < READINGS_AT || hex(file, 0, ID_DIGITS) < 1) {
            return StoredFile.FOREIGN;
        }
        if (file.length() == READINGS_AT && Ascii.equalsIgnoreCase(file.substring(ID_DIGITS), SEGMENT_SUFFIX)) {
            return StoredFile.SEGMENT;
        }
        boolean object = file.charAt(ID_DIGITS) == '-' && file.charAt(READINGS_AT - 1) == '-' && index(file) >= 0
                && readings(file) >= 0 && isObjectName(objectName(file));
        return object ? StoredFile.OBJECT : StoredFile.FOREIGN;
    }

    static int id(String file) {
        return hex(file, 0, ID_DIGITS);
    }

    static int index(String file) {
        return hex(file, ID_DIGITS + 1, 2);
    }

    /** @return the decimal number between the second and the third hyphen; -1 if there is none. */
    static int readings(String file) {
        int end = file.indexOf('-', READINGS_AT);
        if (end <= READINGS_AT || end > READINGS_AT + 9) {
            return -1;
        }
        int value = 0;
        for (int i = READINGS_AT; i < end; i++) {
            int digit = file.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    static String objectName(String file) {
        return file.substring(file.indexOf('-', READINGS_AT) + 1);
    }

    static boolean isObjectName(String name) {
        int length = name.length();
        if (length == 0 || length > MAX_OBJECT_NAME || name.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.'
                    || c == '-';
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static void appendHex(StringBuilder target, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            target.append((char) Hex.digit(value >>> shift & 15));
        }
    }

    /** Reads digits of either case; -1 if one is none or the value does not fit 31 bits. */
    private static int hex(String text, int offset, int digits) {
        int value = 0;
        for (int i = offset; i < offset + digits; i++) {
            int c = text.charAt(i);
            int letter = c | 0x20;
            int digit = c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0 ? -1 : value;
    }
}
