package space.opensensor.station;

/**
 * The configuration of a station: a value for each {@link Setting}, by index.
 * <p>
 * Values come as text, from the board's NVS, a file or a command line, and are checked when they are set;
 * {@link #validate()} then checks what concerns several settings. Secrets are held here and shown nowhere.
 */
public final class StationConfig {

    /** Index of the station's id. */
    public static final int STATION = 0;
    /** Index of the interval between two readings. */
    public static final int INTERVAL = 1;
    /** Index of the length of a window. */
    public static final int WINDOW = 2;
    /** Index of the mode: {@link #ONLINE} or {@link #OFFLINE}. */
    public static final int MODE = 3;
    /** Index of the type of the measured columns: {@link #FLOATS} or {@link #DECIMALS}. */
    public static final int VALUES = 4;
    /** Index of the readers the files are for. */
    public static final int READERS = 5;
    /** Index of the statistics written. */
    public static final int STATISTICS = 6;
    /** Index of the effort of the encoder. */
    public static final int EFFORT = 7;
    /** Index of what happens to values outside their physical range. */
    public static final int OUT_OF_RANGE = 8;
    /** Index of how many readings may pass between two syncs of the log. */
    public static final int SYNC_READINGS = 9;
    /** Index of the flash that the spool may use. */
    public static final int SPOOL_SIZE = 10;
    /** Index of what gives way when the spool is full. */
    public static final int WHEN_FULL = 11;
    /** Index of the store's preset. */
    public static final int STORE = 12;
    /** Index of the endpoint's URL. */
    public static final int ENDPOINT = 13;
    /** Index of the region. */
    public static final int REGION = 14;
    /** Index of the bucket. */
    public static final int BUCKET = 15;
    /** Index of what stands before every key. */
    public static final int PREFIX = 16;
    /** Index of the addressing style. */
    public static final int ADDRESSING = 17;
    /** Index of the framing of request bodies. */
    public static final int UPLOAD = 18;
    /** Index of the access key id. */
    public static final int ACCESS_KEY = 19;
    /** Index of the secret access key. */
    public static final int SECRET_KEY = 20;
    /** Index of the session token. */
    public static final int SESSION_TOKEN = 21;
    /** Index of the time between two rows of the health stream; 0: no such stream. */
    public static final int HEALTH = 22;
    /** Index of the longest time covered by a file of several windows. */
    public static final int OFFLINE_WINDOW = 23;
    /** Index of where credentials come from: {@link #FROM_KEYS}, {@link #FROM_BROKER} or {@link #FROM_IOT}. */
    public static final int CREDENTIALS = 24;
    /** Index of the URL of the broker of presigned URLs. */
    public static final int BROKER = 25;
    /** Index of the token that the broker asks for. */
    public static final int BROKER_TOKEN = 26;
    /** Index of the credential provider's host of AWS IoT Core. */
    public static final int IOT_ENDPOINT = 27;
    /** Index of the role alias of AWS IoT Core. */
    public static final int IOT_ROLE = 28;
    /** Index of how long a reading may wait for a sync of the log; 0: for the others that it is synced with. */
    public static final int SYNC_SECONDS = 29;

    /** Value of {@link #MODE}: objects are uploaded. */
    public static final int ONLINE = 0;
    /** Value of {@link #MODE}: Parquet files stay in the spool. */
    public static final int OFFLINE = 1;
    /** Value of {@link #VALUES}: FLOAT columns. */
    public static final int FLOATS = 0;
    /** Value of {@link #VALUES}: DECIMAL columns of the sensors' resolution. */
    public static final int DECIMALS = 1;
    /** Value of {@link #OUT_OF_RANGE}: the quantity counts as missing. */
    public static final int MISSING = 0;
    /** Value of {@link #OUT_OF_RANGE}: the value is kept. */
    public static final int KEPT = 1;

    /** Value of {@link #CREDENTIALS}: the station has an access key. */
    public static final int FROM_KEYS = 0;
    /** Value of {@link #CREDENTIALS}: it has none; a broker signs a URL for each request. */
    public static final int FROM_BROKER = 1;
    /** Value of {@link #CREDENTIALS}: AWS IoT Core gives temporary ones for the certificate of the device. */
    public static final int FROM_IOT = 2;

