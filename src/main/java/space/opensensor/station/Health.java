package space.opensensor.station;

/**
 * One row of the health stream: how the station itself is doing, by field. Counters count from the boot unless their
 * meaning says otherwise.
 */
public final class Health {

    /** Why this boot happened: {@code esp_reset_reason_t} on the board. */
    public static final int RESET_REASON = 0;
    /** Readings taken into the log. */
    public static final int READINGS = 1;
    /** Intervals in which no sensor gave a value. */
    public static final int EMPTY_READINGS = 2;
    /** Calls of the sensors that failed. */
    public static final int SENSOR_ERRORS = 3;
    /** Values outside their physical range. */
    public static final int OUT_OF_RANGE = 4;
    /** Readings lost since the spool was made: dropped, or refused by the flash. */
    public static final int READINGS_LOST = 5;
    /** Operations of the flash that failed. */
    public static final int FLASH_ERRORS = 6;
    /** Ends of segments and frames found damaged since the spool was made. */
    public static final int DAMAGED_FRAMES = 7;
    /** Files of the spool that cannot be read. */
    public static final int FILES_SET_ASIDE = 8;
    /** Bytes that the log may still take. */
    public static final int FLASH_FREE = 9;
    /** Files waiting for their upload. */
    public static final int FILES_WAITING = 10;
    /** Files uploaded and verified. */
    public static final int UPLOADS = 11;
    /** Uploads that failed. */
    public static final int UPLOAD_FAILURES = 12;
    /** Duration of the last upload, milliseconds. */
    public static final int UPLOAD_MILLIS = 13;
    /** Requests repeated within uploads that succeeded. */
    public static final int UPLOAD_RETRIES = 14;
    /** Java heap that was free, bytes; garbage counts as used. */
    public static final int HEAP_FREE = 15;
    /** Least of it at any reading. */
    public static final int HEAP_LOW = 16;
    /** Signal of the access point, dBm. */
    public static final int WIFI_RSSI = 17;
    /** How often the network was joined. */
    public static final int WIFI_JOINS = 18;
    /** Joins that failed: no such network, refused, no address. */
    public static final int WIFI_FAILURES = 19;
    /** Answers to questions for the time that counted. */
    public static final int TIME_SYNCS = 20;
    /** Questions for the time without an answer that counts. */
    public static final int TIME_FAILURES = 21;
    /** By how much the last answer moved the time, milliseconds. */
    public static final int CLOCK_OFFSET = 22;
    /** How much faster UTC runs than the station's clock, parts per billion. */
    public static final int CLOCK_DRIFT = 23;
    /** How often the time stepped. */
    public static final int CLOCK_STEPS = 24;
    /** Looks for sensors that found some absent. */
    public static final int SENSORS_ABSENT = 25;
    /** Times that a sensor that is there gave no fresh value, or a wrong one, or was found changed. */
    public static final int SENSOR_FAILURES = 26;
    /** Settings that were missing or not allowed, and numbers that could not be kept. */
    public static final int CONFIG_ERRORS = 27;
    /** 1 if the spool was made anew in this boot: first boot, or the volume was formatted. */
    public static final int SPOOL_NEW = 28;
    /** Uploads answered by what is not the store or not trusted, and roots or keys that cannot be used. */
    public static final int TRUST_FAILURES = 29;
    /** Steps of a thread that ended in a defect or in want of memory. */
    public static final int FAULTS = 30;
    /** How many fields there are; at most 31. */
    public static final int COUNT = 31;

    private static final String[] NAMES = { "reset_reason", "readings", "empty_readings", "sensor_errors",
            "out_of_range", "readings_lost", "flash_errors", "damaged_frames", "files_set_aside", "flash_free",
            "files_waiting", "uploads", "upload_failures", "upload_ms", "upload_retries", "heap_free", "heap_low",
            "wifi_rssi", "wifi_joins", "wifi_failures", "time_syncs", "time_failures", "clock_offset_ms",
            "clock_drift_ppb", "clock_steps", "sensors_absent", "sensor_failures", "config_errors", "spool_new",
            "trust_failures", "faults" };

    private final int[] values = new int[COUNT];
    private int present;
    private long monotonicMillis;

    /** @return the name of a field's column. */
    public static String name(int field) {
        return NAMES[field];
    }

    /** Makes every field missing. */
    void clear(long now) {
        this.present = 0;
        this.monotonicMillis = now;
    }

    /** Sets a field. */
    public void set(int field, int value) {
        this.values[field] = value;
        this.present |= 1 << field;
    }

    /** Sets a field to a number that may not fit; the largest that does stands for it. */
    void setLong(int field, long value) {
        set(field, (int) Math.min(value, Integer.MAX_VALUE));
    }

    /** @return whether a field has a value. */
    public boolean has(int field) {
        return (this.present & 1 << field) != 0;
    }

    /** @return the value; meaningless if {@link #has(int)} is false. */
    public int get(int field) {
        return this.values[field];
    }

    /** @return bit n is set if field n has a value. */
    int present() {
        return this.present;
    }

    /** @return milliseconds since the boot at which the row was taken. */
    public long monotonicMillis() {
        return this.monotonicMillis;
    }
}
