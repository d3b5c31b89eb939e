package space.opensensor.interop.s3;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.junit.Test;

import com.sun.management.ThreadMXBean;

import space.opensensor.http.Connection;
import space.opensensor.s3.Body;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/** Memory of a client and of an upload, counted by the virtual machine. */
public class FiguresTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Answers every request with the same bytes, allocating nothing, on one connection that stays. */
    private static final class Echo extends InputStream implements Connection {

        private final byte[] answer;
        private int at;
        private long sent;

        Echo(byte[] body) {
            this.answer = ("HTTP/1.1 200 OK\r\nx-amz-id-2: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"
                    + "x-amz-request-id: 0123456789ABCDEF\r\nDate: Sun, 22 Nov 2026 12:00:00 GMT\r\nETag: \""
                    + HexFormat.of().formatHex(StrictStore.md5(body)) + "\"\r\nServer: AmazonS3\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public InputStream input() {
            return this;
        }

        @Override
        public OutputStream output() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    Echo.this.sent++;
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    Echo.this.sent += length;
                }
            };
        }

        @Override
        public int read() throws IOException {
            throw new IOException("not used");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, this.answer.length - this.at);
            System.arraycopy(this.answer, this.at, target, offset, count);
            this.at = (this.at + count) % this.answer.length;
            return count;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public void setReadTimeout(int millis) {
            return;
        }

        @Override
        public void close() {
            this.at = 0;
        }
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static S3Client client(S3Config config, Connection connection) {
        return new S3Client(config, (host, port, secure) -> connection,
                new StaticCredentials(new Credentials(StrictStore.KEY, StrictStore.SECRET)), () -> StrictStore.NOW.toEpochMilli());
    }

    private static S3Config config(int mode) {
        return new S3Config("https://s3.eu-test-1.amazonaws.com", "eu-test-1", StrictStore.BUCKET).bodyMode(mode)
                .keepAlive(3600000);
    }

    /** What the platform takes for the digests of one client: they are the platform's, and differ between JDKs. */
    private static long digests() throws NoSuchAlgorithmException {
        long before = allocated();
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        MessageDigest hmac = MessageDigest.getInstance("SHA-256");
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        long bytes = allocated() - before;
        assertTrue(hash != hmac && hash != md5);
        return bytes;
    }

    @Test
    public void aClientTakesLessThanSixteenKilobytesBesideThePlatformsDigests() throws NoSuchAlgorithmException {
        long most = 0;
        long platform = 0;
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            for (int i = 0; i < 50; i++) {
                S3Config config = config(mode);
                Echo echo = new Echo(new byte[0]);
                long digests = digests();
                long before = allocated();
                S3Client client = client(config, echo);
                long bytes = allocated() - before - digests;
                assertTrue(client != null);
                if (i >= 40 && bytes > most) {
                    most = bytes;
                    platform = digests;
                }
            }
        }
        System.out.println("S3 client, all buffers: " + most + " bytes, and " + platform + " of the platform's digests");
        assertTrue("client takes " + most, most <= 16384);
    }

    @Test
    public void steadyUploadsAllocateLessThanTwoKilobytes() throws IOException {
        byte[] bytes = new byte[4000];
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            S3Client client = client(config(mode).addressing(S3Config.VIRTUAL_HOST), new Echo(bytes));
            client.capabilities(4);
            Body body = new BytesBody(bytes);
            String key = "station=A/year=2026/month=11/day=22/data_1200.parquet";
            for (int i = 0; i < 5000; i++) {
                client.putObject(key, body, null);
            }
            long before = allocated();
            for (int i = 0; i < 100; i++) {
                client.putObject(key, body, null);
            }
            long each = (allocated() - before) / 100;
            System.out.println("upload of 4 KB, mode " + mode + ": " + each + " bytes allocated");
            assertTrue("mode " + mode + " allocates " + each, each <= 2048);
        }
    }

    /** A long body that is made up as it is read. */
    private static final class ZeroBody implements Body {

        private final long length;

        ZeroBody(long length) {
            this.length = length;
        }

        @Override
        public long length() {
            return this.length;
        }

        @Override
        public InputStream open() {
            long all = this.length;
            return new InputStream() {
                private long left = all;

                @Override
                public int read() {
                    return this.left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] target, int offset, int count) {
                    int part = (int) Math.min(count, this.left);
                    this.left -= part;
                    return part == 0 ? -1 : part;
                }
            };
        }
    }

    @Test
    public void memoryDoesNotGrowWithTheObject() throws IOException {
        long[] lengths = {1 << 10, 1 << 20, 100 << 20};
        long[] taken = new long[3];
        for (int i = 0; i < 3; i++) {
            S3Client client = client(config(BodyMode.UNSIGNED).etagIsMd5(false), new Sized(lengths[i]));
            client.putObject("k", new ZeroBody(lengths[i]), null);
            long before = allocated();
            client.putObject("k", new ZeroBody(lengths[i]), null);
            taken[i] = allocated() - before;
        }
        System.out.println("upload of 1 KB, 1 MB, 100 MB allocates " + taken[0] + ", " + taken[1] + ", " + taken[2] + " bytes");
        assertTrue(taken[2] <= taken[0] + 1024);
    }

    @Test
    public void framingOfAwsChunkedCostsLessThanOnePointTwoPercent() throws IOException {
        Sized sized = new Sized(10 << 20);
        S3Client client = client(config(BodyMode.CHUNKED_SIGNED).etagIsMd5(false), sized);
        client.capabilities(4);
        client.putObject("k", new ZeroBody(10 << 20), null);
        double percent = 100.0 * (sized.sent - (10 << 20)) / (10 << 20);
        System.out.printf("aws-chunked, 8 KB chunks, heads included: %.2f %% more bytes%n", percent);
        assertTrue(percent <= 1.2);
    }

    /** Answers PUT without ETag and HEAD with a length: the client has to ask. */
    private static final class Sized extends InputStream implements Connection {

        private final byte[] answer;
        private int at;
        private long sent;

        Sized(long length) {
            this.answer = ("HTTP/1.1 200 OK\r\nETag: \"x\"\r\nx-amz-checksum-crc32: AAAAAA==\r\nContent-Length: 0\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nContent-Length: " + length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public InputStream input() {
            return this;
        }

        @Override
        public OutputStream output() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    Sized.this.sent++;
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    Sized.this.sent += length;
                }
            };
        }

        @Override
        public int read() throws IOException {
            throw new IOException("not used");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int next = this.at;
            while (next < this.answer.length && (next < this.at + 4 || this.answer[next - 1] != '\n' || this.answer[next - 3] != '\n')) {
                next++;
            }
            int count = Math.min(length, next - this.at);
            System.arraycopy(this.answer, this.at, target, offset, count);
            this.at = (this.at + count) % this.answer.length;
            return count;
        }

        @Override
        public int available() {
            return 0;
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
}
