package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.Test;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Utf8;

/** All 38 cases of the AWS signature version 4 test suite, header form and query form. */
public class AwsTestSuiteTest {

    private static final long TIME = 1440938160000L;
    private static final String REGION = "us-east-1";

    private final Signer signer = new Signer("service");

    @Test
    public void signsHeadersAsTheTestSuiteDoes() throws IOException {
        String[] lines = lines();
        for (int i = 0; i < lines.length; i += 9) {
            SuiteCase suite = new SuiteCase(lines, i);
            S3Request request = suite.request();
            Credentials credentials = suite.credentials(suite.omitsToken);
            this.signer.addHeaders(request, credentials, TIME);
            if (suite.signsBody) {
                request.header("x-amz-content-sha256", request.payloadHash());
            }
            check(suite.name, request, credentials, lines, i + 3);
        }
    }

    @Test
    public void signsQueriesAsTheTestSuiteDoes() throws IOException {
        String[] lines = lines();
        for (int i = 0; i < lines.length; i += 9) {
            SuiteCase suite = new SuiteCase(lines, i);
            S3Request request = suite.request();
            Credentials credentials = suite.credentials(suite.omitsToken);
            this.signer.addQuery(request, credentials, REGION, TIME, 3600);
            check(suite.name + ", query", request, credentials, lines, i + 6);
        }
    }

    private void check(String name, S3Request request, Credentials credentials, String[] lines, int at) {
        assertEquals(name, SuiteCase.unescape(lines[at]), Signer.canonicalRequest(request));
        assertEquals(name, SuiteCase.unescape(lines[at + 1]), this.signer.stringToSign(request, REGION, TIME));
        byte[] signature = this.signer.sign(request, credentials, REGION, TIME);
        assertEquals(name, lines[at + 2], Ascii.decode(signature, 0, signature.length));
    }

    /** Returns the lines of the suite without comments and empty lines: nine per case. */
    private static String[] lines() throws IOException {
        InputStream in = AwsTestSuiteTest.class.getResourceAsStream("/space/opensensor/s3/aws-sig-v4-test-suite.txt");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int count = in.read(buffer, 0, 1024); count >= 0; count = in.read(buffer, 0, 1024)) {
            bytes.write(buffer, 0, count);
        }
        in.close();
        byte[] all = bytes.toByteArray();
        String text = Utf8.decode(all, 0, all.length);
        String[] lines = new String[38 * 9];
        int count = 0;
        for (int start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
            if (end > start && text.charAt(start) != '#') {
                lines[count++] = text.substring(start, end);
            }
        }
        assertTrue(count == lines.length);
        return lines;
    }
}
