package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.PartSource;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/**
 * What every store must do with the client's requests, whatever it lacks: a store without aws-chunked, trailers or
 * conditional writes answers so, and the client then takes another way. Started by {@code desktop/interop/servers/run}.
 */
public abstract class ServerChecks {

    static final String BUCKET = "sensor-data";

    private final int port;
    private final String key;
    private final String secret;

    ServerChecks(int port, String key, String secret) {
        this.port = port;
        this.key = key;
        this.secret = secret;
    }

    S3Config config() {
        return config(BUCKET);
    }

    private S3Config config(String bucket) {
        return new S3Config("http://127.0.0.1:" + this.port, "us-east-1", bucket).addressing(S3Config.PATH_STYLE)
                .maxAttempts(4).delays(1, 50).timeouts(20000, 60000);
    }

    S3Client client(S3Config config) {
        return client(config, new Credentials(this.key, this.secret), 0);
    }

    static S3Client client(S3Config config, Credentials credentials, long clockError) {
        return new S3Client(config, new SocketConnector(), new StaticCredentials(credentials),
                () -> System.currentTimeMillis() + clockError);
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static byte[] get(S3Client client, String key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        client.getObject(key, 0, -1, out);
        return out.toByteArray();
    }

    private void roundTrip(S3Config config, String name, int length) throws IOException {
        try (S3Client client = client(config)) {
            client.putObject(name, new BytesBody(bytes(length)), null);
            assertArrayEquals(name, bytes(length), get(client, name));
        }
    }

    @Test
    public void everyBodyModeArrivesByteForByteOrByAnotherWay() throws IOException {
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED_TRAILER; mode++) {
            for (int chunked = 0; chunked < (mode >= BodyMode.CHUNKED_SIGNED ? 2 : 1); chunked++) {
                for (int length : new int[] { 0, 1, 8192, 8193, 100000 }) {
                    roundTrip(config().bodyMode(mode).transferEncodingChunked(chunked == 1)
                            .checksum(mode >= BodyMode.CHUNKED_UNSIGNED_TRAILER ? Checksum.CRC32 : Checksum.NONE),
                            "modes/" + mode + chunked + "/" + length, length);
                }
            }
        }
    }

    @Test
    public void checkSumsInFrontOfTheBodyAreTaken() throws IOException {
        roundTrip(config().checksum(Checksum.CONTENT_MD5), "md5", 5000);
        roundTrip(config().checksum(Checksum.CRC32).bodyMode(BodyMode.SIGNED), "crc32", 5000);
        roundTrip(config().expectContinue(true), "continue", 5000);
    }

    @Test
    public void keysOfEveryKindArriveUnderTheirName() throws IOException {
        Set<String> keys = new HashSet<>();
        for (String name : new String[] { "station=ID/year=2026/month=11/day=22/data_1015.parquet", "a b/c d.txt",
                "pl+us+.txt", "\u00fcn\u00ef/\u65e5\u672c.txt", "p%41q%2Fz.txt", "q?x&y#z.txt", "semi;colon,at@:$!*'().txt",
                "til~de_-.txt" }) {
            keys.add("kinds/" + name);
        }
        try (S3Client client = client(config())) {
            for (String name : keys) {
                client.putObject(name, new BytesBody(bytes(100)), null);
            }
            Set<String> listed = new HashSet<>();
            client.listObjects("kinds/", (name, size, etag) -> listed.add(name));
            assertEquals(keys, listed);
            for (String name : keys) {
                assertArrayEquals(bytes(100), get(client, name));
                client.deleteObject(name);
                assertNull(client.headObject(name));
            }
        }
    }

    @Test
    public void createOnlyNeverReplacesAndRecognisesItsOwnBytes() throws IOException {
        PutObjectOptions once = new PutObjectOptions().createOnly(true);
        try (S3Client client = client(config())) {
            assertFalse(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            assertTrue(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            try {
                client.putObject("once", new BytesBody(bytes(301)), once);
                fail();
            } catch (S3Exception e) {
                assertEquals(412, e.status());
            }
            assertArrayEquals(bytes(300), get(client, "once"));
        }
    }

    @Test
    public void wrongSecretIsRefusedAndNothingIsStored() throws IOException {
        try (S3Client wrong = client(config(), new Credentials(this.key, "wrong"), 0)) {
            wrong.putObject("refused", new BytesBody(bytes(100)), null);
            fail();
        } catch (S3Exception e) {
            assertEquals(403, e.status());
            assertTrue(e.code(), e.code().equals("SignatureDoesNotMatch") || e.code().equals("AccessDenied"));
            assertFalse(e.retryable());
        }
        try (S3Client client = client(config())) {
            assertNull(client.headObject("refused"));
        }
    }

    @Test
    public void aClockThatIsWrongIsCorrectedFromTheAnswer() throws IOException {
        for (long error : new long[] { -3600000, 3600000 }) {
            try (S3Client client = client(config(), new Credentials(this.key, this.secret), error)) {
                client.putObject("clock" + error, new BytesBody(bytes(100)), null);
                assertArrayEquals(bytes(100), get(client, "clock" + error));
            }
        }
    }

    @Test
    public void presignedUrlsWorkForOthers() throws Exception {
        HttpClient other = HttpClient.newHttpClient();
        try (S3Client client = client(config())) {
            String name = "presigned/station=A/b c.bin";
            HttpRequest put = HttpRequest.newBuilder(URI.create(client.presign("PUT", name, 60)))
                    .PUT(HttpRequest.BodyPublishers.ofString("hello")).build();
            int status = other.send(put, HttpResponse.BodyHandlers.ofString()).statusCode();
            assertTrue("status " + status, status == 200 || status == 201);
            HttpRequest get = HttpRequest.newBuilder(URI.create(client.presign("GET", name, 60))).build();
            assertEquals("hello", other.send(get, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    @Test
    public void partsMakeOneObject() throws IOException {
        byte[] all = bytes((5 << 20) + 1000);
        PartSource source = number -> number == 1 ? new BytesBody(all, 0, 5 << 20)
                : number == 2 ? new BytesBody(all, 5 << 20, 1000) : null;
        try (S3Client client = client(config())) {
            client.putParts("parts", null, source, 10, new PutObjectOptions(), null);
            assertArrayEquals(all, get(client, "parts"));
        }
    }

    @Test
    public void aMissingBucketIsNamed() throws IOException {
        try (S3Client client = client(config("no-such-bucket"))) {
            client.putObject("key", new BytesBody(bytes(1)), null);
            fail();
        } catch (S3Exception e) {
            assertEquals("NoSuchBucket", e.code());
        }
    }
}
