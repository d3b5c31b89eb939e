package space.opensensor.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.Body;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.station.ObjectStore;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;
import space.opensensor.station.Uploader;

/** {@link DeepSleep} in a {@link Device} on the doubles of the platform: each sleep ends in a boot on the same flash. */
public class DeepSleepTest {

    /** 2026-03-01T12:00:00Z. */
    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000;
    private static final int REFUSED = 403;

    private final Console console = new Console();
    private ScriptedRadio radio;
    private BoardClock clock;
    private DeviceConfig config;
    private RamFlash flash;
    private StoreDouble store;
    private Device device;
    private boolean timeKnown = true;
    private long start;
    private int slept;
    private int accepted;

    @Before
    public void provision() throws IOException {
        Board.reset();
        NvsConfigurationTest.provision();
        this.store = new StoreDouble();
        Board.NVS.put("station/endpoint", this.store.endpoint());
        Board.NVS.put("station/addressing", "path");
        this.config = new NvsConfiguration(this.console).load();
        this.config.set("sleep", "3");
        this.flash = new RamFlash(128, 4096);
        this.start = NOON - Board.platformMillis();
        SleepNatives.possible(true);
        this.slept = SleepNatives.sleeps();
    }

    @After
    public void stop() {
        SleepNatives.possible(false);
        this.store.stop();
    }

    @Test
    public void sleepsUntilTheNextWindowToSample() throws IOException {
        boot();
        Assert.assertTrue(runUntilAsleep(60 * MINUTE));
        Assert.assertEquals(keys("1200"), objects());
        Assert.assertEquals(NOON + 60 * MINUTE, utc() + SleepNatives.millis(), 10);
        Assert.assertTrue("awake for " + (utc() - NOON), utc() - NOON < 17 * MINUTE);
        Assert.assertFalse("in the network", this.radio.joined);
        Assert.assertEquals("segment open", 0, this.device.spool().openSegmentId());
        Assert.assertEquals(0, this.device.spool().objectCount());
        Assert.assertEquals(1, this.console.count(Event.SLEEPS));
        Assert.assertEquals(30, this.device.station().sampler().accepted(), 1);
    }

    @Test
    public void losesNothingOverDaysOfSleep() throws IOException {
        boot();
        while (utc() < NOON + 50 * 60 * MINUTE) {
            Assert.assertTrue(runUntilAsleep(60 * MINUTE));
            wake();
        }
        TreeSet<String> expected = new TreeSet<String>();
        for (int hour = 12; hour < 12 + 50; hour++) {
            expected.add(key(1 + hour / 24, String.format("%02d00", hour % 24)));
        }
        Assert.assertEquals(expected, new TreeSet<String>(objects()));
        Assert.assertEquals(0, this.device.spool().segmentCount());
        Assert.assertEquals(0, this.device.spool().droppedReadings());
        Assert.assertEquals(50, SleepNatives.sleeps() - this.slept);
    }

    @Test
    public void sleepsThoughTheStoreRefusesAndKeepsItsReadings() throws IOException {
        this.store.portalPut = REFUSED;
        this.store.portalOther = REFUSED;
        boot();
        for (int boot = 0; boot < 5; boot++) {
            Assert.assertTrue(runUntilAsleep(60 * MINUTE));
            Assert.assertTrue("awake for " + this.clock.monotonicMillis(), this.clock.monotonicMillis() < 18 * MINUTE);
            wake();
        }
        Assert.assertEquals(this.accepted, kept());
        Assert.assertEquals(0, this.device.spool().droppedReadings());
        this.store.portalPut = 0;
        Assert.assertTrue(runUntilAsleep(60 * MINUTE));
        Assert.assertEquals(0, kept());
        Assert.assertEquals("first windows one by one, what stayed in the log in one file; or all so",
                key(1, "1200"), objects().get(0));
        Assert.assertTrue(objects().toString(), objects().get(objects().size() - 1).endsWith("1700.parquet"));
    }

