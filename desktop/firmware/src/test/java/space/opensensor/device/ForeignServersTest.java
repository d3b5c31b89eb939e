package space.opensensor.device;

import java.io.IOException;

import javax.net.ssl.SSLSocketFactory;

import com.sun.net.httpserver.HttpsServer;

import org.junit.Assert;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.http.Connector;
import space.opensensor.http.GuardedConnector;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;
import space.opensensor.station.S3Store;

/** What answers is not the store: a captive portal, or a server without a certificate to be trusted. Nothing counts as stored. */
public class ForeignServersTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    @Test
    public void aCaptivePortalIsToldFromAStore() throws IOException {
        int[][] answers = { {200, 200}, {200, 404}, {200, 405}, {200, 302}, {302, 302}, {403, 403}, {511, 511} };
        for (int[] answer : answers) {
            StoreDouble portal = new StoreDouble();
            try {
                portal.portalPut = answer[0];
                portal.portalOther = answer[1];
                IOException failure = upload(portal.endpoint(), new SocketConnector());
                Assert.assertEquals(answer[0] + "/" + answer[1] + ": " + failure, Event.NOT_THE_STORE,
                        FilesLoop.event(failure));
            } finally {
                portal.stop();
            }
        }
    }

    @Test
    public void aStoreIsBelieved() throws IOException {
        StoreDouble store = new StoreDouble();
        try {
            Assert.assertNull(upload(store.endpoint(), new SocketConnector()));
        } finally {
            store.stop();
        }
    }

    @Test
    public void anExpiredCertificateIsToldAsSuch() throws Exception {
        assertUntrusted("-10d", authority().client());
    }

    @Test
    public void aCertificateOfTheFutureIsNotTrustedEither() throws Exception {
        assertUntrusted("+10d", authority().client());
    }

    @Test
    public void aCertificateOfAnUnknownAuthorityIsNotTrusted() throws Exception {
        assertUntrusted("-1d", TlsRoots.socketFactory(null));
    }

    private static TestAuthority authority() throws Exception {
        return new TestAuthority(FOLDER.getRoot());
    }

    /** Or the others would prove nothing. What answers has no bucket. */
    @Test
    public void aCertificateOfTheDayIsTrusted() throws Exception {
        IOException failure = failure("-1d", authority().client());
        Assert.assertEquals(failure.toString(), Event.NOT_THE_STORE, FilesLoop.event(failure));
    }

    private static void assertUntrusted(String start, SSLSocketFactory client) throws Exception {
        IOException failure = failure(start, client);
        Assert.assertEquals(failure + " from " + start, Event.UNTRUSTED, FilesLoop.event(failure));
        Assert.assertTrue(failure.getMessage(), failure.getMessage().contains("TLS to localhost"));
    }

    private static IOException failure(String start, SSLSocketFactory client) throws Exception {
        HttpsServer server = authority().serve(start);
        try {
            Connector connector = new GuardedConnector(
                    new SocketConnector(client, new BoardHandshake(new PlatformHandshake())), 10000, 10000);
            return upload("https://localhost:" + server.getAddress().getPort(), connector);
        } finally {
            server.stop(0);
        }
    }

    /** Tries to upload. @return why it failed; null if the object was stored. */
    private static IOException upload(String endpoint, Connector connector) {
        S3Config config = new S3Config(endpoint, "us-east-1", "readings").addressing(S3Config.PATH_STYLE).delays(1, 1)
                .maxAttempts(2);
        S3Client client = new S3Client(config, connector,
                new StaticCredentials(new Credentials("id", "key", null, Credentials.NEVER)), new BoardClock());
        try {
            Assert.assertTrue(new S3Store(client).store("data.parquet", new BytesBody(new byte[] {1, 2, 3})));
            return null;
        } catch (IOException e) {
            return e;
        } finally {
            client.close();
        }
    }
}
