package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.PartSource;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/** Uploads in parts: interrupted at every request, resumed from the upload id, answered 200 with an error. */
public class MultipartTest {

    private static final int PART = 5 << 20;
    private static final String KEY = "long/station=A.bin";

    private final byte[] bytes = new byte[PART + 1000];
    private final PartSource source = number -> number == 1 ? new BytesBody(this.bytes, 0, PART)
            : number == 2 ? new BytesBody(this.bytes, PART, 1000) : null;
    private final PutObjectOptions once = new PutObjectOptions().createOnly(true);
    private final String[] id = new String[1];

    public MultipartTest() {
        new Random(3).nextBytes(this.bytes);
    }

    private static S3Client client(FaultyNetwork network, int attempts) {
        S3Config config = new S3Config("http://store.test", "eu-test-1", StrictStore.BUCKET)
                .addressing(S3Config.PATH_STYLE).maxAttempts(attempts);
        return new S3Client(config, network,
                new StaticCredentials(new Credentials(StrictStore.KEY, StrictStore.SECRET)),
                () -> StrictStore.NOW.toEpochMilli(), millis -> { }, new Random(1));
    }

    private void check(StrictStore store, String text) {
        assertArrayEquals(text, this.bytes, store.objects.get(KEY));
        assertEquals(text, 1, (int) store.writes.get(KEY));
        assertTrue(text, store.uploads.isEmpty());
    }

    @Test
    public void s3ProxyMakesOneObjectOfTheParts() throws Exception {
        ProxyServer server = new ProxyServer();
        try (S3Client client = server.client(server.config())) {
            client.putParts(KEY, null, this.source, 10, this.once, null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            client.getObject(KEY, 0, -1, out);
            assertArrayEquals(this.bytes, out.toByteArray());
        } finally {
            server.close();
        }
    }

    @Test
    public void anyRequestMayFailOnce() throws IOException {
        for (Fault.Kind kind : new Fault.Kind[] {Fault.Kind.CUT_RESPONSE, Fault.Kind.REFUSE, Fault.Kind.REFUSE_AFTER,
                Fault.Kind.STALL_RESPONSE}) {
            for (int request = 1; request < 4; request++) {
                Fault fault = new Fault(request, kind, 0, 503, "SlowDown");
                StrictStore store = new StrictStore();
                FaultyNetwork network = new FaultyNetwork(store);
                network.faults = new Fault[] {fault};
                client(network, 5).putParts(KEY, null, this.source, 10, this.once, null);
                check(store, fault.id());
            }
        }
    }

    @Test
    public void resumesAfterARestartWithoutSendingPartsAgain() throws IOException {
        for (int request = 1; request < 4; request++) {
            StrictStore store = new StrictStore();
            FaultyNetwork network = new FaultyNetwork(store);
            network.faults = new Fault[] {new Fault(request, Fault.Kind.CUT_REQUEST, 50, 0, "")};
            this.id[0] = null;
            try {
                client(network, 1).putParts(KEY, null, this.source, 10, this.once, started -> this.id[0] = started);
                fail();
            } catch (S3Exception e) {
                assertTrue(e.retryable());
            }
            int before = network.requests;
            client(network, 1).putParts(KEY, this.id[0], this.source, 10, this.once, null);
            check(store, "cut in request " + request);
            assertEquals("list, missing parts, complete", 2 + Math.max(0, 3 - request), network.requests - before);
        }
    }

    @Test
    public void errorBehindStatus200IsRepeatedOrReported() throws IOException {
        StrictStore store = new StrictStore();
        FaultyNetwork network = new FaultyNetwork(store);
        network.faults = new Fault[] {new Fault(3, Fault.Kind.REFUSE, 0, 200, "InternalError")};
        client(network, 5).putParts(KEY, null, this.source, 10, this.once, null);
        check(store, "200 InternalError");
        StrictStore other = new StrictStore();
        FaultyNetwork refusing = new FaultyNetwork(other);
        refusing.faults = new Fault[] {new Fault(3, Fault.Kind.REFUSE, 0, 200, "InvalidPart")};
        try {
            client(refusing, 5).putParts(KEY, null, this.source, 10, this.once, kept -> this.id[0] = kept);
            fail();
        } catch (S3Exception e) {
            assertEquals("InvalidPart", e.code());
            assertNull("nothing to resume", this.id[0]);
            assertTrue("parts given up", other.uploads.isEmpty());
            assertNull(other.objects.get(KEY));
        }
    }
}