    private static final Setting[] SETTINGS = {
            Setting.text("station", 1, 64, "station", "Id of the station: part of every key."),
            Setting.number("interval", "s", 1, 3600, 5, "Time from one reading to the next."),
            Setting.number("window", "min", 1, 1440, 15,
                    "Time covered by one Parquet file, from midnight UTC on; must divide a day."),
            Setting.choice("mode", new String[] { "online", "offline" },
                    "Whether files are uploaded or stay in the spool to be copied off."),
            Setting.choice("values", new String[] { "float", "decimal" },
                    "Type of the measured columns: FLOAT, or DECIMAL of the sensor's resolution (40 % smaller)."),
            Setting.choice("readers", new String[] { "all", "modern" },
                    "all: what every mainstream reader reads; modern: BYTE_STREAM_SPLIT too."),
            Setting.choice("statistics", new String[] { "chunk", "none", "page" },
                    "Minimum, maximum and counts for each column chunk, for none, for each page too."),
            Setting.choice("effort", new String[] { "fast", "high" }, "Search for matches in the compressor."),
            Setting.choice("out_of_range", new String[] { "missing", "keep" },
                    "What becomes of a value outside its physical range; it is counted in either case."),
            Setting.number("sync_readings", "readings", 1, 1000, 12,
                    "Readings synced to flash together. A power cut can take one less; 1 loses none and wears out"
                            + " 528 KiB of flash in a year at 5 s."),
            Setting.number("spool_size", "KiB", 64, 16384, 480, "Flash that the spool may fill."),
            Setting.choice("when_full", new String[] { "drop-oldest", "drop-newest" },
                    "What gives way when the spool is full; every reading dropped is counted."),
            Setting.choice("store", new String[] { "custom", "aws", "r2", "b2", "gcs", "minio", "wasabi", "hetzner",
                    "ceph", "source.coop" }, "Preset of the store: endpoint, addressing, what it cannot do."),
            Setting.text("endpoint", 0, 200, "", "URL of the store: https://host[:port]; empty: the preset's."),
            Setting.text("region", 1, 64, "us-east-1", "Region that requests are signed for."),
            Setting.text("bucket", 0, 63, "", "Bucket that receives the objects."),
            Setting.text("prefix", 0, 200, "", "Put before every key, as it is."),
            Setting.choice("addressing", new String[] { "preset", "virtual-host", "path" },
                    "Where the bucket stands: in the host name or in the path."),
            Setting.choice("upload", new String[] { "fixed", "aws-chunked" },
                    "Framing of request bodies: plain with Content-Length, or chunks signed one by one."),
            Setting.text("access_key", 0, 128, "", "Access key id."),
            Setting.secret("secret_key", 128, "Secret access key."),
            Setting.secret("session_token", 3999, "Session token of temporary credentials."),
            Setting.number("health", "min", 0, 1440, 0, "Time from one row of the health file to the next; 0: no health file."),
            Setting.number("offline_window", "min", 1, 1440, 240,
                    "Most time covered by one file of several windows, which an outage or the mode offline leaves; longer if it"
                            + " has less than 720 readings. 1: no such files."),
            Setting.choice("credentials", new String[] { "keys", "broker", "iot" },
                    "keys: access_key and secret_key; broker: presigned URLs of a service, no key on the board; iot: temporary ones"
                            + " of AWS IoT Core."),
            Setting.text("broker", 0, 200, "", "URL of the service that signs: https://host[:port]/path."),
            Setting.secret("broker_token", 1024, "Sent to the broker as Authorization: Bearer; empty: nothing."),
            Setting.text("iot_endpoint", 0, 200, "",
                    "Credential provider of AWS IoT Core: host[:port], from aws iot describe-endpoint --endpoint-type"
                            + " iot:CredentialProvider."),
            Setting.text("iot_role", 0, 128, "", "Role alias there; the thing is named as the station."),
            Setting.number("sync_seconds", "s", 0, 3600, 0,
                    "Longest time that a reading waits for a sync, looked at with each reading; 0: until there are sync_readings."), };

    private static final int MINUTES_OF_DAY = 1440;
    private static final int SPAN_READINGS = 720;

    private final int[] numbers = new int[SETTINGS.length];
    private final String[] texts = new String[SETTINGS.length];

    /** Creates a configuration of defaults. */
    public StationConfig() {
        for (int index = 0; index < SETTINGS.length; index++) {
            set(index, SETTINGS[index].defaultText());
        }
    }

    /** @return how many settings there are. */
    public static int count() {
        return SETTINGS.length;
    }

    /** @return the setting of an index, 0 to {@link #count()} - 1. */
    public static Setting setting(int index) {
        return SETTINGS[index];
    }

