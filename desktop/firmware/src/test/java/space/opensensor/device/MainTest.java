package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.NetworkInterface;

import org.junit.Assert;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.doubles.Board;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.station.Health;
import space.opensensor.time.UdpExchange;

/** {@link Main} in real time on the doubles of the platform. */
public class MainTest {

    private static final long LIMIT = 20000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Before
    public void factoryState() {
        Board.reset();
    }

    @Test
    public void boardFromTheFactorySamplesOffline() throws IOException, InterruptedException {
        Board.NVS.put("station/interval", "1");
        File spool = new File(this.folder.getRoot(), "spool");
        String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
        Device device = Main.start(spool.getPath(), netif, new PlatformHandshake(), new UdpExchange());
        awaitReadings(device);
        device.stop();
        Assert.assertNull("no network is configured", device.link());
        Assert.assertTrue("files in " + spool, spool.list().length > 0);
        Assert.assertEquals("interval of 1 s and 120 s more", 121, WatchdogNatives.timeoutSeconds());
        Assert.assertEquals(0, device.station().sampler().flashErrors());
    }

    @Test
    public void theThreadsHaveThePrioritiesOfTheDocument() throws IOException, InterruptedException {
        NvsConfigurationTest.provision();
        String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
        Device device = Main.start(new File(this.folder.getRoot(), "spool").getPath(), netif, new PlatformHandshake(),
                new UdpExchange());
        Thread[] threads = new Thread[2 * Thread.activeCount()];
        int count = Thread.enumerate(threads);
        device.stop();
        for (String[] row : BoardTablesTest.rows("| thread | priority | does | waits for |")) {
            int found = 0;
            for (int i = 0; i < count; i++) {
                if (threads[i].getName().equals(row[0])) {
                    Assert.assertEquals(row[0], Integer.parseInt(row[1]), threads[i].getPriority());
                    found++;
                }
            }
            Assert.assertTrue("no thread " + row[0], found > 0);
        }
    }

    @Test
    public void aKeyThatTlsCannotReadIsToldAndTheStationSamplesOffline() throws IOException, InterruptedException {
        NvsConfigurationTest.provision();
        String[] settings = {"interval", "1", "endpoint", "https://127.0.0.1:9000", "credentials", "iot", "iot_endpoint",
            "127.0.0.1:8443", "iot_role", "Uploads", "iot_cert", "AAAA", "iot_key", "AAAA", "iot_key_pass", "hush-hush"};
        for (int i = 0; i < settings.length; i += 2) {
            Board.NVS.put("station/" + settings[i], settings[i + 1]);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true));
        Device device;
        try {
            String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
            device = Main.start(new File(this.folder.getRoot(), "spool").getPath(), netif, new PlatformHandshake(),
                    new UdpExchange());
        } finally {
            System.setOut(out);
        }
        awaitReadings(device);
        device.stop();
        Assert.assertTrue(printed.toString(), printed.toString().contains("\nU01 root certificates: iot_cert, iot_key, iot_key_pass: "));
        Assert.assertFalse(printed.toString(), printed.toString().contains("hush"));
        Assert.assertNull("offline", device.station().uploader());
        Health health = new Health();
        device.vitals().read(health);
        Assert.assertEquals(1, health.get(Health.TRUST_FAILURES));
    }

    private static void awaitReadings(Device device) throws InterruptedException {
        long start = System.nanoTime();
        while (device.station().sampler().accepted() < 3) {
            Assert.assertTrue("no 3 readings in 20 s", (System.nanoTime() - start) / 1000000 < LIMIT);
            Thread.sleep(50);
        }
    }

    @Test
    public void aWatchdogThatDoesNotStartIsTold() {
        Console console = new Console();
        Main.watch(4000, console);
        Assert.assertEquals(0, console.count(Event.NO_WATCHDOG));
        Main.watch(4001, console);
        Assert.assertEquals(1, console.count(Event.NO_WATCHDOG));
    }
}
