package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.bytes.Base64;
import space.opensensor.doubles.Board;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.http.SocketConnector;
import space.opensensor.spool.RamFlash;
import space.opensensor.station.Anchor;
import space.opensensor.station.Health;

/** A device without a key of its own: a TLS server gives it presigned URLs, or credentials for its certificate. */
public class TemporaryCredentialsTest implements HttpHandler {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000;
    private static final String BEARER = "bearer-of-the-station";
    private static final String TOKEN = "session/token==";
    private static TestKeys serverKeys;
    private static TestKeys deviceKeys;

    private final Console console = new Console();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private StoreDouble store;
    private HttpsServer server;
    private String shown;
    private int asked;

    @BeforeClass
    public static void makeKeys() throws Exception {
        serverKeys = new TestKeys(FOLDER.getRoot(), "localhost");
        deviceKeys = new TestKeys(FOLDER.getRoot(), "device");
    }

    @Before
    public void provision() throws Exception {
        Board.reset();
        NvsConfigurationTest.provision();
        System.setOut(new PrintStream(this.printed, true));
        this.store = new StoreDouble();
        final SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(serverKeys.shown(), deviceKeys.trusted(), null);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setWantClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        this.server.createContext("/", this);
        this.server.start();
    }

    @After
    public void stop() {
        System.setOut(this.out);
        this.server.stop(0);
        this.store.stop();
    }

    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        this.asked++;
        String path = exchange.getRequestURI().getPath();
        String answer = null;
        if (path.equals("/sign") && ("Bearer " + BEARER).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            String key = exchange.getRequestURI().getQuery().replaceAll(".*key=", "");
            answer = "{\"url\":\"" + this.store.endpoint() + "/readings/" + key + "?X-Amz-Signature=1\"}";
        } else if (path.equals("/role-aliases/Uploads/credentials")) {
            this.shown = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
            answer = "{\"credentials\":{\"accessKeyId\":\"AKID\",\"secretAccessKey\":\"sesame\",\"sessionToken\":\"" + TOKEN
                    + "\",\"expiration\":\"2026-03-01T13:00:00Z\"}}";
        }
        byte[] body = (answer == null ? "{}" : answer).getBytes("US-ASCII");
        exchange.sendResponseHeaders(answer == null ? 403 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void set(String... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            Board.NVS.put("station/" + settings[i], settings[i + 1]);
        }
    }

    private String host() {
        return "localhost:" + this.server.getAddress().getPort();
    }

    private void broker(String token) {
        Board.NVS.remove("station/access_key");
        Board.NVS.remove("station/secret_key");
        Board.NVS.remove("station/bucket");
        Board.NVS.remove("station/endpoint");
        set("credentials", "broker", "broker", "https://" + host() + "/sign", "broker_token", token);
    }

    /** Runs a device for 31 minutes, in which two windows end. */
    private Device run() throws Exception {
        final BoardClock clock = new BoardClock();
        TimeServer time = new TimeServer() {
            @Override
            public Anchor ask() {
                long now = clock.monotonicMillis();
                return new Anchor(now, NOON + now);
            }

            @Override
            public void read(Health health) {
                health.set(Health.CLOCK_STEPS, 0);
            }
        };
        DeviceConfig config = new NvsConfiguration(this.console).load();
        ClientKey key = config.clientKey();
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(key == null ? null : key.managers(), serverKeys.trusted(), null);
        Device device = new Device(config, clock, new RamFlash(128, 4096), new NativeSensors(60000, this.console),
                new ScriptedRadio(), time, new SocketConnector(context.getSocketFactory(), new PlatformHandshake()), this.console);
        long end = clock.monotonicMillis() + 31 * MINUTE;
        while (clock.monotonicMillis() < end) {
            Board.skip(Math.max(1, device.step() - clock.monotonicMillis()));
        }
        return device;
    }

    @Test
    public void theBrokersUrlsTakeTheFiles() throws Exception {
        broker(BEARER);
        run();
        Assert.assertEquals(this.printed.toString(), 2, this.store.objects.size());
        Assert.assertEquals("a URL each", 2, this.store.signedUrls);
        Assert.assertEquals(2, this.console.count(Event.UPLOADED));
    }

    @Test
    public void aBrokerThatRefusesIsToldAndTheFilesStay() throws Exception {
        broker("another-token");
        Device device = run();
        Assert.assertTrue(this.store.objects.isEmpty());
        Assert.assertTrue(this.asked > 0);
        Assert.assertTrue("files wait", device.spool().objectCount() > 0);
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains("broker of presigned URLs: status 403"));
        Assert.assertFalse(this.printed.toString(), this.printed.toString().contains("another-token"));
    }

    private void iot() throws Exception {
        byte[] certificate = deviceKeys.certificate().getEncoded();
        byte[] key = deviceKeys.encryptedKey();
        Board.NVS.remove("station/access_key");
        Board.NVS.remove("station/secret_key");
        set("endpoint", this.store.endpoint(), "addressing", "path", "credentials", "iot", "iot_endpoint", host(), "iot_role",
                "Uploads", "iot_cert", Base64.encode(certificate, 0, certificate.length), "iot_key",
                Base64.encode(key, 0, key.length), "iot_key_pass", TestKeys.PASSWORD);
    }

    @Test
    public void theCertificateOfTheDeviceBuysCredentials() throws Exception {
        iot();
        run();
        Assert.assertEquals(this.printed.toString(), 2, this.store.objects.size());
        Assert.assertEquals("kept while they last", 1, this.asked);
        Assert.assertEquals("CN=device", this.shown);
        Assert.assertEquals(TOKEN, this.store.sessionToken);
        Assert.assertFalse(this.printed.toString(), this.printed.toString().contains("sesame"));
    }

    @Test
    public void aKeyWithAnotherPasswordIsTold() throws Exception {
        iot();
        set("iot_key_pass", "wrong");
        DeviceConfig config = new NvsConfiguration(this.console).load();
        try {
            config.tls();
            Assert.fail("the key cannot be read");
        } catch (IOException e) {
            Assert.assertTrue(e.getMessage(), e.getMessage().startsWith("iot_cert, iot_key, iot_key_pass: "));
            Assert.assertFalse(e.getMessage(), e.getMessage().contains("wrong"));
        }
    }

    @Test
    public void settingsThatCannotBeAreToldAndTheStationStaysOffline() throws Exception {
        iot();
        set("iot_endpoint", "localhost:https");
        Device device = run();
        Assert.assertNull(device.station().uploader());
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains(
                "C02 setting not allowed: iot_endpoint: \"localhost:https\" is not allowed; host or host:port is"));
        set("credentials", "broker", "broker", "http://example.org/sign");
        Assert.assertNull(run().station().uploader());
        Assert.assertTrue(this.printed.toString(), this.printed.toString().contains(
                "C02 setting not allowed: broker: \"http://example.org/sign\" is not allowed; https://host[:port]/path is"));
    }
}