    /** @return the index of a setting's name, -1 if there is none of that name. */
    public static int indexOf(String name) {
        for (int index = 0; index < SETTINGS.length; index++) {
            if (SETTINGS[index].name().equals(name)) {
                return index;
            }
        }
        return -1;
    }

    /**
     * Sets a value by the name of its setting.
     *
     * @throws IllegalArgumentException if there is no such setting or the value is not allowed; names the setting, the
     *         value unless it is secret, and what is allowed.
     */
    public void set(String name, String value) {
        int index = indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(name + ": no such setting");
        }
        set(index, value);
    }

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException see {@link #set(String, String)}.
     */
    public void set(int index, String value) {
        this.numbers[index] = SETTINGS[index].parse(value);
        this.texts[index] = value;
    }

    /** @return a number, or the index of a word. */
    public int number(int index) {
        return this.numbers[index];
    }

    /** @return a value as it was set. */
    public String text(int index) {
        return this.texts[index];
    }

    /** @return length of a window, milliseconds. */
    public long windowMillis() {
        return number(WINDOW) * 60000L;
    }

    /**
     * Tells the time that a file of several windows covers at most: the longest of whole windows that divides a day and is
     * no longer than it is set, but long enough for {@value #SPAN_READINGS} readings if a day is; one window if that is no
     * shorter than it is set.
     *
     * @return milliseconds.
     */
    public long spanMillis() {
        int window = number(WINDOW);
        int span = window;
        for (int minutes = window; window < number(OFFLINE_WINDOW) && minutes <= MINUTES_OF_DAY; minutes += window) {
            boolean tooShort = span * 60L < (long) SPAN_READINGS * number(INTERVAL);
            if (MINUTES_OF_DAY % minutes == 0 && (minutes <= number(OFFLINE_WINDOW) || tooShort)) {
                span = minutes;
            }
        }
        return span * 60000L;
    }

    /** @return time between two readings, milliseconds. */
    public long intervalMillis() {
        return number(INTERVAL) * 1000L;
    }

    /** @return time between two rows of the health stream, milliseconds; 0: none. */
    public long healthMillis() {
        return number(HEALTH) * 60000L;
    }

    /** @return the most readings that a window of this configuration holds. */
    public int readingsPerWindow() {
        return readings(windowMillis());
    }

    /** @return the most readings that a span of this configuration holds. */
    public int readingsPerSpan() {
        return readings(spanMillis());
    }

    private int readings(long millis) {
        return (int) ((millis + intervalMillis() - 1) / intervalMillis());
    }

    /**
     * Checks what concerns several settings.
     *
     * @throws IllegalArgumentException if the station's id could not be part of a key, the window does not divide a
     *         day or is shorter than the interval, values out of range are to be kept in DECIMAL columns, which may not
     *         hold them, or an online station lacks bucket or credentials, or is to sign chunks without a key.
     */
    public void validate() {
        checkStation();
        int window = number(WINDOW);
        if (MINUTES_OF_DAY % window != 0) {
            throw new IllegalArgumentException("window: " + window + " min is not allowed; it must divide a day");
        }
        if (intervalMillis() > windowMillis()) {
            throw new IllegalArgumentException("interval: " + number(INTERVAL) + " s is not allowed; a window has "
                    + window * 60 + " s");
        }
        if (number(VALUES) == DECIMALS && number(OUT_OF_RANGE) == KEPT) {
            throw new IllegalArgumentException("out_of_range: keep is not allowed with values decimal; missing is");
        }
        if (number(MODE) == ONLINE) {
            checkCredentials();
        }
    }

    private void checkCredentials() {
        int source = number(CREDENTIALS);
        if (source == FROM_BROKER) {
            checkPresent(BROKER);
            if (number(UPLOAD) != 0) {
                throw new IllegalArgumentException(
                        "upload: " + text(UPLOAD) + " is not allowed with credentials broker; fixed is");
            }
        } else {
            checkPresent(BUCKET);
            checkPresent(source == FROM_IOT ? IOT_ENDPOINT : ACCESS_KEY);
            checkPresent(source == FROM_IOT ? IOT_ROLE : SECRET_KEY);
        }
    }

    private void checkStation() {
        String id = text(STATION);
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!good) {
                throw new IllegalArgumentException(
                        "station: \"" + id + "\" is not allowed; letters, digits, - and _ are");
            }
        }
    }

    private void checkPresent(int index) {
        if (text(index).length() == 0) {
            throw new IllegalArgumentException(
                    SETTINGS[index].name() + ": must be set unless mode is offline");
        }
    }
}
