package space.opensensor.device;

import java.io.IOException;

import javax.net.ssl.SSLSocketFactory;

import space.opensensor.bytes.Base64;
import space.opensensor.bytes.Utf8;
import space.opensensor.station.StationConfig;
import space.opensensor.time.SntpConfig;

/** What one board is told: the settings of its station, and those that only a board has. */
public final class DeviceConfig {

    /** Names of the settings that only a board has, by index. */
    static final String[] OWN = { "wifi_ssid", "wifi_pass", "ntp_servers", "storage", "sleep", "iot_cert",
            "iot_key", "iot_key_pass" };
    /** Index of the name of the access point; empty: no Wi-Fi. At most 32 bytes. */
    static final int WIFI_SSID = 0;
    /** Index of the WPA2 passphrase, 8 to 63 characters. A secret. */
    static final int WIFI_PASS = 1;
    /** Index of the hosts that tell the time, 1 to 8, separated by commas. */
    static final int NTP_SERVERS = 2;
    /**
     * Index of where the spool lies: {@link Storage#AUTO}, {@link Storage#FAT}, {@link Storage#PARTITION} or
     * {@link Storage#RAM}.
     */
    static final int STORAGE = 3;

    /** Index of how many windows are left out, asleep, after each that is sampled; 0: none. */
    static final int SLEEP = 4;
    /** Index of the device's certificate for AWS IoT Core: Base64 of X.509 in DER. */
    static final int IOT_CERT = 5;
    /** Index of its private key: Base64 of PKCS #8 in DER, encrypted with PBE, SHA-1 and 3DES. A secret. */
    static final int IOT_KEY = 6;
    /** Index of the password of that key. A secret. */
    static final int IOT_KEY_PASS = 7;

    private static final int MINUTES_OF_DAY = 1440;
    private static final String[] DEFAULTS = { "", "", "0.pool.ntp.org,1.pool.ntp.org,2.pool.ntp.org",
            Storage.AUTO, "0", "", "", "" };

    private final StationConfig station = new StationConfig();
    private final String[] own = new String[OWN.length];

    /** Creates a configuration of defaults. */
    public DeviceConfig() {
        System.arraycopy(DEFAULTS, 0, this.own, 0, DEFAULTS.length);
    }

    /** @return settings of the station. */
    public StationConfig station() {
        return this.station;
    }

    /** @param index of {@link #OWN}. */
    String own(int index) {
        return this.own[index];
    }

    /**
     * Sets a value by the name of its setting, of the station or of the board.
     *
     * @throws IllegalArgumentException if there is no such setting or the value is not allowed; names the setting, the value
     *         unless it is secret, and what is allowed.
     */
    public void set(String name, String value) {
        for (int index = 0; index < OWN.length; index++) {
            if (OWN[index].equals(name)) {
                own(index, value);
                return;
            }
        }
        this.station.set(name, value);
    }

    /**
     * Sets a value that only a board has.
     *
     * @throws IllegalArgumentException if it is not allowed; names the setting and, unless it is secret, the value.
     */
    void own(int index, String value) {
        if (index == WIFI_SSID && Utf8.length(value) > 32) {
            throw new IllegalArgumentException("wifi_ssid: \"" + value + "\" is not allowed; 0 to 32 bytes are");
        }
        if (index == WIFI_PASS && value.length() != 0 && (value.length() < 8 || value.length() > 63)) {
            throw new IllegalArgumentException("wifi_pass: its length is not allowed; 8 to 63 characters are");
        }
        if (index == NTP_SERVERS) {
            checkServers(value);
        }
        if (index == STORAGE) {
            Storage.check(value);
        }
        if (index == SLEEP) {
            checkSleep(value);
        }
        if (index == IOT_CERT || index == IOT_KEY) {
            checkBase64(index, value);
        }
        this.own[index] = value;
    }

    private static void checkSleep(String windows) {
        try {
            int number = Integer.parseInt(windows);
            if (number >= 0 && number < MINUTES_OF_DAY) {
                return;
            }
        } catch (NumberFormatException e) {
            throw sleepRefused(windows);
        }
        throw sleepRefused(windows);
    }

    private static IllegalArgumentException sleepRefused(String windows) {
        return new IllegalArgumentException("sleep: \"" + windows + "\" is not allowed; 0 to 1439 windows are");
    }

