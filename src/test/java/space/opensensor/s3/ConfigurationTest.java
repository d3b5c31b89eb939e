package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.http.ScriptedConnector;

/** What is refused before a byte goes out, and how it says so. */
public class ConfigurationTest {

    private static final String SECRET = "top secret";

    private static String refusal(String endpoint, String region, String bucket) {
        try {
            new S3Config(endpoint, region, bucket);
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Test
    public void namesTheFieldThatIsWrong() {
        assertEquals("", refusal("https://s3.test", "eu", "bucket"));
        assertEquals("", refusal("http://127.0.0.1:9000/", "eu", "my.bucket-1"));
        String[] endpoints = {null, "", "ftp://x", "https://", "https://a b", "https://h:0", "https://h:99999", "https://h:x",
                "https://user@h", "https://h/path"};
        for (int i = 0; i < endpoints.length; i++) {
            assertTrue(endpoints[i], refusal(endpoints[i], "eu", "bucket").indexOf("endpoint") >= 0);
        }
        String[] buckets = {null, "", "ab", "Bucket", "-ab", "ab-", "a..b", "a_b", "a/b"};
        for (int i = 0; i < buckets.length; i++) {
            assertTrue(buckets[i], refusal("https://h", "eu", buckets[i]).startsWith("bucket name"));
        }
        assertTrue(refusal("https://h", "", "bucket").startsWith("region"));
    }

    @Test
    public void sayWhyPlainChunkedTransferIsRefused() {
        S3Config config = new S3Config("https://h", "eu", "bucket").transferEncodingChunked(true);
        try {
            client(config);
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("501") > 0);
        }
        config.bodyMode(BodyMode.CHUNKED_SIGNED);
        client(config);
        try {
            client(config.bodyMode(BodyMode.CHUNKED_SIGNED_TRAILER));
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("CRC32") > 0);
        }
    }

    @Test
    public void chunksBelowEightKilobytesAreRefused() {
        try {
            new S3Config("https://h", "eu", "bucket").chunkBytes(8191);
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("8192") > 0);
        }
    }

    private static S3Client client(S3Config config) {
        return new S3Client(config, new ScriptedConnector(new String[0]),
                new StaticCredentials(new Credentials("AK", "SK")), new FixedTime());
    }

    @Test
    public void keysAndExpiriesOutOfRangeNeverReachTheNetwork() throws IOException {
        S3Client client = client(new S3Config("https://h", "eu", "bucket"));
        StringBuilder longKey = new StringBuilder();
        for (int i = 0; i < 1025; i++) {
            longKey.append('x');
        }
        String[] keys = {"", null, longKey.toString(), "a/../b", "./a", "a/."};
        for (int i = 0; i < keys.length; i++) {
            try {
                client.putObject(keys[i], new BytesBody(new byte[1]), null);
                fail();
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("key"));
            }
        }
        int[] expiries = {0, -1, 604801};
        for (int i = 0; i < expiries.length; i++) {
            try {
                client.presign("PUT", "key", expiries[i]);
                fail();
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().indexOf("604800") > 0);
            }
        }
        assertTrue(client.presign("PUT", "key", 604800).startsWith("https://bucket.h/key?"));
    }

    @Test
    public void secretsAreNeverShown() {
        Credentials credentials = new Credentials("AK", "SECRET", "TOKEN", Credentials.NEVER);
        assertEquals("Credentials", credentials.toString());
        try {
            new Credentials("AK", SECRET);
            fail();
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().indexOf(SECRET) >= 0);
        }
        try {
            new Credentials("", "SK");
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("access key id"));
        }
    }

    @Test
    public void presetsKnowWhereTheStoresAre() {
        String[][] presets = {
                {"aws", "eu-central-1", "bucket", "https://bucket.s3.eu-central-1.amazonaws.com", "eu-central-1"},
                {"aws", "eu-central-1", "my.bucket", "https://s3.eu-central-1.amazonaws.com", "eu-central-1"},
                {"r2", "abc", "bucket", "https://abc.r2.cloudflarestorage.com", "auto"},
                {"b2", "eu-central-003", "bucket", "https://bucket.s3.eu-central-003.backblazeb2.com", "eu-central-003"},
                {"gcs", "any", "bucket", "https://storage.googleapis.com", "auto"},
                {"minio", "http://minio:9000", "bucket", "http://minio:9000", "us-east-1"},
                {"wasabi", "eu-central-2", "bucket", "https://bucket.s3.eu-central-2.wasabisys.com", "eu-central-2"},
                {"hetzner", "fsn1", "bucket", "https://bucket.fsn1.your-objectstorage.com", "fsn1"},
                {"ceph", "https://rgw.example.org", "bucket", "https://rgw.example.org", "us-east-1"},
                {"source.coop", "any", "us-west-2.opendata.source.coop", "https://s3.us-west-2.amazonaws.com", "us-west-2"}};
        for (int i = 0; i < presets.length; i++) {
            S3Config config = Stores.config(presets[i][0], presets[i][1], presets[i][2]);
            Endpoint endpoint = config.bucketEndpoint();
            assertEquals(presets[i][3], (endpoint.secure ? "https://" : "http://") + endpoint.authority());
            assertEquals(presets[i][0], presets[i][4], config.region);
            assertEquals(presets[i][0], endpoint.host.startsWith("bucket."), config.addressing == S3Config.VIRTUAL_HOST);
            assertTrue(Stores.names().indexOf(presets[i][0]) >= 0);
        }
        assertEquals(Capabilities.NO_AWS_CHUNKED, Stores.config("r2", "abc", "bucket").known);
        assertEquals(Capabilities.NO_AWS_CHUNKED, Stores.config("gcs", "any", "bucket").known);
        try {
            Stores.config("s4", "eu", "bucket");
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("source.coop") > 0);
        }
    }
}
