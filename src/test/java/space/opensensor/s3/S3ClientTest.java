package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.http.ScriptedConnector;

/** What the client does after each kind of answer. */
public class S3ClientTest {

    /** MD5 of "hello": RFC 1321 algorithm, value from the platform's md5sum. */
    private static final String HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";
    private static final String OK = "HTTP/1.1 200 OK\r\nETag: \"" + HELLO_MD5 + "\"\r\nContent-Length: 0\r\n\r\n";
    private static final String HEAD_HELLO = "HTTP/1.1 200 OK\r\nETag: \"" + HELLO_MD5 + "\"\r\nContent-Length: 5\r\n\r\n";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\n\r\n";
    private static final Body HELLO = new BytesBody(Utf8.encode("hello"));

    private final FixedTime time = new FixedTime();
    private final NoSleep sleep = new NoSleep();
    private ScriptedConnector connector;

    private static String error(int status, String code, String more) {
        String xml = "<Error><Code>" + code + "</Code><Message>text</Message>" + more + "<RequestId>R1</RequestId></Error>";
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + xml.length() + "\r\nConnection: close\r\n\r\n" + xml;
    }

    private static S3Config config() {
        return new S3Config("https://s3.eu-west-1.test.org", "eu-west-1", "bucket").keepAlive(0);
    }

    private S3Client client(S3Config config, String... answers) {
        this.connector = new ScriptedConnector(answers);
        this.connector.ends = true;
        return new S3Client(config, this.connector, new StaticCredentials(new Credentials("AK", "SK")), this.time, this.sleep,
                new Random(1));
    }

    private int count(String text) {
        int count = 0;
        for (int at = this.connector.sent().indexOf(text); at >= 0; at = this.connector.sent().indexOf(text, at + 1)) {
            count++;
        }
        return count;
    }

    @Test
    public void sendsTheHeadAndBodyThatTheStoreExpects() throws IOException {
        PutObjectResult result = client(config(), OK).putObject("station=A/b c", HELLO,
                new PutObjectOptions().createOnly(true).contentType("text/plain"));
        assertEquals(PutObjectResult.BY_MD5, result.verification());
        assertEquals(1, result.attempts());
        String sent = this.connector.sent();
        assertTrue(sent.startsWith("PUT /station%3DA/b%20c HTTP/1.1\r\n"));
        assertTrue(sent.endsWith("\r\n\r\nhello"));
        String[] lines = {"host: bucket.s3.eu-west-1.test.org", "content-length: 5", "content-type: text/plain", "if-none-match: *",
                "x-amz-content-sha256: UNSIGNED-PAYLOAD", "x-amz-date: 20130524T000000Z"};
        for (int i = 0; i < lines.length; i++) {
            assertTrue(lines[i], sent.indexOf("\r\n" + lines[i] + "\r\n") > 0);
        }
        assertTrue(sent.indexOf("\r\nauthorization: AWS4-HMAC-SHA256 Credential=AK/20130524/eu-west-1/s3/aws4_request, "
                + "SignedHeaders=content-type;host;if-none-match;x-amz-content-sha256;x-amz-date, Signature=") > 0);
        assertEquals("bucket.s3.eu-west-1.test.org", this.connector.host);
    }

    @Test
    public void looksForTheObjectAfterAnUnclearOutcomeAndSendsItAgainIfItIsNotThere() throws IOException {
        PutObjectResult result = client(config(), error(503, "SlowDown", ""), NOT_FOUND, OK).putObject("k", HELLO, null);
        assertEquals(2, result.attempts());
        assertFalse(result.alreadyThere());
        assertEquals(1, this.sleep.sleeps);
        PutObjectResult there = client(config(), error(500, "InternalError", ""), HEAD_HELLO).putObject("k", HELLO, null);
        assertTrue(there.alreadyThere());
        assertEquals(1, there.attempts());
        assertEquals(1, count("PUT "));
    }

    @Test
    public void doesNotLookForTheObjectIfNoConnectionWasMade() throws IOException {
        assertEquals(2, client(config(), null, OK).putObject("k", HELLO, null).attempts());
        assertEquals(0, count("HEAD "));
    }

    @Test
    public void givesUpAfterTheLastAttemptAndNamesTheCause() throws IOException {
        try {
            client(config().maxAttempts(3), null, null, null).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals(0, e.status());
            assertTrue(e.retryable());
            assertTrue(e.getMessage().indexOf("connection refused") > 0);
            assertEquals(2, this.sleep.sleeps);
        }
    }

