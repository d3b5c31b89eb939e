package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.NetworkInterface;

import com.sun.net.httpserver.HttpsServer;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.doubles.Board;
import space.opensensor.http.Connector;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.http.SocketConnector;
import space.opensensor.spool.Flash;
import space.opensensor.spool.RamFlash;
import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.station.StationConfig;
import space.opensensor.station.Vitals;

/**
 * Whatever the world around the board does wrong: the console says so with a code, the row of health that goes into the log
 * counts it, sampling goes on.
 */
public class BadInputTest {

    /** 2026-03-01T12:00:00Z. */
    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000;
    private static final String STATES = "space.opensensor.mock.states";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private Console console = new Console();
    private Connector connector = new SocketConnector();
    private Health row;
    private Flash flash = new RamFlash(128, 4096);
    private BoardClock clock;
    private StoreDouble store;
    private Device device;
    private boolean timeKnown = true;

    @Before
    public void provision() throws IOException {
        Board.reset();
        NvsConfigurationTest.provision();
        this.store = new StoreDouble();
        Board.NVS.put("station/endpoint", this.store.endpoint());
        Board.NVS.put("station/addressing", "path");
        Board.ACCESS_POINTS.put("attic", "correct horse");
        System.setOut(new PrintStream(this.printed, true));
    }

    @After
    public void stopStore() {
        System.setOut(this.out);
        System.clearProperty(STATES);
        this.store.stop();
    }

    @Test
    public void aWrongWifiPassword() throws IOException {
        Board.ACCESS_POINTS.put("attic", "wrong battery");
        assertTold(Event.WIFI_REFUSED, Health.WIFI_FAILURES);
    }

    @Test
    public void noAccessPointOfThatName() throws IOException {
        Board.ACCESS_POINTS.clear();
        assertTold(Event.WIFI_REFUSED, Health.WIFI_FAILURES);
    }

    @Test
    public void noDhcp() throws IOException {
        Board.dhcp(false);
        assertTold(Event.WIFI_NO_ADDRESS, Health.WIFI_FAILURES);
    }

    @Test
    public void noServerKnowsTheTime() throws IOException {
        this.timeKnown = false;
        assertTold(Event.TIME_FAILED, Health.TIME_FAILURES);
    }

    @Test
    public void anAbsentSensor() throws IOException {
        System.setProperty(STATES, "1=3");
        assertTold(Event.SENSORS_ABSENT, Health.SENSORS_ABSENT);
    }

    @Test
    public void aSensorThatIsWrongSilentStuckOrDamaged() throws IOException {
        int[] events = { Event.SENSOR_WRONG, Event.SENSOR_CALIBRATION, Event.SENSOR_FAILED, Event.SENSOR_CHECKSUM,
            Event.SENSOR_STUCK, Event.SENSOR_RANGE };
        for (int i = 0; i < events.length; i++) {
            System.setProperty(STATES, "1=" + (SensorHealth.WRONG_ID + i));
            this.console = new Console();
            this.flash = new RamFlash(128, 4096);
            this.store.objects.clear();
            assertTold(events[i], Health.SENSOR_FAILURES);
        }
    }

    @Test
    public void anNvsThatWasNeverWrittenOrIsErased() throws IOException {
        Board.NVS.clear();
        assertTold(Event.NO_NVS, Health.CONFIG_ERRORS);
        Assert.assertNull("offline", this.device.link());
    }

    @Test
    public void aDamagedNvs() throws IOException {
        Board.nvsError(0x1101);
        assertTold(Event.NO_NVS, Health.CONFIG_ERRORS);
    }

    @Test
    public void aFullNvs() throws IOException {
        Board.nvsFull(true);
        assertTold(Event.BOOT_UNKNOWN, Health.CONFIG_ERRORS);
        Assert.assertEquals("and uploads two windows, readings and health", 4, this.store.objects.size());
    }

    @Test
    public void aFullNvsDoesNotKeepWhatTheStoreCannotDo() throws IOException {
        Board.nvsFull(true);
        this.store.conditional = false;
        assertTold(Event.STORE_UNKNOWN, Health.CONFIG_ERRORS);
        Assert.assertEquals("and uploads two windows, readings and health", 4, this.store.objects.size());
    }

    @Test
    public void aSettingThatIsNotAllowed() throws IOException {
        Board.NVS.put("station/interval", "often");
        assertTold(Event.BAD_SETTING, Health.CONFIG_ERRORS);
    }

    @Test
    public void aVolumeThatWasFormatted() throws IOException {
        boot();
        run(MINUTE);
        boot();
        run(MINUTE);
        Assert.assertEquals(1, this.console.count(Event.SPOOL_NEW));
        Assert.assertEquals(0, this.row.get(Health.SPOOL_NEW));
        this.console = new Console();
        this.flash = new RamFlash(128, 4096);
        assertTold(Event.SPOOL_NEW, Health.SPOOL_NEW);
    }

