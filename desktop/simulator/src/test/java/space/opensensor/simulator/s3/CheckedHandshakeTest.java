package space.opensensor.simulator.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.http.Connection;
import space.opensensor.http.SocketConnector;

/** A trusted certificate is good for its own name only. */
public class CheckedHandshakeTest {

    private static final String PASSWORD = "changeit";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void refusesACertificateForAnotherName() throws Exception {
        SSLContext context = context();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        SocketConnector connector = new SocketConnector(context.getSocketFactory(), new CheckedHandshake());
        try {
            Connection right = connector.connect("localhost", server.getAddress().getPort(), true);
            assertEquals(0, right.input().available());
            right.close();
            connector.connect("127.0.0.1", server.getAddress().getPort(), true);
            fail("connected to a server with another name");
        } catch (IOException e) {
            assertTrue(e.getMessage(), e.getMessage().contains("127.0.0.1"));
        } finally {
            server.stop(0);
        }
    }

    /** Returns a context that shows, and trusts, a certificate for localhost made with the JDK's keytool. */
    private SSLContext context() throws Exception {
        Path file = this.folder.getRoot().toPath().resolve("server.p12");
        Process keytool = new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool",
                "-genkeypair", "-keystore", file.toString(), "-storepass", PASSWORD, "-alias", "server", "-keyalg", "EC", "-groupname",
                "secp256r1", "-dname", "CN=server", "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12")
                        .redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertEquals(output, 0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, PASSWORD.toCharArray());
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
