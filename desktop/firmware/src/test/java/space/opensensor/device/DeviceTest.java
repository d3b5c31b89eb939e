package space.opensensor.device;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Properties;

import com.sun.management.ThreadMXBean;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.http.SocketConnector;
import space.opensensor.spool.RamFlash;
import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.station.StationConfig;

/** {@link Device} on the doubles of the platform, hours in a second: sensors to objects in a store. */
public class DeviceTest {

    /** 2026-03-01T12:00:00Z. */
    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000;

    private final Console console = new Console();
    private final ScriptedRadio radio = new ScriptedRadio();
    private BoardClock clock;
    private DeviceConfig config;
    private RamFlash flash;
    private StoreDouble store;
    private boolean timeKnown = true;

    @Before
    public void provision() throws IOException {
        Board.reset();
        NvsConfigurationTest.provision();
        this.store = new StoreDouble();
        Board.NVS.put("station/endpoint", this.store.endpoint());
        Board.NVS.put("station/addressing", "path");
        this.clock = new BoardClock();
        this.config = new NvsConfiguration(this.console).load();
        this.flash = new RamFlash(128, 4096);
    }

    @After
    public void stopStore() {
        this.store.stop();
    }

    @Test
    public void everyWindowBecomesAnObjectOfTheStore() throws IOException {
        Device device = boot(new SocketConnector());
        run(device, 61 * MINUTE);
        Assert.assertEquals(keys("1200", "1215", "1230", "1245"), new ArrayList<String>(this.store.objects.keySet()));
        for (byte[] object : this.store.objects.values()) {
            Assert.assertEquals("PAR1", new String(object, 0, 4, "US-ASCII"));
            Assert.assertEquals("PAR1", new String(object, object.length - 4, 4, "US-ASCII"));
        }
        Assert.assertEquals(0, device.spool().objectCount());
        Assert.assertEquals(4, this.console.count(Event.UPLOADED));
        Assert.assertEquals(0, this.console.count(Event.READING_LOST));
    }

    @Test
    public void theWallClockIsSetFromTheNetwork() throws IOException {
        Device device = boot(new SocketConnector());
        Assert.assertTrue("the board starts in 1970", this.clock.currentTimeMillis() < MINUTE);
        run(device, MINUTE);
        Assert.assertTrue(this.clock.currentTimeMillis() + "", this.clock.currentTimeMillis() >= NOON);
        Assert.assertEquals(1, this.console.count(Event.TIME_SET));
    }

    @Test
    public void readingsFromBeforeTheNetworkAreNotLost() throws IOException {
        this.radio.inReach = false;
        Device device = boot(new SocketConnector());
        run(device, 40 * MINUTE);
        Assert.assertTrue(this.store.objects.isEmpty());
        this.radio.inReach = true;
        run(device, 25 * MINUTE);
        Assert.assertEquals(keys("1200-1245", "1245"), new ArrayList<String>(this.store.objects.keySet()));
    }

    @Test
    public void withoutTimeItSamplesAndSendsNothing() throws IOException {
        this.timeKnown = false;
        Device device = boot(new SocketConnector());
        run(device, 31 * MINUTE);
        Assert.assertTrue(device.station().sampler().accepted() >= 62);
        Assert.assertTrue(this.store.objects.isEmpty());
        Assert.assertTrue(this.console.count(Event.TIME_FAILED) > 1);
    }

    @Test
    public void withoutAConnectorItStaysOfflineAndKeepsItsFiles() throws IOException {
        this.config.station().set(StationConfig.OFFLINE_WINDOW, "15");
        Device device = boot(null);
        run(device, 40 * MINUTE);
        Assert.assertEquals(StationConfig.OFFLINE, this.config.station().number(StationConfig.MODE));
        Assert.assertEquals(2, device.spool().objectCount());
        Assert.assertEquals(0, this.console.count(Event.UPLOADED));
    }

    @Test
    public void anEndpointThatIsNoUrlIsToldAndTheStationStaysOffline() throws IOException {
        this.config.station().set(StationConfig.ENDPOINT, "ftp://example.org");
        Device device = boot(new SocketConnector());
        run(device, MINUTE);
        Assert.assertEquals(1, this.console.count(Event.BAD_SETTING));
        Assert.assertTrue(device.station().sampler().accepted() > 0);
    }

    @Test
    public void aRebootGoesOnWhereTheLastOneEnded() throws IOException {
        run(boot(new SocketConnector()), 7 * MINUTE);
        long uptime = this.clock.monotonicMillis();
        this.clock = new BoardClock();
        Device second = boot(new SocketConnector(), NOON + uptime);
        run(second, 10 * MINUTE);
        Assert.assertEquals(keys("1200"), new ArrayList<String>(this.store.objects.keySet()));
        Assert.assertEquals(1, this.console.count(Event.SPOOL_NEW));
        Assert.assertEquals(1, this.console.count(Event.SPOOL_READY));
    }