    @Test
    public void readingsBeforeTheTimeIsKnownAreDatedThoughTheirWindowIsLeftOut() throws IOException {
        Board.skip(20 * MINUTE);
        this.timeKnown = false;
        boot();
        Assert.assertFalse(runUntilAsleep(5 * MINUTE));
        this.timeKnown = true;
        Assert.assertTrue("asks for the time again after a pause that is random", runUntilAsleep(30 * MINUTE));
        wake();
        Assert.assertTrue(runUntilAsleep(60 * MINUTE));
        Assert.assertEquals(key(1, "1215"), objects().get(0));
        Assert.assertEquals(key(1, "1300"), objects().get(objects().size() - 1));
    }

    @Test
    public void staysAwakeAndSamplesWhileTheTimeIsNotKnown() throws IOException {
        this.timeKnown = false;
        boot();
        Assert.assertFalse(runUntilAsleep(120 * MINUTE));
        Assert.assertEquals(240, this.device.station().sampler().accepted(), 2);
    }

    @Test
    public void aSleepThatIsNotWorthABootIsNotSlept() throws IOException {
        this.config.set("window", "1");
        this.config.set("sleep", "1");
        boot();
        int fed = WatchdogNatives.feeds();
        Assert.assertFalse(runUntilAsleep(10 * MINUTE));
        Assert.assertEquals("readings", 11, this.device.station().sampler().accepted(), 2);
        Assert.assertEquals("feeds of the watchdog", 20, WatchdogNatives.feeds() - fed, 1);
        Assert.assertEquals(keys("1200", "1202", "1204", "1206", "1208"), objects());
    }

    @Test
    public void aChipThatDoesNotSleepIsToldAndSamplesOn() throws IOException {
        SleepNatives.possible(false);
        boot();
        Assert.assertFalse(runUntilAsleep(61 * MINUTE));
        Assert.assertEquals(1, this.console.count(Event.SLEEP_FAILED));
        Assert.assertEquals(keys("1200", "1215", "1230", "1245"), objects());
        Assert.assertTrue("in the network again", this.radio.joined);
        Assert.assertEquals(0, this.console.count(Event.SENSOR_FAILED));
        Assert.assertEquals(120, this.device.station().sampler().accepted(), 4);
    }

    @Test
    public void neverSleepsByDefault() throws IOException {
        this.config = new NvsConfiguration(this.console).load();
        boot();
        Assert.assertFalse(runUntilAsleep(61 * MINUTE));
        Assert.assertEquals(keys("1200", "1215", "1230", "1245"), objects());
    }

    @Test
    public void waitsForABacklogThatDrainsButNotForever() throws IOException {
        DeepSleep sleep = alone();
        long stands = this.clock.monotonicMillis();
        while (this.clock.monotonicMillis() - stands < DeepSleep.LONGEST_UPLOADS - MINUTE) {
            sleep.sleepIfDone(true, Uploader.STORED);
            Board.skip(MINUTE);
        }
        Assert.assertEquals(this.slept, SleepNatives.sleeps());
        Board.skip(MINUTE);
        assertSleeps(sleep, Uploader.STORED);
    }

    @Test
    public void givesUpUploadsThatFail() throws IOException {
        DeepSleep sleep = alone();
        sleep.sleepIfDone(true, Uploader.FAILED);
        sleep.sleepIfDone(false, Uploader.IDLE);
        Board.skip(DeepSleep.PATIENCE - 1000);
        sleep.sleepIfDone(true, Uploader.PAUSED);
        Assert.assertEquals(this.slept, SleepNatives.sleeps());
        Board.skip(1000);
        assertSleeps(sleep, Uploader.PAUSED);
    }

    @Test
    public void wakingIsToldAsTheReasonOfTheBoot() {
        Assert.assertEquals("8, deep sleep", DeepSleep.reason(8));
        Assert.assertEquals("1", DeepSleep.reason(1));
    }

    @Test
    public void refusesSleepThatCannotBe() {
        refuses("sleep: \"-1\" is not allowed", "sleep", "-1");
        refuses("sleep: \"1440\" is not allowed", "sleep", "1440");
        refuses("sleep: \"often\" is not allowed", "sleep", "often");
        refuses("sleep: 96 is not allowed; a day has 96 windows", "sleep", "96");
        this.config.set("sleep", "95");
        this.config.validate();
        refuses("sleep: must be 0 unless mode is online", "mode", "offline");
    }

