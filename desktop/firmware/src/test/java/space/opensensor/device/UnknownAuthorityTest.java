package space.opensensor.device;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

import org.junit.Assert;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.http.PlatformHandshake;
import space.opensensor.http.SocketConnector;

/** A server whose certificate no root of the firmware signed gets no request, only a failed handshake. */
public class UnknownAuthorityTest {

    private static final String PASSWORD = "changeit";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private SSLContext selfSigned;

    @Before
    public void makeServerKey() throws Exception {
        File file = new File(this.folder.getRoot(), "server.p12");
        Process keytool = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-keyalg", "EC",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-alias", "server", "-storetype", "PKCS12",
                "-keystore", file.getPath(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        Assert.assertEquals(0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        this.selfSigned = SSLContext.getInstance("TLSv1.2");
        this.selfSigned.init(keys.getKeyManagers(), null, null);
    }

    @Test
    public void theHandshakeFails() throws Exception {
        try (ServerSocket server = this.selfSigned.getServerSocketFactory().createServerSocket(0, 1,
                InetAddress.getByName("localhost"))) {
            Thread serving = serve(server);
            SocketConnector connector = new SocketConnector(TlsRoots.socketFactory(null), new PlatformHandshake());
            try {
                connector.connect("localhost", server.getLocalPort(), true).close();
                Assert.fail("trusted a certificate that signed itself");
            } catch (SSLException e) {
                Assert.assertTrue(e.getMessage(), e.getMessage().contains("PKIX"));
            }
            serving.join();
        }
    }

    private static Thread serve(final ServerSocket server) {
        Thread thread = new Thread("server") {
            @Override
            public void run() {
                try (Socket client = server.accept()) {
                    ((SSLSocket) client).startHandshake();
                } catch (IOException e) {
                    // the client refuses, as it should
                }
            }
        };
        thread.start();
        return thread;
    }
}
