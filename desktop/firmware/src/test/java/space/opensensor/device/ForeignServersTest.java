package space.opensensor.device;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.Assert;
import org.junit.Rule;
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

    private static final String PASSWORD = "changeit";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

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
        assertUntrusted("-10d", "5", clientOf("ca.p12", "-10d", "5"));
    }

    @Test
    public void aCertificateOfTheFutureIsNotTrustedEither() throws Exception {
        assertUntrusted("+10d", "5", clientOf("ca.p12", "+10d", "5"));
    }

    @Test
    public void aCertificateOfAnUnknownAuthorityIsNotTrusted() throws Exception {
        clientOf("ca.p12", "-1d", "5");
        assertUntrusted("-1d", "5", TlsRoots.socketFactory(null));
    }

    private void assertUntrusted(String start, String days, SSLSocketFactory client) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
        server.start();
        try {
            Connector connector = new GuardedConnector(
                    new SocketConnector(client, new BoardHandshake(new PlatformHandshake())), 10000, 10000);
            IOException failure = upload("https://localhost:" + server.getAddress().getPort(), connector);
            Assert.assertEquals(failure + " from " + start + " for " + days + " days", Event.UNTRUSTED,
                    FilesLoop.event(failure));
            Assert.assertTrue(failure.getMessage(), failure.getMessage().contains("TLS to localhost"));
        } finally {
            server.stop(0);
        }
    }

    /** Makes an authority, and a certificate of it for the server. @return a client that trusts the authority. */
    private SSLSocketFactory clientOf(String authority, String start, String days) throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc:c", "-alias", "ca", "-validity", "100",
                "-startdate", "-20d", "-keystore", authority);
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-alias", "server", "-keystore", "server.p12");
        keytool("-certreq", "-alias", "server", "-file", "server.csr", "-keystore", "server.p12");
        keytool("-gencert", "-alias", "ca", "-infile", "server.csr", "-outfile", "server.crt", "-ext",
                "san=dns:localhost", "-startdate", start, "-validity", days, "-keystore", authority);
        keytool("-exportcert", "-alias", "ca", "-file", "ca.crt", "-keystore", authority);
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", "server.p12");
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", "server.crt", "-keystore", "server.p12");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", "trust.p12");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load("trust.p12"));
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private SSLContext serverContext() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load("server.p12"), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore load(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(new File(this.folder.getRoot(), name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/keytool");
        command.addAll(Arrays.asList(arguments));
        command.addAll(Arrays.asList("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).directory(this.folder.getRoot()).redirectErrorStream(true)
                .redirectOutput(new File(this.folder.getRoot(), "keytool.log")).start();
        process.getOutputStream().close();
        Assert.assertEquals(command.toString(), 0, process.waitFor());
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
