package space.opensensor.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

import space.opensensor.station.StationConfig;

/** {@link DeviceConfig}: settings that only a board has. */
public class DeviceConfigTest {

    private final DeviceConfig config = new DeviceConfig();

    @Test
    public void namesFitIntoNvs() {
        for (int index = 0; index < StationConfig.count(); index++) {
            String name = StationConfig.setting(index).name();
            assertTrue(name, name.length() <= Nvs.MAX_NAME);
        }
        for (int index = 0; index < DeviceConfig.OWN.length; index++) {
            assertTrue(DeviceConfig.OWN[index], DeviceConfig.OWN[index].length() <= Nvs.MAX_NAME);
            assertEquals(DeviceConfig.OWN[index], -1, StationConfig.indexOf(DeviceConfig.OWN[index]));
        }
    }

    @Test
    public void splitsTheTimeServers() {
        this.config.own(DeviceConfig.NTP_SERVERS, "10.0.0.1, time.example.org");
        String[] servers = this.config.ntpServers();
        assertEquals(2, servers.length);
        assertEquals("10.0.0.1", servers[0]);
        assertEquals("time.example.org", servers[1]);
    }

    @Test
    public void rejectsAnEmptyTimeServer() {
        rejects(DeviceConfig.NTP_SERVERS, "10.0.0.1,", "ntp_servers");
        rejects(DeviceConfig.NTP_SERVERS, "", "ntp_servers");
    }

    @Test
    public void rejectsANameOfANetworkOfMoreThan32Bytes() {
        rejects(DeviceConfig.WIFI_SSID, "123456789012345678901234567890123", "wifi_ssid");
        StringBuilder umlauts = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            umlauts.append('\u00e4');
        }
        rejects(DeviceConfig.WIFI_SSID, umlauts.toString(), "wifi_ssid");
    }

    @Test
    public void neverShowsThePassphrase() {
        try {
            this.config.own(DeviceConfig.WIFI_PASS, "s3cr3t!");
            fail("accepted a passphrase of 7 characters");
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("wifi_pass"));
            assertFalse(e.getMessage(), e.getMessage().indexOf("s3cr3t") >= 0);
        }
    }

    @Test
    public void anOnlineStationNeedsWifi() {
        StationConfig station = this.config.station();
        station.set("bucket", "readings");
        station.set("endpoint", "http://192.168.1.2:9000");
        station.set("access_key", "AKID");
        station.set("secret_key", "SECRET");
        rejectsWhole("wifi_ssid");
        this.config.own(DeviceConfig.WIFI_SSID, "attic");
        rejectsWhole("wifi_pass");
        this.config.own(DeviceConfig.WIFI_PASS, "correct horse");
        this.config.validate();
    }

    @Test
    public void whatLiesInMemoryNeedNotOutliveIt() {
        this.config.own(DeviceConfig.STORAGE, "ram");
        this.config.station().set("mode", "offline");
        rejectsWhole("storage: ram is not allowed with mode offline");
        StationConfig station = this.config.station();
        station.set("mode", "online");
        station.set("bucket", "readings");
        station.set("access_key", "AKID");
        station.set("secret_key", "SECRET");
        this.config.own(DeviceConfig.WIFI_SSID, "attic");
        this.config.own(DeviceConfig.WIFI_PASS, "correct horse");
        this.config.validate();
        this.config.own(DeviceConfig.SLEEP, "1");
        rejectsWhole("storage: ram is not allowed with sleep 1");
    }

    @Test
    public void awsIotCoreWantsACertificateAndItsKey() {
        StationConfig station = this.config.station();
        station.set("bucket", "readings");
        station.set("credentials", "iot");
        station.set("iot_endpoint", "c1.credentials.iot.eu-central-1.amazonaws.com");
        station.set("iot_role", "Uploads");
        this.config.own(DeviceConfig.WIFI_SSID, "attic");
        this.config.own(DeviceConfig.WIFI_PASS, "correct horse");
        rejectsWhole("iot_cert: must be set, as credentials is iot");
        this.config.own(DeviceConfig.IOT_CERT, "AAAA");
        rejectsWhole("iot_key: must be set, as credentials is iot");
        this.config.own(DeviceConfig.IOT_KEY, "AAAA");
        rejectsWhole("iot_key_pass: must be set, as credentials is iot");
        this.config.own(DeviceConfig.IOT_KEY_PASS, "secret");
        this.config.validate();
        assertTrue(this.config.clientKey() != null);
        station.set("credentials", "keys");
        assertTrue("shown to nobody else", this.config.clientKey() == null);
    }

    @Test
    public void neverShowsAKeyThatIsNoBase64() {
        try {
            this.config.own(DeviceConfig.IOT_KEY, "-----BEGIN PRIVATE KEY-----");
            fail("accepted PEM");
        } catch (IllegalArgumentException e) {
            assertEquals("iot_key: this value is not allowed; Base64 of DER in one line is", e.getMessage());
        }
    }

    private void rejects(int index, String value, String name) {
        try {
            this.config.own(index, value);
            fail("accepted " + value);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(name));
        }
    }

    private void rejectsWhole(String name) {
        try {
            this.config.validate();
            fail("accepted a configuration without " + name);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(name));
        }
    }
}