    @Test
    public void correctsTheClockOnceAndOnlyIfItChanges() throws IOException {
        String skewed = error(403, "RequestTimeTooSkewed", "<ServerTime>2013-05-24T01:00:00Z</ServerTime>");
        client(config(), skewed, OK).putObject("k", HELLO, null);
        assertTrue(this.connector.sent().indexOf("x-amz-date: 20130524T010000Z") > 0);
        assertEquals(0, this.sleep.sleeps);
        String same = error(403, "RequestTimeTooSkewed", "<ServerTime>2013-05-24T00:00:00Z</ServerTime>");
        try {
            client(config(), same, OK).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("RequestTimeTooSkewed", e.code());
        }
        try {
            client(config(), skewed, error(403, "RequestTimeTooSkewed", "<ServerTime>2013-05-24T05:00:00Z</ServerTime>"), OK)
                    .putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals(2, this.connector.connections);
        }
    }

    @Test
    public void takesTheTimeFromTheDateFieldWhereHeadHasNoDocument() throws IOException {
        String refused = "HTTP/1.1 403 Forbidden\r\nDate: Fri, 24 May 2013 01:00:00 GMT\r\n\r\n";
        assertNotNull(client(config(), refused, HEAD_HELLO).headObject("k"));
        assertTrue(this.connector.sent().indexOf("x-amz-date: 20130524T010000Z") > 0);
    }

    @Test
    public void signsForTheRegionThatTheStoreNames() throws IOException {
        client(config(), error(400, "AuthorizationHeaderMalformed", "<Region>us-east-2</Region>"), OK).putObject("k", HELLO, null);
        assertTrue(this.connector.sent().indexOf("/us-east-2/s3/aws4_request") > 0);
        assertEquals("bucket.s3.us-east-2.test.org", this.connector.host);
        String moved = error(307, "TemporaryRedirect", "<Endpoint>bucket.s3-other.test.org</Endpoint>");
        client(config(), moved, OK).putObject("k", HELLO, null);
        assertEquals("bucket.s3-other.test.org", this.connector.host);
        client(config().addressing(S3Config.PATH_STYLE), moved, OK).putObject("k", HELLO, null);
        assertEquals("s3-other.test.org", this.connector.host);
    }

    @Test
    public void doesNotFollowARedirectToSomebodyElse() throws IOException {
        try {
            client(config(), error(307, "TemporaryRedirect", "<Endpoint>bucket.evil.com</Endpoint>"), OK).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals(307, e.status());
            assertEquals(1, this.connector.connections);
        }
    }

    @Test
    public void fallsBackFromAwsChunkedWhereTheStoreDoesNotKnowItAndRemembers() throws IOException {
        S3Config config = config().bodyMode(BodyMode.CHUNKED_SIGNED);
        S3Client client = client(config, error(501, "NotImplemented", ""), OK, OK);
        client.putObject("k", HELLO, null);
        client.putObject("l", HELLO, null);
        assertEquals(1, count("STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\n"));
        assertEquals(2, count("UNSIGNED-PAYLOAD\r\n"));
        S3Client again = client(config, OK);
        again.capabilities(client.capabilities());
        again.putObject("k", HELLO, null);
        assertEquals(0, count("STREAMING"));
    }

    @Test
    public void checksTheFirstAwsChunkedUploadAndReplacesWhatWasStoredWithItsFraming() throws IOException {
        S3Config config = config().bodyMode(BodyMode.CHUNKED_SIGNED);
        S3Client client = client(config, OK, HEAD_HELLO, OK);
        client.putObject("k", HELLO, null);
        client.putObject("l", HELLO, null);
        assertEquals(1, count("HEAD "));
        String framing = "HTTP/1.1 200 OK\r\nETag: \"00000000000000000000000000000000\"\r\nContent-Length: ";
        S3Client other = client(config, framing + "0\r\n\r\n", framing + "178\r\n\r\n", OK);
        other.putObject("k", HELLO, new PutObjectOptions().createOnly(true));
        assertEquals("the second may replace", 1, count("if-none-match: *"));
        assertEquals(1, count("UNSIGNED-PAYLOAD\r\n"));
    }