    private static void checkBase64(int index, String value) {
        try {
            Base64.decode(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(OWN[index] + ": this value is not allowed; Base64 of DER in one line is");
        }
    }

    private static void checkServers(String list) {
        try {
            new SntpConfig().servers(names(list));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ntp_" + e.getMessage());
        }
    }

    /**
     * Checks what concerns several settings.
     *
     * @throws IllegalArgumentException see {@link StationConfig#validate()}; also if an online station has no Wi-Fi or no
     *         certificate where AWS IoT Core asks for one, an offline one is to sleep, no window is left to sample, or
     *         what lies in memory would have to outlive it.
     */
    public void validate() {
        this.station.validate();
        checkMemory();
        boolean online = this.station.number(StationConfig.MODE) == StationConfig.ONLINE;
        if (online && this.own[WIFI_SSID].length() == 0) {
            throw new IllegalArgumentException("wifi_ssid: must be set unless mode is offline");
        }
        if (online && usesIot()) {
            checkIot(IOT_CERT);
            checkIot(IOT_KEY);
            checkIot(IOT_KEY_PASS);
        }
        if (this.own[WIFI_SSID].length() > 0 && this.own[WIFI_PASS].length() == 0) {
            throw new IllegalArgumentException("wifi_pass: must be set if wifi_ssid is");
        }
        if (sleep() > 0 && this.station.number(StationConfig.MODE) != StationConfig.ONLINE) {
            throw new IllegalArgumentException("sleep: must be 0 unless mode is online; only a network tells the time");
        }
        int windows = MINUTES_OF_DAY / this.station.number(StationConfig.WINDOW);
        if (sleep() >= windows) {
            throw new IllegalArgumentException(
                    "sleep: " + sleep() + " is not allowed; a day has " + windows + " windows");
        }
    }

    private void checkMemory() {
        if (this.own[STORAGE].equals(Storage.RAM)) {
            if (this.station.number(StationConfig.MODE) != StationConfig.ONLINE) {
                throw new IllegalArgumentException("storage: ram is not allowed with mode offline; nobody could copy files off");
            }
            if (sleep() > 0) {
                throw new IllegalArgumentException("storage: ram is not allowed with sleep " + sleep() + "; 0 is");
            }
        }
    }

    /** Changes what would send anything or let the station sleep. */
    void stayOffline() {
        this.own[SLEEP] = DEFAULTS[SLEEP];
        this.station.set(StationConfig.MODE, "offline");
    }

    /** Changes where the spool lies, and how large it is, to the defaults. */
    void resetStorage() {
        this.own[STORAGE] = DEFAULTS[STORAGE];
        this.station.set(StationConfig.SPOOL_SIZE, StationConfig.setting(StationConfig.SPOOL_SIZE).defaultText());
    }

    private boolean usesIot() {
        return this.station.number(StationConfig.CREDENTIALS) == StationConfig.FROM_IOT;
    }

    private void checkIot(int index) {
        if (this.own[index].length() == 0) {
            throw new IllegalArgumentException(OWN[index] + ": must be set, as credentials is iot");
        }
    }

    /**
     * Makes what opens TLS connections: with the roots of the firmware and, for AWS IoT Core, the device's certificate.
     *
     * @throws IOException if a certificate or the key cannot be used; names it.
     */
    public SSLSocketFactory tls() throws IOException {
        return TlsRoots.socketFactory(clientKey());
    }

    /** @return what the device shows to AWS IoT Core; null if it does not use it. */
    ClientKey clientKey() {
        return usesIot() && this.own[IOT_KEY].length() > 0 ? new ClientKey(Base64.decode(this.own[IOT_CERT]),
                Base64.decode(this.own[IOT_KEY]), this.own[IOT_KEY_PASS]) : null;
    }

    /** @return windows left out after each that is sampled. */
    int sleep() {
        return Integer.parseInt(this.own[SLEEP]);
    }

    /** @return the hosts that tell the time, one by one. */
    String[] ntpServers() {
        return names(this.own[NTP_SERVERS]);
    }

    private static String[] names(String list) {
        int count = 1;
        for (int i = 0; i < list.length(); i++) {
            count += list.charAt(i) == ',' ? 1 : 0;
        }
        String[] names = new String[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int comma = list.indexOf(',', start);
            names[i] = list.substring(start, comma < 0 ? list.length() : comma).trim();
            start = comma + 1;
        }
        return names;
    }
}
