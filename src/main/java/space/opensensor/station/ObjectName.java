package space.opensensor.station;

import space.opensensor.calendar.UtcDateTime;

/**
 * Names of a window's file: on flash and as an S3 key.
 * <p>
 * On flash {@code 20260301-1215-b7s360.parquet}: start of the window in UTC, boot and number of the first reading, so no
 * two files ever share a name. In S3 {@code station=ID/year=2026/month=03/day=01/data_1215.parquet}; if another file has
 * that key already, {@code data_1215-b7s360.parquet}. A file of several windows also has the time of day at which the
 * last one ends: {@code 20260301-1215-1600-b7s360.parquet}, {@code data_1215-1600.parquet}. Readings that could not be dated are
 * {@code undated-b7s0.parquet}, in S3 {@code station=ID/undated/boot=7/data_s0.parquet}. Health files end with
 * {@code .health.parquet} on flash; in S3 their names begin with {@code health_} instead of {@code data_}.
 */
public final class ObjectName {

    private static final String SUFFIX = ".parquet";
    private static final String HEALTH_SUFFIX = ".health.parquet";
    private static final String UNDATED = "undated-";

    private ObjectName() {
    }

    /**
     * Names the file of a window.
     *
     * @param windowStart milliseconds since 1970-01-01T00:00:00Z.
     * @param end when the last of several windows ends, at most at the midnight after; 0 for one window.
     * @param boot boot of its first reading.
     * @param sequence number of that reading's frame within the boot.
     */
    static String dated(long windowStart, long end, int boot, long sequence) {
        UtcDateTime start = new UtcDateTime().set(windowStart);
        StringBuilder name = new StringBuilder(40);
        UtcDateTime.appendPadded(name, start.year(), 4);
        UtcDateTime.appendPadded(name, start.month(), 2);
        UtcDateTime.appendPadded(name, start.day(), 2);
        name.append('-');
        UtcDateTime.appendPadded(name, start.hour(), 2);
        UtcDateTime.appendPadded(name, start.minute(), 2);
        if (end > 0) {
            long minutes = (end - windowStart) / 60000 + start.hour() * 60 + start.minute();
            name.append('-');
            UtcDateTime.appendPadded(name, (int) minutes / 60, 2);
            UtcDateTime.appendPadded(name, (int) minutes % 60, 2);
        }
        return name.append("-b").append(boot).append('s').append(sequence).append(SUFFIX).toString();
    }

    /** @return a time as {@code 2026-03-01T12:15Z}. */
    static String time(long utcMillis) {
        UtcDateTime time = new UtcDateTime().set(utcMillis);
        StringBuilder text = new StringBuilder(17);
        UtcDateTime.appendPadded(text, time.year(), 4);
        text.append('-');
        UtcDateTime.appendPadded(text, time.month(), 2);
        text.append('-');
        UtcDateTime.appendPadded(text, time.day(), 2);
        text.append('T');
        UtcDateTime.appendPadded(text, time.hour(), 2);
        text.append(':');
        UtcDateTime.appendPadded(text, time.minute(), 2);
        return text.append('Z').toString();
    }

    /** Names a file of readings that could not be dated. */
    static String undated(int boot, long sequence) {
        return UNDATED + "b" + boot + "s" + sequence + SUFFIX;
    }

    /** @return the name of the health file beside a file of readings. */
    static String health(String name) {
        return name.substring(0, name.length() - SUFFIX.length()) + HEALTH_SUFFIX;
    }

    /** @return whether a file of the spool has a name that this class gave. */
    static boolean isOurs(String name) {
        return name.endsWith(SUFFIX) && name.indexOf("-b") > 0
                && (name.startsWith(UNDATED) || name.length() > 15 && name.charAt(8) == '-' && name.charAt(13) == '-');
    }

    /**
     * Turns the name on flash into the key in S3.
     *
     * @param prefix put before it as it is.
     * @param station id of the station.
     * @param split true for the key that cannot collide.
     */
    public static String key(String prefix, String station, String name, boolean split) {
        StringBuilder key = new StringBuilder(120).append(prefix).append("station=").append(station);
        int boot = name.indexOf("-b") + 2;
        boolean health = name.endsWith(HEALTH_SUFFIX);
        String kind = health ? "/health_" : "/data_";
        int end = name.length() - (health ? HEALTH_SUFFIX : SUFFIX).length();
        if (name.startsWith(UNDATED)) {
            int sequence = name.indexOf('s', boot);
            key.append("/undated/boot=").append(name.substring(boot, sequence));
            return key.append(kind).append(name.substring(sequence, end)).append(SUFFIX).toString();
        }
        key.append("/year=").append(name.substring(0, 4)).append("/month=").append(name.substring(4, 6));
        key.append("/day=").append(name.substring(6, 8)).append(kind).append(name.substring(9, boot - 2));
        if (split) {
            key.append('-').append(name.substring(boot - 1, end));
        }
        return key.append(SUFFIX).toString();
    }
}
