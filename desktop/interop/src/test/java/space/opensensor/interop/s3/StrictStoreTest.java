package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;

import space.opensensor.http.Connection;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/** The strict store is strict: a request of the client with any one bit changed stores nothing but what was meant. */
public class StrictStoreTest {

    private static final String KEY = "station=A/data_1200.parquet";
    private static final byte[] BODY = new byte[9000];

    /** Keeps what is sent and answers nothing. */
    private static final class Recorder extends InputStream implements Connection {

        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

        @Override
        public int read() throws IOException {
            throw new SocketTimeoutException("no answer");
        }

        @Override
        public InputStream input() {
            return this;
        }

        @Override
        public OutputStream output() {
            return this.sent;
        }

        @Override
        public void setReadTimeout(int millis) {
            return;
        }

        @Override
        public void close() {
            return;
        }
    }

    /** Returns what the client sends first; then it would ask whether the object arrived. */
    private static byte[] request(int mode) throws IOException {
        new Random(1).nextBytes(BODY);
        List<Recorder> recorders = new ArrayList<>();
        S3Config config = new S3Config("http://store.test", "eu-test-1", StrictStore.BUCKET).addressing(S3Config.PATH_STYLE)
                .bodyMode(mode).checksum(Checksum.CRC32C).maxAttempts(1);
        try (S3Client client = new S3Client(config, (host, port, secure) -> {
            recorders.add(new Recorder());
            return recorders.get(recorders.size() - 1);
        }, new StaticCredentials(new Credentials(StrictStore.KEY, StrictStore.SECRET)), () -> StrictStore.NOW.toEpochMilli())) {
            client.putObject(KEY, new BytesBody(BODY), null);
            fail();
        } catch (S3Exception e) {
            assertEquals(0, e.status());
        }
        return recorders.get(0).sent.toByteArray();
    }

    /** Returns the status of the answer; 400 where the request is none. */
    private static int status(byte[] request, StrictStore store) {
        try {
            WireRequest parsed = WireRequest.parse(request, request.length);
            return parsed == null ? 400 : Integer.parseInt(new String(store.handle(parsed), 9, 3, StandardCharsets.ISO_8859_1));
        } catch (RuntimeException e) {
            return 400;
        }
    }

    @Test
    public void anyBitThatChangesIsNoticedOrMeansNothing() throws IOException {
        for (int mode : new int[] {BodyMode.SIGNED, BodyMode.CHUNKED_SIGNED, BodyMode.CHUNKED_UNSIGNED_TRAILER,
                BodyMode.CHUNKED_SIGNED_TRAILER}) {
            byte[] request = request(mode);
            assertEquals(200, status(request, new StrictStore()));
            int harmless = 0;
            for (int at = 0; at < request.length; at++) {
                byte[] changed = request.clone();
                changed[at] ^= 1;
                StrictStore store = new StrictStore();
                harmless += status(changed, store) < 300 ? 1 : 0;
                for (byte[] object : store.objects.values()) {
                    assertArrayEquals("mode " + mode + ", byte " + at, BODY, object);
                    assertTrue("mode " + mode + ", byte " + at, store.objects.containsKey(KEY));
                }
            }
            assertTrue("mode " + mode + ": " + harmless + " changes mean nothing", harmless <= 10);
        }
    }

    @Test
    @ServerCheck({"d2", "d3b", "d7", "e2", "e6"})
    public void signaturesOfChunksAndTrailersAndTheirCheckSumAndLengthAreChecked() throws IOException {
        byte[] request = request(BodyMode.CHUNKED_SIGNED_TRAILER);
        String text = new String(request, StandardCharsets.ISO_8859_1);
        refused(request, text.indexOf(";chunk-signature=") + 17);
        refused(request, text.lastIndexOf(";chunk-signature=") + 17);
        refused(request, text.lastIndexOf("x-amz-checksum-crc32c:") + 22);
        refused(request, text.indexOf("x-amz-trailer-signature:") + 24);
        refused(request, text.indexOf("x-amz-decoded-content-length: ") + 30);
    }

    private static void refused(byte[] request, int at) {
        byte[] changed = request.clone();
        changed[at] ^= 1;
        StrictStore store = new StrictStore();
        assertTrue(status(changed, store) >= 400);
        assertTrue(store.objects.isEmpty());
    }
}
