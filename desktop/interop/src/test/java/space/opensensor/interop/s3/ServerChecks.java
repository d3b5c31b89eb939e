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

import space.opensensor.http.Connector;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.PartSource;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.PutObjectResult;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/**
 * What every store must do with the client's requests, whatever it lacks: a store without aws-chunked, trailers or
 * conditional writes answers so, and the client then takes another way. Runs against S3Proxy with the other tests, against
 * the others by {@code desktop/interop/servers/run}. The rows of server-checks.tsv that a test asks are named with it.
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

    private S3Client client(S3Config config, Connector connector) {
        return new S3Client(config, connector, new StaticCredentials(new Credentials(this.key, this.secret)),
                System::currentTimeMillis);
    }

    void roundTrip(S3Config config, String name, int length) throws IOException {
        try (S3Client client = client(config)) {
            client.putObject(name, new BytesBody(bytes(length)), null);
            assertArrayEquals(name, bytes(length), get(client, name));
        }
    }

    @Test
    @ServerCheck({"01", "d1", "d4b", "d6", "e1", "e3", "e5", "f4b"})
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
    @ServerCheck({"c4", "c5", "f5"})
    public void checkSumsInFrontOfTheBodyAreTaken() throws IOException {
        roundTrip(config().checksum(Checksum.CONTENT_MD5), "md5", 5000);
        roundTrip(config().checksum(Checksum.CRC32).bodyMode(BodyMode.SIGNED), "crc32", 5000);
        roundTrip(config().expectContinue(true), "continue", 5000);
    }

    @Test
    @ServerCheck({"j"})
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
    @ServerCheck({"h1", "h2"})
    public void createOnlyNeverReplacesAndRecognisesItsOwnBytes() throws IOException {
        PutObjectOptions once = new PutObjectOptions().createOnly(true).contentType("application/vnd.apache.parquet")
                .metadata("station", "A 1");
        byte[] other = bytes(300);
        other[0]++;
        try (S3Client client = client(config())) {
            assertFalse(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            assertTrue(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            for (byte[] replacing : new byte[][] { bytes(301), other }) {
                try {
                    client.putObject("once", new BytesBody(replacing), once);
                    fail();
                } catch (S3Exception e) {
                    assertEquals("PreconditionFailed", e.code());
                }
            }
            assertArrayEquals(bytes(300), get(client, "once"));
        }
    }

    @Test
    @ServerCheck({"a2", "a3", "d8", "f5b"})
    public void aWrongSecretOrAnUnknownKeyIsRefusedInEveryModeAndNothingIsStored() throws IOException {
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            refused(config().bodyMode(mode), new Credentials(this.key, "wrong"));
            refused(config().bodyMode(mode).expectContinue(true), new Credentials(this.key, "wrong"));
            refused(config().bodyMode(mode), new Credentials("AKIANOBODY0000000000", this.secret));
        }
        try (S3Client client = client(config())) {
            assertNull(client.headObject("refused"));
        }
    }

    private static void refused(S3Config config, Credentials credentials) throws IOException {
        try (S3Client wrong = client(config, credentials, 0)) {
            wrong.putObject("refused", new BytesBody(bytes(9000)), null);
            fail();
        } catch (S3Exception e) {
            assertEquals(e.getMessage(), 403, e.status());
            assertTrue(e.code(), e.code().equals("SignatureDoesNotMatch") || e.code().equals("AccessDenied")
                    || e.code().equals("InvalidAccessKeyId"));
            assertFalse(e.retryable());
            assertTrue("names the request: " + e.requestId(), e.requestId() != null && e.getMessage().contains(e.requestId()));
        }
    }

    @Test
    @ServerCheck("a4")
    public void anotherRegionInTheScopeIsTakenOrCorrectedFromTheAnswer() throws IOException {
        S3Config config = new S3Config("http://127.0.0.1:" + this.port, "eu-west-9", BUCKET).addressing(S3Config.PATH_STYLE);
        roundTrip(config, "region", 1000);
    }

    @Test
    @ServerCheck({"i1", "i2", "i3"})
    public void aClockThatIsWrongIsCorrectedFromTheAnswer() throws IOException {
        for (long error : new long[] { -3600000, -1200000, -600000, 600000, 1200000, 3600000 }) {
            try (S3Client client = client(config(), new Credentials(this.key, this.secret), error)) {
                client.putObject("clock" + error, new BytesBody(bytes(100)), null);
                assertArrayEquals(bytes(100), get(client, "clock" + error));
            }
        }
    }

    @Test
    @ServerCheck({"02", "jp"})
    public void presignedUrlsWorkForOthers() throws Exception {
        try (S3Client client = client(config())) {
            for (String name : new String[] { "station=A/b c.bin", "pl+us+.txt", "\u00fcn\u00ef/\u65e5\u672c.txt",
                    "p%41q%2Fz.txt", "q?x&y#z.txt", "semi;colon,at@:$!*'().txt" }) {
                int status = ask("PUT", client.presign("PUT", "presigned/" + name, 60), "hello").statusCode();
                assertTrue(name + ": status " + status, status == 200 || status == 201);
                assertEquals(name, "hello", ask("GET", client.presign("GET", "presigned/" + name, 60), "").body());
            }
        }
    }

    @Test
    @ServerCheck({"a1", "a5", "b1", "b4"})
    public void presignedUrlsOfAnotherSecretKeyOrTimeAreRefused() throws Exception {
        Credentials right = new Credentials(this.key, this.secret);
        long hours = 2 * 3600000;
        try (S3Client client = client(config()); S3Client wrong = client(config(), new Credentials(this.key, "wrong"), 0);
                S3Client early = client(config(), right, -hours)) {
            assertEquals(403, ask("PUT", wrong.presign("PUT", "refused", 60), "x").statusCode());
            assertEquals(403, ask("PUT", client.presign("PUT", "own", 60).replace("/own?", "/refused?"), "x").statusCode());
            assertEquals(403, ask("PUT", early.presign("PUT", "refused", 60), "x").statusCode());
            assertNull(client.headObject("refused"));
            int status = ask("PUT", early.presign("PUT", "early", 86400), "x").statusCode();
            assertTrue("status " + status, status == 200 || status == 201);
        }
    }

    private static HttpResponse<String> ask(String method, String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).method(method, body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    public void aDeviceWithoutKeysUploadsOnceThroughPresignedUrls() throws IOException {
        try (S3Client signing = client(config())) {
            S3Client keyless = new S3Client(config().checksum(Checksum.CONTENT_MD5), new SocketConnector(),
                    (method, name) -> signing.presign(method, name, 60), System::currentTimeMillis, millis -> { }, new Random(1));
            PutObjectOptions once = new PutObjectOptions().createOnly(true);
            assertFalse(keyless.putObject("keyless/a=b", new BytesBody(bytes(3000)), once).alreadyThere());
            assertTrue(keyless.putObject("keyless/a=b", new BytesBody(bytes(3000)), once).alreadyThere());
            assertArrayEquals(bytes(3000), get(keyless, "keyless/a=b"));
            keyless.deleteObject("keyless/a=b");
            assertNull(keyless.headObject("keyless/a=b"));
        }
    }

    /** A bit changes on the way. Where a check sum or hash goes with the body, the store refuses it and it is sent again. */
    @Test
    @ServerCheck({"c1", "c2", "c3", "d3"})
    public void aBodyDamagedOnTheWayIsSentAgainOrReported() throws IOException {
        damaged(config().bodyMode(BodyMode.SIGNED), true);
        damaged(config().checksum(Checksum.CONTENT_MD5), true);
        damaged(config().bodyMode(BodyMode.CHUNKED_SIGNED), false);
        damaged(config().checksum(Checksum.CRC32), false);
        damaged(config(), false);
    }

    private void damaged(S3Config config, boolean checked) throws IOException {
        try (S3Client client = client(config, new Meddler(false, 5000))) {
            PutObjectResult result = client.putObject("damaged", new BytesBody(bytes(9000)), null);
            assertTrue(result.attempts() > 1);
            assertArrayEquals(bytes(9000), get(client, "damaged"));
        } catch (S3Exception e) {
            assertFalse(e.getMessage(), checked);
            assertTrue(e.getMessage(), e.code().equals("ETagMismatch") || e.code().equals("SignatureDoesNotMatch"));
        }
    }

    @Test
    @ServerCheck({"d9", "f6"})
    public void aBodyCutOffLeavesNoObjectAndIsSentAgain() throws IOException {
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            String name = "cut/" + mode;
            try (S3Client client = client(config().bodyMode(mode).maxAttempts(1), new Meddler(true, 5000))) {
                client.putObject(name, new BytesBody(bytes(9000)), null);
                fail();
            } catch (S3Exception e) {
                assertTrue(e.getMessage(), e.retryable());
            }
            try (S3Client client = client(config().bodyMode(mode), new Meddler(true, 5000))) {
                assertNull(client.headObject(name));
                client.putObject(name, new BytesBody(bytes(9000)), new PutObjectOptions().createOnly(true));
                assertArrayEquals(bytes(9000), get(client, name));
            }
        }
    }

    @Test
    @ServerCheck("f7")
    public void threeObjectsGoOverOneConnection() throws IOException {
        Meddler network = new Meddler(false, -1);
        try (S3Client client = client(config(), network)) {
            for (int i = 0; i < 3; i++) {
                client.putObject("kept/" + i, new BytesBody(bytes(1000)), null);
            }
            assertEquals(1, network.connections);
        }
    }

    @Test
    @ServerCheck({"g1", "g3", "g5", "g7"})
    public void partsMakeOneObjectAlsoAfterAnInterruption() throws IOException {
        byte[] all = bytes((5 << 20) + 1000);
        boolean[] interrupted = new boolean[1];
        String[] id = new String[1];
        PartSource source = number -> {
            if (number == 2 && !interrupted[0]) {
                throw new IOException("power cut");
            }
            return number == 1 ? new BytesBody(all, 0, 5 << 20) : number == 2 ? new BytesBody(all, 5 << 20, 1000) : null;
        };
        try (S3Client client = client(config())) {
            try {
                client.putParts("parts", null, source, 10, null, started -> id[0] = started);
                fail();
            } catch (IOException e) {
                interrupted[0] = true;
            }
            client.putParts("parts", id[0], source, 10, null, null);
            assertArrayEquals(all, get(client, "parts"));
            interrupted[0] = false;
            try {
                client.putParts("parts", null, source, 10, null, started -> id[0] = started);
                fail();
            } catch (IOException e) {
                client.abortMultipartUpload("parts", id[0]);
            }
        }
    }

    @Test
    @ServerCheck("g6")
    public void partsThatAreTooSmallAreRefusedAndGivenUp() throws IOException {
        PartSource source = number -> number > 2 ? null : new BytesBody(bytes(1000));
        try (S3Client client = client(config())) {
            client.putParts("small", null, source, 10, null, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("EntityTooSmall", e.code());
        }
    }

    @Test
    public void rangesArePartsOfTheObject() throws IOException {
        try (S3Client client = client(config())) {
            byte[] bytes = bytes(1000);
            client.putObject("range", new BytesBody(bytes), null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertEquals(11, client.getObject("range", 10, 20, out));
            assertEquals(900, client.getObject("range", 100, -1, out));
            assertEquals(bytes[10], out.toByteArray()[0]);
            assertEquals(bytes[999], out.toByteArray()[910]);
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
