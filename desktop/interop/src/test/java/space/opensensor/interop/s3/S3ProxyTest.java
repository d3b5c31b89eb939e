package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.HeadObjectResult;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.PutObjectResult;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;

/** The client against S3Proxy, which verifies every signature. */
public class S3ProxyTest {

    private static ProxyServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new ProxyServer();
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] get(S3Client client, String key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        client.getObject(key, 0, -1, out);
        return out.toByteArray();
    }

    private static void roundTrip(S3Config config, String key, int length) throws IOException {
        try (S3Client client = server.client(config)) {
            byte[] bytes = bytes(length);
            PutObjectResult result = client.putObject(key, new BytesBody(bytes), null);
            assertEquals(PutObjectResult.BY_MD5, result.verification());
            assertArrayEquals(key, bytes, get(client, key));
        }
    }

    @Test
    public void everyBodyModeArrivesByteForByte() throws IOException {
        int[] lengths = {0, 1, 4000, 8191, 8192, 8193, 16384, 100000};
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED_TRAILER; mode++) {
            for (int chunked = 0; chunked < (mode >= BodyMode.CHUNKED_SIGNED ? 2 : 1); chunked++) {
                for (int length : lengths) {
                    S3Config config = server.config().bodyMode(mode).transferEncodingChunked(chunked == 1)
                            .checksum(mode >= BodyMode.CHUNKED_UNSIGNED_TRAILER ? Checksum.CRC32 : Checksum.NONE);
                    roundTrip(config, "mode" + mode + chunked + "/" + length, length);
                }
            }
        }
    }

    @Test
    public void checksumsInFrontOfTheBodyAreAccepted() throws IOException {
        roundTrip(server.config().checksum(Checksum.CONTENT_MD5), "md5", 5000);
        roundTrip(server.config().checksum(Checksum.CRC32), "crc32", 5000);
        roundTrip(server.config().checksum(Checksum.CRC32).bodyMode(BodyMode.SIGNED), "crc32 signed", 5000);
        roundTrip(server.config().expectContinue(true), "continue", 5000);
    }

    @Test
    public void keysOfEveryKindArriveUnderTheirName() throws IOException {
        String[] keys = {"station=ID/year=2026/month=11/day=22/data_1015.parquet", "a b/c d.txt", "pl+us+.txt",
                "\u00fcn\u00ef/\u65e5\u672c \ud83d\ude00.txt", "p%41q%2Fz.txt", "q?x&y#z.txt", "semi;colon,at@:$!*'().txt",
                "til~de_-.txt"};
        try (S3Client client = server.client(server.config())) {
            for (String key : keys) {
                client.putObject("kinds/" + key, new BytesBody(bytes(100)), null);
            }
            List<String> listed = new ArrayList<>();
            assertEquals(keys.length, client.listObjects("kinds/", (key, size, etag) -> {
                assertEquals(100, size);
                assertEquals(32, etag.length());
                listed.add(key.substring(6));
            }));
            assertEquals(new TreeSet<>(List.of(keys)), new TreeSet<>(listed));
            for (String key : keys) {
                assertEquals(100, get(client, "kinds/" + key).length);
                client.deleteObject("kinds/" + key);
                assertNull(client.headObject("kinds/" + key));
            }
        }
    }

    @Test
    public void slashesInARowStayInTheKey() throws IOException {
        roundTrip(server.config(), "a//b//c", 100);
    }

    @Test
    public void listsMoreObjectsThanOnePageHolds() throws IOException {
        try (S3Client client = server.client(server.config())) {
            for (int i = 0; i < 1005; i++) {
                client.putObject("pages/" + i, new BytesBody(new byte[0]), null);
            }
            Set<String> keys = new HashSet<>();
            assertEquals(1005, client.listObjects("pages/", (key, size, etag) -> keys.add(key)));
            assertEquals(1005, keys.size());
        }
    }

    @Test
    public void rangesArePartsOfTheObject() throws IOException {
        try (S3Client client = server.client(server.config())) {
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
    public void wrongSecretIsRefusedWithTheServersCode() throws IOException {
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            try (S3Client client = server.client(server.config().bodyMode(mode), "wrong")) {
                client.putObject("refused", new BytesBody(bytes(9000)), null);
                fail();
            } catch (S3Exception e) {
                assertEquals(403, e.status());
                assertEquals("SignatureDoesNotMatch", e.code());
                assertNotNull(e.requestId());
                assertFalse(e.retryable());
            }
        }
        try (S3Client client = server.client(server.config())) {
            assertNull(client.headObject("refused"));
        }
    }

    @Test
    public void createOnlyNeverReplacesAndRecognisesItsOwnBytes() throws IOException {
        PutObjectOptions once = new PutObjectOptions().createOnly(true).contentType("application/vnd.apache.parquet")
                .metadata("station", "A 1");
        try (S3Client client = server.client(server.config())) {
            assertFalse(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            assertTrue(client.putObject("once", new BytesBody(bytes(300)), once).alreadyThere());
            try {
                client.putObject("once", new BytesBody(bytes(301)), once);
                fail();
            } catch (S3Exception e) {
                assertEquals(412, e.status());
            }
            byte[] other = bytes(300);
            other[0]++;
            try {
                client.putObject("once", new BytesBody(other), once);
                fail();
            } catch (S3Exception e) {
                assertEquals("PreconditionFailed", e.code());
            }
            HeadObjectResult head = client.headObject("once");
            assertEquals(300, head.length());
        }
    }

    @Test
    public void presignedUrlsWorkForOthers() throws Exception {
        HttpClient other = HttpClient.newHttpClient();
        try (S3Client client = server.client(server.config())) {
            String key = "presigned/station=A/b c.bin";
            HttpRequest put = HttpRequest.newBuilder(URI.create(client.presign("PUT", key, 60)))
                    .PUT(HttpRequest.BodyPublishers.ofString("hello")).build();
            assertEquals(200, other.send(put, HttpResponse.BodyHandlers.ofString()).statusCode());
            HttpRequest get = HttpRequest.newBuilder(URI.create(client.presign("GET", key, 60))).build();
            assertEquals("hello", other.send(get, HttpResponse.BodyHandlers.ofString()).body());
            HttpRequest tampered = HttpRequest.newBuilder(URI.create(client.presign("GET", key, 60).replace("b%20c", "b%20d")))
                    .build();
            assertEquals(403, other.send(tampered, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    public void aDeviceWithoutKeysUploadsOnceThroughPresignedUrls() throws IOException {
        try (S3Client signing = server.client(server.config())) {
            S3Client keyless = new S3Client(server.config().checksum(Checksum.CONTENT_MD5), new SocketConnector(),
                    (method, key) -> signing.presign(method, key, 60), System::currentTimeMillis, millis -> { }, new Random(1));
            PutObjectOptions once = new PutObjectOptions().createOnly(true);
            assertFalse(keyless.putObject("keyless/a=b", new BytesBody(bytes(3000)), once).alreadyThere());
            assertTrue(keyless.putObject("keyless/a=b", new BytesBody(bytes(3000)), once).alreadyThere());
            assertArrayEquals(bytes(3000), get(keyless, "keyless/a=b"));
            keyless.deleteObject("keyless/a=b");
            assertNull(keyless.headObject("keyless/a=b"));
        }
    }

    @Test
    public void missingBucketAndMissingObjectAreToldApart() throws IOException {
        S3Config config = new S3Config("http://127.0.0.1:" + server.port(), "us-east-1", "no-such-bucket")
                .addressing(S3Config.PATH_STYLE).maxAttempts(2).delays(1, 1);
        try (S3Client client = server.client(config)) {
            client.putObject("key", new BytesBody("x".getBytes(StandardCharsets.US_ASCII)), null);
            fail();
        } catch (S3Exception e) {
            assertEquals(404, e.status());
            assertEquals("NoSuchBucket", e.code());
        }
    }
}
