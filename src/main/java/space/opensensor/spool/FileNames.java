package space.opensensor.spool;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Hex;

/**
 * Names of the spool's files: {@code 0000002a.log} is segment 42 of the log, {@code 0000002a.arc} the same of the archive.
 * {@code 7-362-0-1-180-NAME} is an object with 180 readings, in the place of all before the first reading (0) of frame 362 of
 * boot 7, the second one (1) of those. Case does not count.
 */
final class FileNames {

    /** Longest name of an object, characters. */
    static final int MAX_OBJECT_NAME = 160;
    /** Numbers before an object's name: boot, frame and reading of the place, index, readings. */
    static final int NUMBERS = 5;

    private static final String SEGMENT_SUFFIX = ".log";
    private static final String ARCHIVE_SUFFIX = ".arc";
    private static final int ID_DIGITS = 8;
    private static final int MOST_DIGITS = 10;

    private FileNames() {
    }

    static String segment(int id) {
        return numbered(id, SEGMENT_SUFFIX);
    }

    static String archive(int id) {
        return numbered(id, ARCHIVE_SUFFIX);
    }

    private static String numbered(int id, String suffix) {
        char[] file = new char[ID_DIGITS + suffix.length()];
        for (int i = 0; i < ID_DIGITS; i++) {
            file[i] = (char) Hex.digit(id >>> 4 * (ID_DIGITS - 1 - i) & 15);
        }
        suffix.getChars(0, suffix.length(), file, ID_DIGITS);
        return new String(file);
    }

    static String object(Position end, int index, int readings, String name) {
        StringBuilder file = new StringBuilder(24 + name.length());
        file.append(end.boot).append('-').append(end.sequence).append('-').append(end.reading).append('-');
        return file.append(index).append('-').append(readings).append('-').append(name).toString();
    }

    /** @return the kind, one of {@link StoredFile}; {@link StoredFile#FOREIGN} if it is none of ours. */
    static int kind(String file) {
        if (file.length() == ID_DIGITS + SEGMENT_SUFFIX.length() && id(file) > 0) {
            String suffix = file.substring(ID_DIGITS);
            if (Ascii.equalsIgnoreCase(suffix, SEGMENT_SUFFIX)) {
                return StoredFile.SEGMENT;
            }
            if (Ascii.equalsIgnoreCase(suffix, ARCHIVE_SUFFIX)) {
                return StoredFile.ARCHIVE;
            }
        }
        for (int i = 0; i < NUMBERS; i++) {
            if (number(file, i) < 0) {
                return StoredFile.FOREIGN;
            }
        }
        return isObjectName(objectName(file)) ? StoredFile.OBJECT : StoredFile.FOREIGN;
    }

    /** @return the number of a segment; -1 if there is none. */
    static int id(String file) {
        int value = 0;
        for (int i = 0; i < ID_DIGITS; i++) {
            int c = file.charAt(i);
            int letter = c | 0x20;
            int digit = c >= '0' && c <= '9' ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0 ? -1 : value;
    }

    /** @return one of the decimal numbers before an object's name, each followed by a hyphen; -1 if there is none. */
    static int number(String file, int which) {
        int start = start(file, which);
        int end = start < 0 ? -1 : file.indexOf('-', start);
        if (end <= start || end > start + MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = file.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }

    /** Returns the index behind so many hyphens; -1 if there are not as many. */
    private static int start(String file, int hyphens) {
        int start = 0;
        for (int i = 0; i < hyphens && start >= 0; i++) {
            int hyphen = file.indexOf('-', start);
            start = hyphen < 0 ? -1 : hyphen + 1;
        }
        return start;
    }

    static String objectName(String file) {
        return file.substring(start(file, NUMBERS));
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
}