    @Test
    public void asksBeforeItWritesWhereConditionsAreNotKnown() throws IOException {
        String refused = error(501, "NotImplemented", "<Header>If-None-Match</Header>");
        PutObjectOptions once = new PutObjectOptions().createOnly(true);
        S3Client client = client(config(), refused, NOT_FOUND, OK, HEAD_HELLO);
        assertFalse(client.putObject("k", HELLO, once).alreadyThere());
        assertTrue(client.putObject("k", HELLO, once).alreadyThere());
        assertEquals(1, count("if-none-match: *"));
        assertEquals(2, count("PUT "));
    }

    @Test
    public void aConflictIsSettledByLooking() throws IOException {
        PutObjectOptions once = new PutObjectOptions().createOnly(true);
        String conflict = error(412, "PreconditionFailed", "");
        assertTrue(client(config(), conflict, HEAD_HELLO).putObject("k", HELLO, once).alreadyThere());
        String other = "HTTP/1.1 200 OK\r\nETag: \"00000000000000000000000000000000\"\r\nContent-Length: 5\r\n\r\n";
        try {
            client(config(), conflict, other).putObject("k", HELLO, once);
            fail();
        } catch (S3Exception e) {
            assertEquals(412, e.status());
            assertFalse(e.retryable());
        }
    }

    @Test
    public void reportsAnEtagThatIsNotThatOfTheBytesSent() throws IOException {
        String wrong = "HTTP/1.1 200 OK\r\nETag: \"00000000000000000000000000000000\"\r\nContent-Length: 0\r\n\r\n";
        try {
            client(config(), wrong, HEAD_HELLO).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("ETagMismatch", e.code());
        }
        String kms = "HTTP/1.1 200 OK\r\nETag: \"00000000000000000000000000000000\"\r\nx-amz-server-side-encryption: aws:kms\r\n";
        PutObjectResult result = client(config(), kms + "Content-Length: 0\r\n\r\n", kms + "Content-Length: 5\r\n\r\n").putObject("k",
                HELLO, null);
        assertEquals(PutObjectResult.BY_SIZE, result.verification());
    }

