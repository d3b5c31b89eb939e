package space.opensensor.device;

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
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

/** An authority made by keytool, which certifies a server of this computer for five days. */
final class TestAuthority {

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "ca.p12";
    private static final String SERVER = "server.p12";
    private static final String TRUST = "trust.p12";
    private static final String LOG = "keytool.log";

    private final File folder;

    /** @param folder an empty one, or that of an authority, which is then the same. */
    TestAuthority(File folder) throws Exception {
        this.folder = folder;
        if (!new File(folder, TRUST).exists()) {
            keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc:c", "-alias", "ca", "-validity", "100",
                    "-startdate", "-20d", "-keystore", AUTHORITY);
            keytool("-exportcert", "-alias", "ca", "-file", "ca.crt", "-keystore", AUTHORITY);
            keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", TRUST);
        }
    }

    /** @return makes sockets that trust the authority, and no other. */
    SSLSocketFactory client() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(TRUST));
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /**
     * Starts a server at {@code localhost} with a certificate of the authority.
     *
     * @param start when its five days begin, as keytool takes it: {@code -10d} makes one that has expired.
     */
    HttpsServer serve(String start) throws Exception {
        Files.deleteIfExists(new File(this.folder, SERVER).toPath());
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-alias", "server", "-keystore", SERVER);
        keytool("-certreq", "-alias", "server", "-file", "server.csr", "-keystore", SERVER);
        keytool("-gencert", "-alias", "ca", "-infile", "server.csr", "-outfile", "server.crt", "-ext",
                "san=dns:localhost", "-startdate", start, "-validity", "5", "-keystore", AUTHORITY);
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.crt", "-keystore", SERVER);
        keytool("-importcert", "-noprompt", "-alias", "server", "-file", "server.crt", "-keystore", SERVER);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(SERVER), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return server;
    }

    private KeyStore load(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(new File(this.folder, name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/keytool");
        command.addAll(Arrays.asList(arguments));
        command.addAll(Arrays.asList("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).directory(this.folder).redirectErrorStream(true)
                .redirectOutput(new File(this.folder, LOG)).start();
        process.getOutputStream().close();
        Assert.assertEquals(command.toString(), 0, process.waitFor());
    }
}
