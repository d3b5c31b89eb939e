package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.station.StationConfig;

/** {@link NvsConfiguration} over the double of NVS: whatever NVS holds, a valid configuration comes out. */
public class NvsConfigurationTest {

    private static final String SECRET = "wJalrXUtnFEMI";

    private final Console console = new Console();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream out;

    @Before
    public void factoryState() {
        Board.reset();
        this.out = System.out;
        System.setOut(new PrintStream(this.printed, true));
    }

    @After
    public void restoreConsole() {
        System.setOut(this.out);
    }

    @Test
    public void readsAnOnlineStation() {
        provision();
        DeviceConfig config = load();
        Assert.assertEquals(StationConfig.ONLINE, config.station().number(StationConfig.MODE));
        Assert.assertEquals("attic-1", config.station().text(StationConfig.STATION));
        Assert.assertEquals(30, config.station().number(StationConfig.INTERVAL));
        Assert.assertEquals("attic", config.own(DeviceConfig.WIFI_SSID));
        Assert.assertEquals("", this.printed.toString());
        Assert.assertEquals("handles left open", 0, Board.openHandles());
    }

    @Test
    public void anEmptyNvsMeansOfflineWithDefaults() {
        DeviceConfig config = load();
        Assert.assertEquals(StationConfig.OFFLINE, config.station().number(StationConfig.MODE));
        Assert.assertEquals("station", config.station().text(StationConfig.STATION));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().startsWith("C01 no configuration: NVS station"));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("0x1102"));
    }

    @Test
    public void aDamagedNvsMeansOfflineWithDefaults() {
        provision();
        Board.nvsError(0x1101);
        Assert.assertEquals(StationConfig.OFFLINE, load().station().number(StationConfig.MODE));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("0x1101"));
    }

    @Test
    public void aWrongSettingIsNamedAndTheRestIsKeptOffline() {
        provision();
        Board.NVS.put("station/interval", "often");
        DeviceConfig config = load();
        Assert.assertEquals(StationConfig.OFFLINE, config.station().number(StationConfig.MODE));
        Assert.assertEquals(5, config.station().number(StationConfig.INTERVAL));
        Assert.assertEquals("attic-1", config.station().text(StationConfig.STATION));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().startsWith("C02 setting not allowed: interval"));
    }

    @Test
    public void settingsThatDoNotFitTogetherGiveWayToDefaults() {
        provision();
        Board.NVS.put("station/window", "7");
        DeviceConfig config = load();
        Assert.assertEquals(StationConfig.OFFLINE, config.station().number(StationConfig.MODE));
        Assert.assertEquals(15, config.station().number(StationConfig.WINDOW));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("window: 7"));
    }

    @Test
    public void aMissingPassphraseMeansOffline() {
        provision();
        Board.NVS.remove("station/wifi_pass");
        Assert.assertEquals(StationConfig.OFFLINE, load().station().number(StationConfig.MODE));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("wifi_pass"));
    }

    @Test
    public void aTextLongerThanNvsCanHoldIsNamed() {
        provision();
        StringBuilder token = new StringBuilder();
        while (token.length() <= Nvs.MAX_TEXT) {
            token.append('t');
        }
        Board.NVS.put("station/session_token", token.toString());
        Assert.assertEquals(StationConfig.OFFLINE, load().station().number(StationConfig.MODE));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("NVS session_token"));
    }

    @Test
    public void noSecretIsPrintedWhateverIsWrong() {
        provision();
        StringBuilder secret = new StringBuilder();
        while (secret.length() <= 128) {
            secret.append(SECRET);
        }
        Board.NVS.put("station/secret_key", secret.toString());
        Board.NVS.put("station/wifi_pass", "short");
        Assert.assertEquals(StationConfig.OFFLINE, load().station().number(StationConfig.MODE));
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("secret_key"));
        Assert.assertFalse(this.printed.toString(), this.printed.toString().contains(SECRET));
        Assert.assertFalse(this.printed.toString(), this.printed.toString().contains("short\""));
    }

    private DeviceConfig load() {
        DeviceConfig config = new NvsConfiguration(this.console).load();
        config.station().validate();
        return config;
    }

    static void provision() {
        String[] settings = {"station", "attic-1", "interval", "30", "store", "custom", "endpoint", "http://127.0.0.1:9000",
            "bucket", "readings", "access_key", "AKIDEXAMPLE", "secret_key", SECRET, "wifi_ssid", "attic", "wifi_pass",
            "correct horse", "ntp_servers", "127.0.0.1"};
        for (int i = 0; i < settings.length; i += 2) {
            Board.NVS.put("station/" + settings[i], settings[i + 1]);
        }
    }
}
