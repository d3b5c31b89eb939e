package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import space.opensensor.http.HttpLimits;
import space.opensensor.http.SocketConnector;
import space.opensensor.http.SystemTicker;
import space.opensensor.http.TlsHandshake;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.IotCredentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;

/** A server that gives credentials to whoever shows the device's certificate, as AWS IoT Core documents it. */
public class MutualTlsTest {

    private static final String TOKEN = "session/token==";
    private static final TlsHandshake CHECKED = (socket, host) -> {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    };

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicInteger asked = new AtomicInteger();
    private HttpsServer server;
    private KeyStore serverKey;
    private KeyStore deviceKey;
    private String thing;

    @Before
    public void start() throws Exception {
        Keys keys = new Keys(this.folder.getRoot().toPath());
        this.serverKey = keys.pair("server", "san=dns:localhost");
        this.deviceKey = keys.pair("device", "san=dns:device");
        SSLContext context = Keys.context(this.serverKey, this.deviceKey, "device");
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        this.server.createContext("/role-aliases/S3Upload/credentials", exchange -> {
            this.asked.incrementAndGet();
            this.thing = exchange.getRequestHeaders().getFirst("x-amzn-iot-thingname");
            byte[] json = ("{\"credentials\":{\"accessKeyId\":\"" + StrictStore.KEY + "\",\"secretAccessKey\":\"" + StrictStore.SECRET
                    + "\",\"sessionToken\":\"" + TOKEN + "\",\"expiration\":\""
                    + StrictStore.NOW.plusSeconds(3600).toString() + "\"}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        this.server.start();
    }

    @After
    public void stop() {
        this.server.stop(0);
    }

    private IotCredentials provider(String host, SSLContext context) {
        return new IotCredentials(host, this.server.getAddress().getPort(), "S3Upload", "station-1",
                new SocketConnector(context.getSocketFactory(), CHECKED), new HttpLimits(3000, 5000, 0), new SystemTicker());
    }

    @Test
    public void theDeviceCertificateBuysCredentialsThatUpload() throws Exception {
        StrictStore store = new StrictStore();
        store.token = TOKEN;
        S3Config config = new S3Config("http://store.test", "eu-test-1", StrictStore.BUCKET).addressing(S3Config.PATH_STYLE);
        S3Client client = new S3Client(config, new FaultyNetwork(store),
                provider("localhost", Keys.context(this.deviceKey, this.serverKey, "server")), () -> StrictStore.NOW.toEpochMilli());
        client.putObject("a", new BytesBody(new byte[10]), null);
        client.putObject("b", new BytesBody(new byte[10]), null);
        assertEquals(2, store.objects.size());
        assertEquals("kept until they expire", 1, this.asked.get());
        assertEquals("station-1", this.thing);
    }

    @Test
    public void withoutTheCertificateThereAreNone() throws Exception {
        refused(provider("localhost", Keys.context(null, this.serverKey, "server")));
    }

    @Test
    public void aServerThatIsNotTrustedOrHasAnotherNameIsRefused() throws Exception {
        refused(provider("localhost", Keys.context(this.deviceKey, this.deviceKey, "device")));
        refused(provider("127.0.0.1", Keys.context(this.deviceKey, this.serverKey, "server")));
    }

    private void refused(IotCredentials provider) {
        try {
            provider.credentials(StrictStore.NOW.toEpochMilli());
            fail();
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 0);
            assertEquals(0, this.asked.get());
        }
    }
}