    @Test
    public void aWrongConfigurationDoesNotSleep() {
        Board.NVS.put("station/sleep", "96");
        DeviceConfig loaded = new NvsConfiguration(this.console).load();
        Assert.assertEquals(0, loaded.sleep());
        Assert.assertEquals(1, this.console.count(Event.BAD_SETTING));
    }

    private void refuses(String message, String name, String value) {
        try {
            this.config.set(name, value);
            this.config.validate();
            Assert.fail(name + "=" + value);
        } catch (IllegalArgumentException e) {
            Assert.assertTrue(e.getMessage(), e.getMessage().startsWith(message));
        }
    }

    /** A deep sleep without threads, at 12:15, that stands. */
    private DeepSleep alone() throws IOException {
        this.clock = new BoardClock();
        Spool spool = new Spool(this.flash, StoreSettings.spool(this.config.station()));
        spool.recover();
        ObjectStore any = new ObjectStore() {
            @Override
            public boolean store(String key, Body body) {
                return true;
            }
        };
        Station station = new Station(this.config.station(), new NativeSensors(60000, this.console), this.clock, spool, any,
                new Random(1));
        DeepSleep sleep = new DeepSleep(this.config.station(), 3, station, null, null, this.clock, this.console);
        Assert.assertFalse(sleep.holds(this.clock.monotonicMillis()));
        station.anchor(new Anchor(this.clock.monotonicMillis(), NOON + 15 * MINUTE));
        Assert.assertTrue(sleep.holds(this.clock.monotonicMillis()));
        Assert.assertTrue(sleep.isStanding());
        return sleep;
    }

    private void assertSleeps(DeepSleep sleep, int upload) {
        try {
            sleep.sleepIfDone(true, upload);
            Assert.fail("awake");
        } catch (IllegalStateException e) {
            Assert.assertEquals(this.slept + 1, SleepNatives.sleeps());
        }
    }

    private long utc() {
        return this.start + Board.platformMillis();
    }

    private void boot() throws IOException {
        this.clock = new BoardClock();
        this.radio = new ScriptedRadio();
        TimeServer time = new TimeServer() {
            @Override
            public Anchor ask() throws IOException {
                if (!DeepSleepTest.this.timeKnown) {
                    throw new IOException("no answer");
                }
                return new Anchor(DeepSleepTest.this.clock.monotonicMillis(), utc());
            }

            @Override
            public void read(Health health) {
                health.set(Health.CLOCK_STEPS, 0);
            }
        };
        this.device = new Device(this.config, this.clock, this.flash, new NativeSensors(60000, this.console), this.radio, time,
                new SocketConnector(), this.console);
    }

    /** @return whether it fell asleep within the time. */
    private boolean runUntilAsleep(long millis) {
        int before = SleepNatives.sleeps();
        long end = this.clock.monotonicMillis() + millis;
        while (this.clock.monotonicMillis() < end) {
            try {
                long due = this.device.step();
                Board.skip(Math.max(1, due - this.clock.monotonicMillis()));
            } catch (IllegalStateException e) {
                Assert.assertEquals(e.toString(), before + 1, SleepNatives.sleeps());
                this.accepted += this.device.station().sampler().accepted();
                return true;
            }
        }
        return false;
    }

    /** All that was in memory is lost. */
    private void wake() throws IOException {
        Board.skip(SleepNatives.millis());
        boot();
    }

    /** @return readings in the log and in files. */
    private int kept() {
        Spool spool = this.device.spool();
        int readings = spool.logReadings();
        for (int i = 0; i < spool.objectCount(); i++) {
            readings += spool.objectReadings(spool.objectName(i));
        }
        return readings;
    }

    private ArrayList<String> objects() {
        return new ArrayList<String>(this.store.objects.keySet());
    }

    private static ArrayList<String> keys(String... windows) {
        ArrayList<String> keys = new ArrayList<String>();
        for (String window : Arrays.asList(windows)) {
            keys.add(key(1, window));
        }
        return keys;
    }

    private static String key(int day, String window) {
        return "/readings/station=attic-1/year=2026/month=03/day=0" + day + "/data_" + window + ".parquet";
    }
}
