package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import org.junit.Test;

import space.opensensor.http.Connection;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.FullJitter;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/**
 * A thousand clients, each in a time of its own that only its waits move on, come back to a store after an outage: the
 * store refuses everything for two minutes and then serves 50 uploads a second.
 */
public class FleetTest {

    private static final int CLIENTS = 1000;
    private static final int OUTAGE_SECONDS = 120;
    private static final int UPLOADS_PER_SECOND = 50;
    private static final byte[] BODY = new byte[100];
    private static final byte[] STORED = bytes("HTTP/1.1 200 OK\r\nETag: \"" + HexFormat.of()
            .formatHex(StrictStore.md5(BODY)) + "\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    private static final byte[] MISSING = bytes("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    private static final byte[] REFUSED = bytes("HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private final int[] requests = new int[3600];
    private final int[] served = new int[3600];
    private long millis;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    public void aFleetThatComesBackAfterAnOutageDoesNotStormTheStore() throws IOException {
        int all = 0;
        long last = 0;
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            this.millis = FullJitter.delay(random, 30000);
            S3Config config = new S3Config("https://s3.fleet.test", "eu-1", "bucket").maxAttempts(100).delays(2000, 60000);
            S3Client client = new S3Client(config, (host, port, secure) -> new Exchange(),
                    new StaticCredentials(new Credentials("AK", "SK")), () -> StrictStore.NOW.toEpochMilli() + this.millis,
                    wait -> this.millis += wait, random);
            client.putObject("k", new BytesBody(BODY), null);
            last = Math.max(last, this.millis);
        }
        int peak = 0;
        int peakBefore = 0;
        int uploads = 0;
        for (int second = 0; second < this.requests.length; second++) {
            all += this.requests[second];
            uploads += this.served[second];
            peakBefore = second < OUTAGE_SECONDS ? Math.max(peakBefore, this.requests[second]) : peakBefore;
            peak = second < OUTAGE_SECONDS ? 0 : Math.max(peak, this.requests[second]);
        }
        System.out.println("fleet of " + CLIENTS + ": " + all + " requests, at most " + peakBefore + " a second in the outage, "
                + peak + " after it, last upload " + (last / 1000 - OUTAGE_SECONDS) + " s after it");
        assertEquals("every client is served, once", CLIENTS, uploads);
        assertTrue("no second after the outage sees more than a tenth of the fleet: " + peak, peak <= CLIENTS / 10);
        assertTrue("nor one in it more than a quarter: " + peakBefore, peakBefore <= CLIENTS / 4);
        assertTrue("an upload takes few requests: " + all, all <= 20 * CLIENTS);
        assertTrue("five minutes after the outage all is well: " + last, last <= (OUTAGE_SECONDS + 300) * 1000L);
    }

    /** One request and its answer, at the time it is read. */
    private final class Exchange extends OutputStream implements Connection {

        private boolean head;
        private boolean begun;
        private final InputStream input = new InputStream() {
            private InputStream bytes;

            @Override
            public int read() throws IOException {
                throw new IOException("not used");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                this.bytes = this.bytes == null ? new ByteArrayInputStream(answer()) : this.bytes;
                return this.bytes.read(target, offset, length);
            }
        };

        @Override
        public InputStream input() {
            return this.input;
        }

        private byte[] answer() {
            int second = (int) (FleetTest.this.millis / 1000);
            FleetTest.this.requests[second]++;
            if (second < OUTAGE_SECONDS) {
                return REFUSED;
            }
            if (this.head) {
                return MISSING;
            }
            boolean room = FleetTest.this.served[second] < UPLOADS_PER_SECOND;
            FleetTest.this.served[second] += room ? 1 : 0;
            return room ? STORED : REFUSED;
        }

        @Override
        public OutputStream output() {
            return this;
        }

        @Override
        public void write(int b) {
            this.begun = true;
        }

        @Override
        public void write(byte[] data, int offset, int length) {
            this.head |= !this.begun && data[offset] == 'H';
            this.begun = true;
        }

        @Override
        public void setReadTimeout(int limit) {
            return;
        }

        @Override
        public void close() {
            return;
        }
    }
}
