package space.opensensor.s3;

/**
 * Dates as signature version 4, error bodies and HTTP write them; UTC, proleptic Gregorian calendar, no leap seconds.
 */
final class AmzDate {

    /** Characters of {@code yyyyMMdd'T'HHmmss'Z'}. */
    static final int LENGTH = 16;

    /** Characters of {@code yyyyMMdd}. */
    static final int DAY_LENGTH = 8;

    private static final long DAY_SECONDS = 86400;
    private static final long MILLIS = 1000;
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
        long seconds = time / MILLIS;
        int day = (int) (seconds / DAY_SECONDS);
        int second = (int) (seconds - day * DAY_SECONDS);
        putDay(day, target, offset);
        target[offset + 8] = 'T';
        int hour = second / 3600;
        int minute = second / 60;
        putTwo(hour, target, offset + 9);
        putTwo(minute - hour * 60, target, offset + 11);
        putTwo(second - minute * 60, target, offset + 13);
        target[offset + 15] = 'Z';
    }

    /** Writes year, month and day of a day since 1970-01-01, in eras of 400 years that begin on 1 March. */
    private static void putDay(int day, byte[] target, int offset) {
        int shifted = day + 719468;
        int era = shifted / 146097;
        int dayOfEra = shifted - era * 146097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        putTwo(year / 100, target, offset);
        putTwo(year % 100, target, offset + 2);
        putTwo(month, target, offset + 4);
        putTwo(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, target, offset + 6);
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
        int shiftedYear = month <= 2 ? year - 1 : year;
        int shiftedMonth = month <= 2 ? month + 9 : month - 3;
        int era = shiftedYear / 400;
        int yearOfEra = shiftedYear - era * 400;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * shiftedMonth + 2) / 5 + day - 1;
        long days = era * 146097L + dayOfEra - 719468;
        return (days * DAY_SECONDS + hour * 3600 + minute * 60 + second) * MILLIS;
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
