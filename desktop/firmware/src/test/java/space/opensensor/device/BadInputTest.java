package space.opensensor.device;

import java.io.IOException;
import java.net.NetworkInterface;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.http.SocketConnector;
import space.opensensor.spool.Flash;
import space.opensensor.spool.RamFlash;
import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.station.StationConfig;

/** Whatever the world around the board does wrong: the console says so with a code, health counts it, sampling goes on. */
public class BadInputTest {

    /** 2026-03-01T12:00:00Z. */
    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000;
    private static final String STATES = "space.opensensor.mock.states";

    private final Console console = new Console();
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
    }

    @After
    public void stopStore() {
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
        Assert.assertEquals("and uploads", 2, this.store.objects.size());
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
        this.flash = new RamFlash(128, 4096);
        boot();
        Assert.assertEquals(2, this.console.count(Event.SPOOL_NEW));
        assertSamples();
    }

    @Test
    public void aPartitionSmallerThanTheMinimumIsRefusedWithBothSizes() throws IOException {
        this.flash = new RamFlash(12, 4096);
        try {
            boot();
            Assert.fail("48 KiB are too few");
        } catch (IllegalStateException e) {
            Assert.assertTrue(e.getMessage(), e.getMessage().matches("flash: 49152 bytes are too few; \\d+ are needed"));
        }
    }

    /** Runs half an hour and expects that an event was told and counted, and that readings went on. */
    private void assertTold(int event, int field) throws IOException {
        boot();
        run(31 * MINUTE);
        assertCounted(event, field);
    }

    private void assertCounted(int event, int field) {
        Assert.assertTrue(Event.text(event), this.console.count(event) > 0);
        Health health = new Health();
        this.device.vitals().read(health);
        Assert.assertTrue(Health.name(field), health.has(field) && health.get(field) > 0);
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
                new SocketConnector(), this.console);
    }

    private void run(long millis) {
        long end = this.clock.monotonicMillis() + millis;
        while (this.clock.monotonicMillis() < end) {
            long due = this.device.step();
            Board.skip(Math.max(1, due - this.clock.monotonicMillis()));
        }
    }
}
