package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.util.Random;

import org.junit.Before;
import org.junit.Test;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;

/** A station on a flash in memory: which readings end up under which key. */
public class StationTest {

    /** 2026-03-01T12:00:00Z. */
    private static final long NOON = 1772366400000L;
    private static final long MINUTE = 60000L;

    private RamFlash flash;
    private Spool spool;
    private ScriptedSensors sensors;
    private SettableClock clock;
    private KeptObjects store;
    private StationConfig config;
    private Station station;

    @Before
    public void prepare() throws IOException {
        this.flash = new RamFlash(128, 4096);
        this.sensors = new ScriptedSensors();
        this.clock = new SettableClock();
        this.store = new KeptObjects();
        this.config = new StationConfig();
        this.config.set("station", "roof");
        this.config.set("interval", "60");
        this.config.set("sync_readings", "1");
        this.config.set("offline_window", "15");
        this.config.set("bucket", "sensors");
        this.config.set("access_key", "id");
        this.config.set("secret_key", "key");
        boot();
    }

    @Test
    public void makesOneObjectOfOneWindow() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(16);
        assertEquals(1, this.station.publish());
        upload();
        assertEquals("station=roof/year=2026/month=03/day=01/data_1200.parquet", this.store.keys());
        assertEquals(0, this.spool.objectCount());
    }

    @Test
    public void leavesTheOpenWindowInTheLog() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(14);
        this.station.seal();
        assertEquals(0, this.station.publish());
        this.clock.now = 15 * MINUTE - 1;
        assertEquals(0, this.station.publish());
        this.clock.now = 15 * MINUTE;
        assertEquals(1, this.station.publish());
    }

    @Test
    public void aWindowIsOverTwoIntervalsAfterItsEndThoughNothingFollows() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(13);
        assertEquals(0, this.station.publish());
        this.clock.now = 17 * MINUTE - 1;
        assertEquals(0, this.station.publish());
        this.clock.now = 17 * MINUTE;
        assertEquals(1, this.station.publish());
        assertEquals(13, this.spool.objectReadings(this.spool.objectName(0)));
    }

    @Test
    public void aWindowIsOverAtItsEndWhenALaterReadingFollows() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(15);
        assertEquals(0, this.station.publish());
        sample(1);
        assertEquals(1, this.station.publish());
        assertEquals("the later one", 1, this.spool.logReadings());
    }

    @Test
    public void readingsThatWaitInMemoryAreSyncedBeforeTheirWindowIsMade() throws IOException {
        this.config.set("sync_readings", "100");
        boot();
        this.station.anchor(new Anchor(0, NOON));
        sample(14);
        assertEquals(0, this.spool.logReadings());
        this.clock.now = 17 * MINUTE;
        assertEquals(1, this.station.publish());
        assertEquals(14, this.spool.objectReadings(this.spool.objectName(0)));
    }

    @Test
    public void aReadingWaitsNoLongerThanSyncSeconds() throws IOException {
        this.config.set("sync_readings", "100");
        this.config.set("sync_seconds", "180");
        boot();
        for (int taken = 1; taken <= 12; taken++) {
            sample(1);
            assertEquals("after " + taken, taken / 4 * 4, this.spool.logReadings());
        }
        sample(2);
        this.sensors.silent = true;
        sample(1);
        assertEquals("still waiting", 12, this.spool.logReadings());
        sample(1);
        assertEquals("looked at though the sensors are silent", 14, this.spool.logReadings());
    }

    @Test
    public void datesReadingsBeforeTheFirstAnchorByIt() throws IOException {
        sample(10);
        assertEquals(0, this.station.publish());
        this.station.anchor(new Anchor(10 * MINUTE, NOON + 5 * MINUTE));
        sample(11);
        assertEquals(2, this.station.publish());
        upload();
        assertEquals("station=roof/year=2026/month=03/day=01/data_1145.parquet"
                + " station=roof/year=2026/month=03/day=01/data_1200.parquet", this.store.keys());
    }

    @Test
    public void continuesAWindowAfterAReboot() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(5);
        boot();
        this.station.anchor(new Anchor(0, NOON + 6 * MINUTE));
        sample(10);
        assertEquals(1, this.station.publish());
        assertEquals(14, this.spool.objectReadings(this.spool.objectName(0)));
        upload();
        assertEquals("station=roof/year=2026/month=03/day=01/data_1200.parquet", this.store.keys());
    }

    @Test
    public void putsReadingsOfABootThatNeverLearntTheTimeUnderUndated() throws IOException {
        sample(5);
        boot();
        this.station.anchor(new Anchor(0, NOON));
        sample(16);
        assertEquals(2, this.station.publish());
        upload();
        assertEquals("station=roof/undated/boot=1/data_s0.parquet"
                + " station=roof/year=2026/month=03/day=01/data_1200.parquet", this.store.keys());
    }

    @Test
    public void givesAWindowThatComesBackAKeyOfItsOwn() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(16);
        this.station.publish();
        upload();
        this.clock.now += MINUTE;
        this.station.anchor(new Anchor(this.clock.now, NOON));
        sample(31);
        this.station.publish();
        upload();
        String folder = "station=roof/year=2026/month=03/day=01/";
        assertTrue(this.store.keys(), this.store.keys().startsWith(folder + "data_1200.parquet "));
        assertTrue(this.store.keys(), this.store.keys().indexOf(folder + "data_1200-b1s") > 0);
    }

    @Test
    public void storesAnObjectOnceWhenItsDeletionWasCut() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(16);
        this.station.publish();
        this.store.failAfterStoring = true;
        assertEquals(Uploader.FAILED, this.station.upload());
        assertEquals(Uploader.PAUSED, this.station.upload());
        this.clock.now = this.station.uploader().pausedUntil();
        assertEquals(Uploader.STORED, this.station.upload());
        assertEquals(1, this.store.count);
    }

    @Test
    public void letsAFileThatCannotBeStoredGiveWayToTheNext() throws IOException {
        this.station.anchor(new Anchor(0, NOON));
        sample(46);
        assertEquals(3, this.station.publish());
        this.store.refusedKey = "station=roof/year=2026/month=03/day=01/data_1200.parquet";
        upload();
        assertEquals(2, this.store.count);
        assertEquals(1, this.spool.objectCount());
        this.store.refusedKey = null;
        upload();
        assertEquals(3, this.store.count);
        assertEquals(0, this.spool.objectCount());
    }

    @Test
    public void treatsValuesOutOfRangeByPolicyAndCountsThem() throws IOException {
        this.sensors.temperature = 101;
        assertTrue(this.station.sample());
        this.sensors.temperature = Float.NaN;
        assertTrue(this.station.sample());
        assertEquals(1, this.station.sampler().outOfRange());
    }

    @Test
    public void goesOnWhenTheSensorsFail() throws IOException {
        this.sensors.failing = true;
        assertTrue("humidity was set before the failure", this.station.sample());
        this.sensors.silent = true;
        assertFalse(this.station.sample());
        this.sensors.failing = false;
        assertFalse("no value at all", this.station.sample());
        this.sensors.silent = false;
        assertTrue(this.station.sample());
        assertEquals(2, this.station.sampler().sensorErrors());
        assertEquals(2, this.station.sampler().emptyReadings());
        assertEquals(2, this.station.sampler().accepted());
    }

    @Test
    public void countsReadingsThatDoNotFitTheFlash() throws IOException {
        this.config.set("when_full", "drop-newest");
        this.flash = new RamFlash(24, 4096);
        boot();
        int taken = sample(6000);
        assertTrue("taken: " + taken, taken > 2000 && taken < 6000);
        assertEquals(6000 - taken, this.spool.droppedReadings());
        assertEquals(taken, this.station.sampler().accepted());
    }

    @Test
    public void uploadsNothingOffline() throws IOException {
        this.config.set("mode", "offline");
        boot();
        this.station.anchor(new Anchor(0, NOON));
        sample(17);
        assertEquals(1, this.station.publish());
        assertEquals(Uploader.IDLE, this.station.upload());
        assertEquals(1, this.spool.objectCount());
        assertEquals("20260301-1200-b2s1.parquet", this.spool.objectName(0));
    }

    @Test
    public void wantsAStoreUnlessOffline() {
        try {
            new Station(this.config, this.sensors, this.clock, this.spool, null, new Random(1));
            fail("no store");
        } catch (IllegalArgumentException e) {
            assertEquals("store: null is allowed only if mode is offline", e.getMessage());
        }
    }

    private void boot() throws IOException {
        this.clock.now = 0;
        this.spool = new Spool(this.flash, StoreSettings.spool(this.config));
        this.spool.recover();
        this.station = new Station(this.config, this.sensors, this.clock, this.spool, this.store, new Random(1));
    }

    private int sample(int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += this.station.sample() ? 1 : 0;
            this.clock.now += MINUTE;
        }
        return taken;
    }

    /** Uploads until nothing is left that can be uploaded, at most a few rounds. */
    private void upload() {
        for (int i = 0; i < 10; i++) {
            if (this.station.upload() == Uploader.FAILED) {
                this.clock.now = this.station.uploader().pausedUntil();
            }
        }
        this.clock.now = Math.max(this.clock.now, this.station.uploader().pausedUntil());
    }
}