    @Test
    public void aFlashThatRefusesToBeWritten() throws IOException {
        RefusingFlash refusing = new RefusingFlash(this.flash);
        this.flash = refusing.flash();
        boot();
        run(5 * MINUTE);
        refusing.refuses = true;
        run(31 * MINUTE);
        assertTold(Event.READING_LOST);
        assertTold(Event.FILE_FAILED);
        Assert.assertTrue(this.row.get(Health.FLASH_ERRORS) > 0);
        refusing.refuses = false;
        assertSamples();
        run(31 * MINUTE);
        Assert.assertFalse("files are written again", this.store.objects.isEmpty());
        Assert.assertTrue(this.row.get(Health.READINGS_LOST) > 0);
    }

    @Test
    public void aCaptivePortal() throws IOException {
        this.store.portalPut = 200;
        this.store.portalOther = 200;
        assertTold(Event.NOT_THE_STORE, Health.TRUST_FAILURES);
        Assert.assertTrue("files wait", this.device.spool().objectCount() > 0);
    }

    /** The client pauses in real time between its attempts: one upload is enough. */
    @Test
    public void anExpiredCertificate() throws Exception {
        TestAuthority authority = new TestAuthority(this.folder.getRoot());
        HttpsServer server = authority.serve("-10d");
        try {
            Board.NVS.put("station/endpoint", "https://localhost:" + server.getAddress().getPort());
            this.connector = new SocketConnector(authority.client(), new BoardHandshake(new PlatformHandshake()));
            boot();
            while (this.console.count(Event.UNTRUSTED) == 0) {
                Assert.assertTrue("not told", this.clock.monotonicMillis() < 31 * MINUTE);
                run(1000);
            }
            Board.ACCESS_POINTS.clear();
            Board.leave();
            run(2 * MINUTE);
            assertCounted(Event.UNTRUSTED, Health.TRUST_FAILURES);
            Assert.assertTrue("files wait", this.device.spool().objectCount() > 0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    public void aPartitionSmallerThanTheMinimumIsRefusedWithBothSizes() throws IOException {
        this.flash = new RamFlash(12, 2048);
        try {
            boot();
            Assert.fail("24 KiB are too few");
        } catch (IllegalStateException e) {
            Assert.assertTrue(e.getMessage(), e.getMessage().matches("flash: 24576 bytes are too few; \\d+ are needed"));
        }
    }

    /** Runs half an hour and expects a line on the console, a number in the row of health, and that readings go on. */
    private void assertTold(int event, int field) throws IOException {
        this.printed.reset();
        boot();
        run(31 * MINUTE);
        assertCounted(event, field);
    }

    private void assertTold(int event) {
        Assert.assertTrue(Event.text(event), this.console.count(event) > 0);
        Assert.assertTrue(this.printed.toString(), ("\n" + this.printed).contains("\n" + Event.text(event)));
    }

    private void assertCounted(int event, int field) {
        assertTold(event);
        Assert.assertTrue(Health.name(field), this.row.has(field) && this.row.get(field) > 0);
        assertSamples();
    }

    private void assertSamples() {
        int before = this.device.station().sampler().accepted();
        run(2 * MINUTE);
        Assert.assertTrue(this.device.station().sampler().accepted() >= before + 2);
    }

    private void boot() throws IOException {
        this.clock = new BoardClock();
        DeviceConfig config = new NvsConfiguration(this.console).load();
        config.station().set(StationConfig.INTERVAL, "30");
        config.station().set(StationConfig.HEALTH, "1");
        Radio radio = new EcomRadio(NetworkInterface.getNetworkInterfaces().nextElement().getName());
        TimeServer time = new TimeServer() {
            @Override
            public Anchor ask() throws IOException {
                if (!BadInputTest.this.timeKnown) {
                    throw new IOException("no answer");
                }
                long now = BadInputTest.this.clock.monotonicMillis();
                return new Anchor(now, NOON + now);
            }

            @Override
            public void read(Health health) {
                health.set(Health.CLOCK_STEPS, 0);
            }
        };
        this.device = new Device(config, this.clock, this.flash, new NativeSensors(60000, this.console), radio, time,
                this.connector, this.console);
        this.device.station().vitals(new Vitals() {
            @Override
            public void read(Health health) {
                BadInputTest.this.device.vitals().read(health);
                BadInputTest.this.row = health;
            }
        });
    }

    private void run(long millis) {
        long end = this.clock.monotonicMillis() + millis;
        while (this.clock.monotonicMillis() < end) {
            long due = this.device.step();
            Board.skip(Math.max(1, due - this.clock.monotonicMillis()));
        }
    }
}
