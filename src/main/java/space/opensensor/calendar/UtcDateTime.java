package space.opensensor.calendar;

/**
 * Date and time of day in UTC, in the proleptic Gregorian calendar, without leap seconds (POSIX time).
 * <p>
 * One object is set again and again. Years 0 to 9999.
 */
public final class UtcDateTime {

    /** Milliseconds of a day. */
    public static final long DAY_MILLIS = 86400000L;

    private static final int DAYS_OF_400_YEARS = 146097;
    /** Days from 0000-03-01, where the count of {@link #set} begins, to 1970-01-01. */
    private static final int DAYS_TO_1970 = 719468;

    private int year;
    private int month;
    private int day;
    private int millisOfDay;

    /**
     * Sets date and time.
     *
     * @param epochMillis milliseconds since 1970-01-01T00:00:00Z; negative before.
     * @return this object.
     */
    public UtcDateTime set(long epochMillis) {
        long days = floorDiv(epochMillis, DAY_MILLIS);
        this.millisOfDay = (int) (epochMillis - days * DAY_MILLIS);
        long shifted = days + DAYS_TO_1970;
        long era = floorDiv(shifted, DAYS_OF_400_YEARS);
        int dayOfEra = (int) (shifted - era * DAYS_OF_400_YEARS);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        this.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        this.month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        this.year = (int) (era * 400) + yearOfEra + (this.month <= 2 ? 1 : 0);
        return this;
    }

    /**
     * Turns a date and time into milliseconds since 1970-01-01T00:00:00Z. Fields are not checked.
     *
     * @param year 0 to 9999.
     * @param month 1 to 12.
     * @param day 1 to 31.
     */
    public static long epochMillis(int year, int month, int day, int hour, int minute, int second) {
        int yearFromMarch = month <= 2 ? year - 1 : year;
        long era = floorDiv(yearFromMarch, 400);
        int yearOfEra = (int) (yearFromMarch - era * 400);
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        long days = era * DAYS_OF_400_YEARS + dayOfEra - DAYS_TO_1970;
        return days * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000L;
    }

    private static long floorDiv(long value, long divisor) {
        long quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }

    /** @return the year, 0 to 9999. */
    public int year() {
        return this.year;
    }

    /** @return the month, 1 to 12. */
    public int month() {
        return this.month;
    }

    /** @return the day of the month, 1 to 31. */
    public int day() {
        return this.day;
    }

    /** @return the hour, 0 to 23. */
    public int hour() {
        return this.millisOfDay / 3600000;
    }

    /** @return the minute, 0 to 59. */
    public int minute() {
        return this.millisOfDay / 60000 % 60;
    }

    /** @return the second, 0 to 59. */
    public int second() {
        return this.millisOfDay / 1000 % 60;
    }

    /** Appends a number with leading zeros. */
    public static void appendPadded(StringBuilder text, int number, int digits) {
        int limit = 10;
        for (int i = 1; i < digits; i++) {
            if (number < limit) {
                text.append('0');
            }
            limit *= 10;
        }
        text.append(number);
    }
}
