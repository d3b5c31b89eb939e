package space.opensensor.device;

/** What the board tells on its console: the codes of docs/board.md, by index. */
final class Event {

    static final int STARTED = 0;
    static final int NO_NVS = 1;
    static final int BAD_SETTING = 2;
    static final int SPOOL_READY = 3;
    static final int SPOOL_NEW = 4;
    static final int SENSORS_ABSENT = 5;
    static final int SENSOR_FAILED = 6;
    static final int READING_LOST = 7;
    static final int WIFI_JOINED = 8;
    static final int WIFI_REFUSED = 9;
    static final int WIFI_NO_ADDRESS = 10;
    static final int WIFI_LOST = 11;
    static final int TIME_SET = 12;
    static final int TIME_FAILED = 13;
    static final int ROOTS_FAILED = 14;
    static final int FILE_WRITTEN = 15;
    static final int FILE_FAILED = 16;
    static final int UPLOADED = 17;
    static final int UPLOAD_FAILED = 18;
    static final int FAULT = 19;
    static final int NO_FLASH = 20;
    static final int BOOT_UNKNOWN = 21;
    static final int STORE_UNKNOWN = 22;
    static final int SENSOR_WRONG = 23;
    static final int SENSOR_CHECKSUM = 24;
    static final int SENSOR_STUCK = 25;
    static final int SENSOR_CALIBRATION = 26;
    static final int SENSOR_RANGE = 27;
    static final int UNTRUSTED = 28;
    static final int NOT_THE_STORE = 29;
    static final int NO_WATCHDOG = 30;
    static final int SLEEPS = 31;
    static final int SLEEP_FAILED = 32;
    static final int COUNT = 33;

    private static final String[] CODES = { "B00 started", "C01 no configuration", "C02 setting not allowed",
            "F00 spool ready", "F01 spool is new", "S01 sensors absent", "S02 sensor failed", "F02 reading lost",
            "W00 joined", "W01 could not join", "W02 no address", "W03 connection lost", "T00 time set", "T01 no time",
            "U01 root certificates", "P00 file written", "P01 file not written", "U00 uploaded", "U02 upload failed",
            "B01 fault", "F03 no flash",
            "C03 boot number not kept", "C04 store's abilities not kept",
            "S03 wrong sensor", "S04 sensor checksum", "S05 sensor stuck", "S06 sensor calibration", "S07 sensor range",
            "U03 certificate not trusted", "U04 not the store", "B02 no watchdog", "B03 sleeps", "B04 does not sleep", };

    private Event() {
    }

    /** @return code and meaning. */
    static String text(int event) {
        return CODES[event];
    }
}
