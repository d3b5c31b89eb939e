package space.opensensor.s3;

import space.opensensor.calendar.UtcDateTime;

/**
 * Dates as signature version 4, error bodies and HTTP write them; UTC, proleptic Gregorian calendar, no leap seconds.
 */
final class AmzDate {

    /** Characters of {@code yyyyMMdd'T'HHmmss'Z'}. */
    static final int LENGTH = 16;

    /** Characters of {@code yyyyMMdd}. */
    static final int DAY_LENGTH = 8;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private AmzDate() {
    }

    /**
     * Writes {@code yyyyMMdd'T'HHmmss'Z'} as ASCII.
     *
     * @param time milliseconds since 1970-01-01 UTC.
     * @throws IllegalArgumentException if the year is not 1970 to 9999: the clock was not set.
     */
    static void format(long time, byte[] target, int offset) {
        if (time < 0 || time >= 253402300800000L) {
            throw new IllegalArgumentException("time " + time + " is not in the years 1970 to 9999");
        }
        UtcDateTime date = new UtcDateTime().set(time);
        putTwo(date.year() / 100, target, offset);
        putTwo(date.year() % 100, target, offset + 2);
        putTwo(date.month(), target, offset + 4);
        putTwo(date.day(), target, offset + 6);
        target[offset + 8] = 'T';
        putTwo(date.hour(), target, offset + 9);
        putTwo(date.minute(), target, offset + 11);
        putTwo(date.second(), target, offset + 13);
        target[offset + 15] = 'Z';
    }

    private static void putTwo(int value, byte[] target, int offset) {
        target[offset] = (byte) ('0' + value / 10);
        target[offset + 1] = (byte) ('0' + value % 10);
    }

    /**
     * Reads {@code yyyy-MM-dd'T'HH:mm:ss[.fraction]Z} (RFC 3339) or {@code yyyyMMdd'T'HHmmss'Z'}.
     *
     * @return milliseconds since 1970-01-01 UTC, the fraction cut off; -1 if the text is something else.
     */
    static long parse(String text) {
        int step = text != null && text.length() >= 20 ? 1 : 0;
        int length = text == null ? 0 : text.length();
        if (length < LENGTH || text.charAt(length - 1) != 'Z') {
            return -1;
        }
        int hours = 9 + 2 * step;
        if (text.charAt(hours - 1) != 'T') {
            return -1;
        }
        int year = number(text, 0, 4);
        int month = number(text, 4 + step, 2);
        int day = number(text, 6 + 2 * step, 2);
        int hour = number(text, hours, 2);
        int minute = number(text, hours + 2 + step, 2);
        return millis(year, month, day, hour, minute, number(text, hours + 4 + 2 * step, 2));
    }

    /**
     * Reads an HTTP date (RFC 9110, section 5.6.7, IMF-fixdate): {@code Sun, 06 Nov 1994 08:49:37 GMT}.
     *
     * @return milliseconds since 1970-01-01 UTC; -1 if the text is something else.
     */
    static long parseHttp(String text) {
        if (text == null || text.length() != 29 || !text.endsWith(" GMT")) {
            return -1;
        }
        int name = MONTHS.indexOf(text.substring(8, 11));
        int month = name < 0 || name % 3 != 0 ? -1 : name / 3 + 1;
        return millis(number(text, 12, 4), month, number(text, 5, 2), number(text, 17, 2), number(text, 20, 2),
                number(text, 23, 2));
    }

    private static long millis(int year, int month, int day, int hour, int minute, int second) {
        boolean possible = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour >= 0 && hour < 24
                && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        if (!possible) {
            return -1;
        }
        return UtcDateTime.epochMillis(year, month, day, hour, minute, second);
    }

    private static int number(String text, int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