    /** CRC-32 of "hello" is 3610A686, as base64 NhCmhg==. */
    @Test
    public void comparesTheCheckSumThatTheStoreRepeats() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nContent-Length: 0\r\nx-amz-checksum-crc32: ";
        assertEquals(PutObjectResult.BY_CHECKSUM, client(config().checksum(Checksum.CRC32), answer + "NhCmhg==\r\n\r\n")
                .putObject("k", HELLO, null).verification());
        assertTrue(this.connector.sent().indexOf("\r\nx-amz-checksum-crc32: NhCmhg==\r\n") > 0);
        try {
            client(config().checksum(Checksum.CRC32), answer + "AAAAAA==\r\n\r\n", HEAD_HELLO).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("ETagMismatch", e.code());
        }
    }

    @Test
    public void movesToTheRegionThatARedirectNames() throws IOException {
        String moved = "HTTP/1.1 301 Moved\r\nx-amz-bucket-region: eu-central-1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        client(config(), moved, OK).putObject("k", HELLO, null);
        assertEquals("bucket.s3.eu-central-1.test.org", this.connector.host);
        assertTrue(this.connector.sent().indexOf("/eu-central-1/s3/aws4_request") > 0);
        String head = "HTTP/1.1 400 Bad Request\r\nx-amz-bucket-region: eu-north-1\r\nConnection: close\r\n\r\n";
        assertNotNull(client(config(), head, HEAD_HELLO).headObject("k"));
        assertEquals("bucket.s3.eu-north-1.test.org", this.connector.host);
        try {
            client(config(), moved, moved, OK).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("once only", 2, this.connector.connections);
        }
    }

    @Test
    public void asksForAnObjectThatTheAnswerSaysNothingAboutUntilItKnows() throws IOException {
        String silent = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        String size = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
        assertEquals(PutObjectResult.BY_SIZE, client(config(), silent, size).putObject("k", HELLO, null).verification());
        PutObjectResult late = client(config(), silent, error(503, "SlowDown", ""), size).putObject("k", HELLO, null);
        assertEquals(PutObjectResult.BY_SIZE, late.verification());
        String forbidden = "HTTP/1.1 403 Forbidden\r\n\r\n";
        assertEquals(PutObjectResult.BY_STATUS, client(config(), silent, forbidden).putObject("k", HELLO, null).verification());
        assertEquals("gone again", 2, client(config(), silent, NOT_FOUND, OK).putObject("k", HELLO, null).attempts());
        String other = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n";
        try {
            client(config(), silent, other).putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("ETagMismatch", e.code());
        }
    }

    @Test
    public void messagesThatRepeatASecretAreNotShown() throws IOException {
        String echo = "HTTP/1.1 403 X\r\nConnection: close\r\n\r\n<Error><Code>AccessDenied</Code><Message>got TOKEN-1234</Message></Error>";
        this.connector = new ScriptedConnector(echo);
        this.connector.ends = true;
        S3Client client = new S3Client(config(), this.connector,
                new StaticCredentials(new Credentials("AK", "SECRET-1234", "TOKEN-1234", Credentials.NEVER)), this.time, this.sleep,
                new Random(1));
        try {
            client.putObject("k", HELLO, null);
            fail();
        } catch (S3Exception e) {
            assertEquals("AccessDenied", e.code());
            assertFalse(e.getMessage(), e.getMessage().indexOf("TOKEN-1234") >= 0);
        }
    }

    @Test
    public void waitsAsLongAsTheStoreAsksFor() throws IOException {
        client(config(), "HTTP/1.1 503 Slow\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", NOT_FOUND, OK).putObject("k", HELLO, null);
        assertTrue(this.sleep.longest >= 7000);
    }

    /** A body that tells another length than it has. */
    private static final class WrongBody implements Body {

        private final int declared;

        WrongBody(int declared) {
            this.declared = declared;
        }

        @Override
        public long length() {
            return this.declared;
        }

        @Override
        public InputStream open() {
            return new BytesBody(new byte[10]).open();
        }
    }

    @Test
    public void bodiesShorterOrLongerThanDeclaredAreNeverCompleted() throws IOException {
        for (int declared = 9; declared <= 11; declared += 2) {
            try {
                client(config(), OK).putObject("k", new WrongBody(declared), null);
                fail();
            } catch (S3Exception e) {
                assertTrue(e.getMessage(), e.getMessage().indexOf("body ") > 0);
                assertFalse(e.retryable());
                assertEquals(1, this.connector.connections);
            }
        }
    }

    @Test
    public void goesOnWithADownloadThatBrokeOff() throws IOException {
        S3Client client = client(config(), "HTTP/1.1 200 OK\r\nETag: \"e\"\r\nContent-Length: 10\r\n\r\n01234",
                "HTTP/1.1 206 Partial\r\nETag: \"e\"\r\nContent-Length: 5\r\n\r\n56789");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(10, client.getObject("k", 0, -1, out));
        assertEquals("30313233343536373839", Hex.encode(out.toByteArray()));
        assertTrue(this.connector.sent().indexOf("range: bytes=5-\r\n") > 0);
        assertTrue(this.connector.sent().indexOf("if-match: \"e\"\r\n") > 0);
    }

    @Test
    public void missingObjectsAreNullAndOtherRefusalsAreThrown() throws IOException {
        assertNull(client(config(), NOT_FOUND).headObject("k"));
        try {
            client(config(), error(403, "AccessDenied", "")).deleteObject("k");
            fail();
        } catch (S3Exception e) {
            assertEquals("AccessDenied", e.code());
            assertEquals("R1", e.requestId());
        }
    }

    @Test
    public void aKeptConnectionThatDiedIsReplacedAtOnce() throws IOException {
        S3Client client = client(config().keepAlive(60000), OK, "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n", OK);
        client.putObject("k", HELLO, null);
        client.putObject("l", HELLO, null);
        assertEquals(0, this.sleep.sleeps);
        assertEquals(3, count("PUT "));
    }

    /** Gives the same host for every object. */
    private static final class OneHost implements PresignedUrls {

        @Override
        public String url(String method, String key) {
            return "https://signed.test:8443/" + key + "?sig=" + method;
        }
    }

    @Test
    public void presignedUrlsCarryNoHeaderThatWouldNeedASignature() throws IOException {
        this.connector = new ScriptedConnector(OK);
        S3Client client = new S3Client(config(), this.connector, new OneHost(), this.time, this.sleep, new Random(1));
        client.putObject("k", HELLO, new PutObjectOptions().createOnly(true));
        assertEquals("PUT /k?sig=PUT HTTP/1.1\r\nhost: signed.test:8443\r\nif-none-match: *\r\ncontent-length: 5\r\n\r\nhello",
                this.connector.sent());
        try {
            client.putObject("k", HELLO, new PutObjectOptions().metadata("a", "b"));
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("metadata"));
        }
        try {
            client.listObjects("", null);
            fail();
        } catch (IllegalStateException e) {
            assertTrue(e.getMessage().indexOf("credentials") > 0);
        }
    }
}