    @Test
    public void aFormattedVolumeDoesNotBringBackOldBootNumbers() throws IOException {
        Assert.assertEquals(1, boot(new SocketConnector()).spool().bootId());
        Assert.assertEquals(2, boot(new SocketConnector()).spool().bootId());
        this.flash = new RamFlash(128, 4096);
        Assert.assertEquals(3, boot(new SocketConnector()).spool().bootId());
        Assert.assertEquals("3", Board.NVS.get("state/boot"));
        Assert.assertEquals("handles left open", 0, Board.openHandles());
    }

    @Test
    public void anErasedNvsDoesNotBringThemBackEither() throws IOException {
        boot(new SocketConnector());
        Board.NVS.remove("state/boot");
        Assert.assertEquals(2, boot(new SocketConnector()).spool().bootId());
        Board.nvsError(0x1101);
        Assert.assertEquals(3, boot(new SocketConnector()).spool().bootId());
        Assert.assertEquals("read and write", 2, this.console.count(Event.BOOT_UNKNOWN));
    }

    @Test
    public void whatTheStoreCannotDoIsKnownAfterARebootUnlessItIsAnotherStore() throws IOException {
        this.store.conditional = false;
        run(boot(new SocketConnector()), 31 * MINUTE);
        Assert.assertEquals(keys("1200", "1215"), new ArrayList<String>(this.store.objects.keySet()));
        Assert.assertEquals(1, this.store.refused);
        long later = NOON + this.clock.monotonicMillis();
        this.clock = new BoardClock();
        run(boot(new SocketConnector(), later), 16 * MINUTE);
        Assert.assertEquals(3, this.store.objects.size());
        Assert.assertEquals("not tried again", 1, this.store.refused);
        this.config.station().set("bucket", "others");
        later += this.clock.monotonicMillis();
        this.clock = new BoardClock();
        run(boot(new SocketConnector(), later), 16 * MINUTE);
        Assert.assertEquals("another bucket may be elsewhere", 2, this.store.refused);
        Assert.assertEquals("handles left open", 0, Board.openHandles());
    }

    @Test
    public void theWatchdogIsFedByEveryReading() throws IOException {
        Device device = boot(new SocketConnector());
        int before = WatchdogNatives.feeds();
        run(device, 10 * MINUTE);
        int fed = WatchdogNatives.feeds() - before;
        Assert.assertTrue(fed + " readings of 30 s in 10 minutes", fed >= 20 && fed <= 21);
    }

    @Test
    public void theDeviceNeedsAQuarterOfTheHeapAtMost() throws IOException {
        Properties options = new Properties();
        try (InputStream in = new FileInputStream(new File(System.getProperty("basedir", "."), "../../build.properties"))) {
            options.load(in);
        }
        long heap = Long.parseLong(options.getProperty("core.memory.javaheap.size"));
        boot(new SocketConnector());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        boot(new SocketConnector());
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        Assert.assertTrue(bytes + " bytes of a heap of " + heap, bytes > 0 && bytes <= heap / 4);
    }

    private Device boot(SocketConnector connector) throws IOException {
        return boot(connector, NOON);
    }

    private Device boot(SocketConnector connector, final long utcAtBoot) throws IOException {
        TimeServer time = new TimeServer() {
            @Override
            public Anchor ask() throws IOException {
                if (!DeviceTest.this.timeKnown) {
                    throw new IOException("no answer");
                }
                long now = DeviceTest.this.clock.monotonicMillis();
                return new Anchor(now, utcAtBoot + now);
            }

            @Override
            public void read(Health health) {
                health.set(Health.CLOCK_STEPS, 0);
            }
        };
        return new Device(this.config, this.clock, this.flash, new NativeSensors(60000, this.console), this.radio, time,
                connector, this.console);
    }

    private void run(Device device, long millis) {
        long end = this.clock.monotonicMillis() + millis;
        while (this.clock.monotonicMillis() < end) {
            long due = device.step();
            Board.skip(Math.max(1, due - this.clock.monotonicMillis()));
        }
    }

    private static ArrayList<String> keys(String... windows) {
        ArrayList<String> keys = new ArrayList<String>();
        for (String window : Arrays.asList(windows)) {
            keys.add("/readings/station=attic-1/year=2026/month=03/day=01/data_" + window + ".parquet");
        }
        return keys;
    }
}
