package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Exception;

/**
 * The client against Ceph RGW, which is strict about lengths and canonical paths, and whose token service gives out
 * temporary credentials: the only server here that looks at session tokens.
 */
public class CephServer extends ServerChecks {

    private static final int PORT = Integer.getInteger("ceph.port");
    private static final String KEY = System.getProperty("ceph.key");
    private static final String SECRET = System.getProperty("ceph.secret");

    public CephServer() {
        super(PORT, KEY, SECRET);
    }

    /** Asks the token service with AWS's own client (GetSessionToken). */
    private static software.amazon.awssdk.services.sts.model.Credentials session() {
        try (StsClient sts = StsClient.builder().endpointOverride(URI.create("http://127.0.0.1:" + PORT))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET))).build()) {
            return sts.getSessionToken(request -> request.durationSeconds(900)).credentials();
        }
    }

    @Test
    public void temporaryCredentialsUploadInEveryModeAndPresign() throws Exception {
        software.amazon.awssdk.services.sts.model.Credentials session = session();
        Credentials credentials = new Credentials(session.accessKeyId(), session.secretAccessKey(), session.sessionToken(),
                session.expiration().toEpochMilli());
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED; mode++) {
            try (S3Client client = client(config().bodyMode(mode), credentials, 0)) {
                client.putObject("session/" + mode, new BytesBody(bytes(20000 + mode)), null);
                assertArrayEquals(bytes(20000 + mode), get(client, "session/" + mode));
            }
        }
        try (S3Client client = client(config(), credentials, 0)) {
            HttpRequest.BodyPublisher hello = HttpRequest.BodyPublishers.ofString("hello");
            String url = client.presign("PUT", "session/presigned", 60);
            assertEquals(200, status(HttpRequest.newBuilder(URI.create(url)).PUT(hello).build()));
            String without = url.replaceFirst("&X-Amz-Security-Token=[^&]*", "");
            assertFalse(without.equals(url));
            assertEquals(403, status(HttpRequest.newBuilder(URI.create(without)).PUT(hello).build()));
        }
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    @ServerCheck("a6")
    public void temporaryCredentialsWithAWrongSecretOrTokenOrNoneAreRefused() throws IOException {
        software.amazon.awssdk.services.sts.model.Credentials session = session();
        String token = session.sessionToken();
        refused(new Credentials(session.accessKeyId(), session.secretAccessKey()));
        refused(new Credentials(session.accessKeyId(), "wrong", token, Credentials.NEVER));
        refused(new Credentials(session.accessKeyId(), session.secretAccessKey(), "x" + token, Credentials.NEVER));
        try (S3Client client = client(config())) {
            assertNull(client.headObject("session/refused"));
        }
    }

    private void refused(Credentials credentials) throws IOException {
        try (S3Client client = client(config(), credentials, 0)) {
            client.putObject("session/refused", new BytesBody(bytes(100)), null);
            fail();
        } catch (S3Exception e) {
            assertTrue(e.getMessage(), e.status() == 403 || e.status() == 400);
            assertFalse(e.retryable());
        }
    }
}
