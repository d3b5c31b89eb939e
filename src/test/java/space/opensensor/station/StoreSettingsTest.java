package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.http.SocketConnector;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.StaticCredentials;
import space.opensensor.s3.TimeSource;

/** Where a presigned URL leads shows endpoint, region and addressing. */
public class StoreSettingsTest {

    @Test
    public void takesEndpointAndRegionAsTheyAreSet() throws IOException {
        assertUrl("https://readings.s3.example.com/k", "eu-1", "custom", "https://s3.example.com", "eu-1", "preset");
        assertUrl("https://s3.example.com/readings/k", "eu-1", "custom", "https://s3.example.com", "eu-1", "path");
    }

    @Test
    public void takesEndpointAndAddressingFromThePreset() throws IOException {
        assertUrl("https://readings.s3.eu-central-1.amazonaws.com/k", "eu-central-1", "aws", "", "eu-central-1", "preset");
        assertUrl("https://readings.fsn1.your-objectstorage.com/k", "fsn1", "hetzner", "", "fsn1", "preset");
        assertUrl("https://storage.googleapis.com/readings/k", "auto", "gcs", "", "us-east-1", "preset");
        assertUrl("http://10.0.0.7:9000/readings/k", "us-east-1", "minio", "http://10.0.0.7:9000", "us-east-1", "preset");
    }

    @Test
    public void addressingOverrulesThePreset() throws IOException {
        assertUrl("https://s3.eu-central-1.amazonaws.com/readings/k", "eu-central-1", "aws", "", "eu-central-1", "path");
        assertUrl("https://readings.storage.googleapis.com/k", "auto", "gcs", "", "us-east-1", "virtual-host");
    }

    @Test
    public void anEndpointThatIsSetGoesBeforeThatOfThePreset() throws IOException {
        String[] presets = {"aws", "b2", "gcs", "wasabi", "hetzner", "r2"};
        for (int i = 0; i < presets.length; i++) {
            boolean auto = presets[i].equals("gcs") || presets[i].equals("r2");
            assertUrl("https://vpce.example.com/readings/k", auto ? "auto" : "eu-1", presets[i], "https://vpce.example.com",
                    "eu-1", "path");
        }
        assertUrl("https://0a1b.eu.r2.cloudflarestorage.com/readings/k", "auto", "r2",
                "https://0a1b.eu.r2.cloudflarestorage.com", "us-east-1", "preset");
    }

    @Test
    public void takesTheAccountOfR2FromItsEndpoint() throws IOException {
        assertUrl("https://0a1b.r2.cloudflarestorage.com/readings/k", "auto", "r2",
                "https://0a1b.r2.cloudflarestorage.com", "us-east-1", "preset");
        assertUrl("https://0a1b.r2.cloudflarestorage.com/readings/k", "auto", "r2", "0a1b", "us-east-1", "preset");
    }

    @Test
    public void refusesAPresetThatNeedsAnEndpointWithoutOne() {
        try {
            StoreSettings.s3(config("ceph", "", "us-east-1", "preset"));
            fail();
        } catch (IllegalArgumentException e) {
            assertEquals("endpoint: must be set, as store is ceph", e.getMessage());
        }
    }

    @Test
    public void withABrokerTheUrlsSayWhereTheBucketIs() {
        StationConfig config = new StationConfig();
        config.set("credentials", "broker");
        config.set("broker", "https://broker.example.org:8443/sign?station=7");
        StoreSettings.s3(config);
        String[] bad = {"broker.example.org/sign", "http://broker.example.org/sign", "https://broker.example.org"};
        for (int i = 0; i < bad.length; i++) {
            try {
                config.set("broker", bad[i]);
                StoreSettings.s3(config);
                fail(bad[i]);
            } catch (IllegalArgumentException e) {
                assertEquals("broker: \"" + bad[i] + "\" is not allowed; https://host[:port]/path is", e.getMessage());
            }
        }
    }

    private static void assertUrl(String start, String region, String store, String endpoint, String setRegion,
            String addressing) throws IOException {
        StationConfig config = config(store, endpoint, setRegion, addressing);
        S3Client client = new S3Client(StoreSettings.s3(config), new SocketConnector(),
                new StaticCredentials(StoreSettings.credentials(config)), new TimeSource() {
                    @Override
                    public long currentTimeMillis() {
                        return 1369353600000L;
                    }
                });
        String url = client.presign("GET", "k", 60);
        assertTrue(url, url.startsWith(start + "?"));
        assertTrue(url, url.indexOf("%2F20130524%2F" + region + "%2Fs3%2F") > 0);
    }

    private static StationConfig config(String store, String endpoint, String region, String addressing) {
        StationConfig config = new StationConfig();
        config.set("store", store);
        config.set("endpoint", endpoint);
        config.set("region", region);
        config.set("bucket", "readings");
        config.set("addressing", addressing);
        config.set("access_key", "AKIAEXAMPLE");
        config.set("secret_key", "secret");
        return config;
    }
}
