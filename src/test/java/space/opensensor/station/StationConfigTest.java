package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

/** What a configuration takes and what it says of the rest. */
public class StationConfigTest {

    private final StationConfig config = new StationConfig();

    @Test
    public void everyDefaultIsAllowedAndEveryNameFitsAnNvsKey() {
        for (int index = 0; index < StationConfig.count(); index++) {
            Setting setting = StationConfig.setting(index);
            this.config.set(setting.name(), setting.defaultText());
            assertEquals(index, StationConfig.indexOf(setting.name()));
            assertTrue(setting.name(), setting.name().length() <= 15);
        }
    }

    @Test
    public void namesSettingValueAndWhatIsAllowed() {
        assertRefused("interval", "0", "interval: \"0\" is not allowed; 1 to 3600 s");
        assertRefused("interval", "3601", "interval: \"3601\" is not allowed; 1 to 3600 s");
        assertRefused("interval", "5s", "interval: \"5s\" is not allowed; 1 to 3600 s");
        assertRefused("upload", "chunked", "upload: \"chunked\" is not allowed; fixed | aws-chunked");
        assertRefused("region", "", "region: \"\" is not allowed; 1 to 64 characters, printable ASCII without spaces");
        assertRefused("nothing", "1", "nothing: no such setting");
    }

    @Test
    public void neverShowsASecretItRefuses() {
        assertRefused("secret_key", "a secret", "secret_key: this value is not allowed; 0 to 128 characters,"
                + " printable ASCII without spaces");
    }

    @Test
    public void takesTheLimitsThemselves() {
        this.config.set("interval", "1");
        this.config.set("interval", "3600");
        assertEquals(3600, this.config.number(StationConfig.INTERVAL));
    }

    @Test
    public void refusesAWindowThatDoesNotDivideADay() {
        offline();
        this.config.set("window", "7");
        assertInvalid("window: 7 min is not allowed; it must divide a day");
    }

    @Test
    public void refusesAnIntervalLongerThanTheWindow() {
        offline();
        this.config.set("window", "1");
        this.config.set("interval", "61");
        assertInvalid("interval: 61 s is not allowed; a window has 60 s");
    }

    @Test
    public void refusesAStationThatCouldNotBePartOfAKey() {
        offline();
        this.config.set("station", "roof/1");
        assertInvalid("station: \"roof/1\" is not allowed; letters, digits, - and _ are");
    }

    @Test
    public void refusesToKeepInDecimalsWhatTheyMayNotHold() {
        offline();
        this.config.set("values", "decimal");
        this.config.validate();
        this.config.set("out_of_range", "keep");
        assertInvalid("out_of_range: keep is not allowed with values decimal; missing is");
    }

    @Test
    public void wantsABucketAndCredentialsOnlyWhenOnline() {
        assertInvalid("bucket: must be set unless mode is offline");
        this.config.set("bucket", "sensors");
        assertInvalid("access_key: must be set unless mode is offline");
        this.config.set("access_key", "id");
        assertInvalid("secret_key: must be set unless mode is offline");
        this.config.set("secret_key", "key");
        this.config.validate();
        StationConfig other = new StationConfig();
        other.set("mode", "offline");
        other.validate();
    }

    @Test
    public void withABrokerItWantsItsUrlAndNothingElse() {
        this.config.set("credentials", "broker");
        assertInvalid("broker: must be set unless mode is offline");
        this.config.set("broker", "https://broker.example.org/sign");
        this.config.validate();
        this.config.set("upload", "aws-chunked");
        assertInvalid("upload: aws-chunked is not allowed with credentials broker; fixed is");
        assertRefused("broker_token", "two words",
                "broker_token: this value is not allowed; 0 to 1024 characters, printable ASCII without spaces");
        assertRefused("credentials", "iam", "credentials: \"iam\" is not allowed; keys | broker | iot");
    }

    @Test
    public void withAwsIotCoreItWantsABucketAnEndpointAndARole() {
        this.config.set("credentials", "iot");
        assertInvalid("bucket: must be set unless mode is offline");
        this.config.set("bucket", "sensors");
        assertInvalid("iot_endpoint: must be set unless mode is offline");
        this.config.set("iot_endpoint", "c1.credentials.iot.eu-central-1.amazonaws.com");
        assertInvalid("iot_role: must be set unless mode is offline");
        this.config.set("iot_role", "Uploads");
        this.config.validate();
    }

    @Test
    public void countsTheReadingsOfAWindowUpwards() {
        assertEquals(180, this.config.readingsPerWindow());
        this.config.set("interval", "7");
        assertEquals(129, this.config.readingsPerWindow());
    }

    private void offline() {
        this.config.set("mode", "offline");
    }

    private void assertRefused(String name, String value, String message) {
        try {
            this.config.set(name, value);
            fail(name + "=" + value);
        } catch (IllegalArgumentException e) {
            assertEquals(message, e.getMessage());
        }
    }

    private void assertInvalid(String message) {
        try {
            this.config.validate();
            fail(message);
        } catch (IllegalArgumentException e) {
            assertEquals(message, e.getMessage());
        }
    }
}
