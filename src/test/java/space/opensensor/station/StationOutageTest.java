package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;
import space.opensensor.spool.RamFlash;

/** Windows while nothing takes their files: they wait in the log, and become one file for each span. */
public class StationOutageTest {

    private static final String FIRST = StationRig.FOLDER + "data_1200.parquet";

    private StationRig rig;

    @Before
    public void prepare() throws IOException {
        this.rig = new StationRig();
        this.rig.config.set("offline_window", "240");
        this.rig.config.set("interval", "20");
        this.rig.config.set("sync_readings", "12");
        this.rig.bootAtNoon();
    }

    @Test
    public void windowsWaitInTheLogWhileAFileWaits() throws IOException {
        sampleAndPublish(15 * 12);
        assertEquals(1, this.rig.spool.objectCount());
        assertEquals("windows do not end segments", 0, this.rig.spool.segmentCount());
    }

    @Test
    public void theyBecomeOneFileOfTheirSpanWhenTheStoreIsBack() throws IOException {
        sampleAndPublish(15 * 12 + 1);
        this.rig.upload();
        sampleAndPublish(15);
        this.rig.upload();
        assertEquals(FIRST + " " + StationRig.FOLDER + "data_1215-1500.parquet", this.rig.store.keys());
        assertTrue(this.rig.holds(StationRig.FOLDER + "data_1215-1500.parquet", "2026-03-01T12:15Z/2026-03-01T15:00Z"));
        assertTrue(this.rig.holds(StationRig.FOLDER + "data_1215-1500.parquet", Station.INTERVAL_KEY));
        assertFalse(this.rig.holds(FIRST, Station.INTERVAL_KEY));
    }

    @Test
    public void aRebootInAnOutageChangesNothing() throws IOException {
        sampleAndPublish(40);
        this.rig.boot();
        this.rig.station.anchor(new Anchor(0, StationRig.NOON + 50 * StationRig.MINUTE));
        sampleAndPublish(26);
        this.rig.clock.now += StationRig.MINUTE;
        this.rig.upload();
        sampleAndPublish(15);
        this.rig.upload();
        assertEquals(FIRST + " " + StationRig.FOLDER + "data_1215-1315.parquet", this.rig.store.keys());
    }

    @Test
    public void aFileEndsWithItsSpanAndADayWithMidnight() throws IOException {
        sampleAndPublish(60 * 13);
        this.rig.upload();
        sampleAndPublish(15);
        this.rig.upload();
        this.rig.station.publish();
        this.rig.upload();
        String next = "station=roof/year=2026/month=03/day=02/";
        assertEquals(FIRST + " " + StationRig.FOLDER + "data_1215-1600.parquet " + StationRig.FOLDER
                + "data_1600-2000.parquet " + next + "data_0000-0100.parquet " + StationRig.FOLDER
                + "data_2000-2400.parquet", this.rig.store.keys());
    }

    @Test
    public void aSpanIsOfWholeWindowsAndDividesADay() {
        this.rig.config.set("offline_window", "15");
        assertEquals(900000, this.rig.config.spanMillis());
        this.rig.config.set("offline_window", "1440");
        assertEquals(86400000, this.rig.config.spanMillis());
        this.rig.config.set("offline_window", "250");
        assertEquals("whole windows that divide a day", 240 * StationRig.MINUTE, this.rig.config.spanMillis());
        this.rig.config.set("interval", "60");
        assertEquals("720 readings", 720 * StationRig.MINUTE, this.rig.config.spanMillis());
        this.rig.config.set("window", "1440");
        assertEquals(86400000, this.rig.config.spanMillis());
    }

    @Test
    public void anOfflineStationMakesFilesOfWholeSpansAndOfAllWhenSealed() throws IOException {
        this.rig.config.set("mode", "offline");
        this.rig.flash = new space.opensensor.spool.RamFlash(28, 4096);
        this.rig.bootAtNoon();
        assertEquals(0, sampleAndPublish(60 * 4));
        assertEquals(1, sampleAndPublish(2));
        assertEquals("20260301-1200-1600-b1s1.parquet", this.rig.spool.objectName(0));
        assertEquals(0, sampleAndPublish(60));
        this.rig.station.seal();
        this.rig.clock.now += 13 * StationRig.MINUTE;
        assertEquals(1, this.rig.station.publish());
        assertEquals("20260301-1600-1715-b1s82.parquet", this.rig.spool.objectName(1));
        assertEquals(0, this.rig.spool.segmentCount());
    }

    @Test
    public void aFullFlashDrainsWhenTheStoreIsBackWhateverTheInterval() throws IOException {
        assertDrains("5");
        assertDrains("180");
        assertDrains("900");
    }

    private void assertDrains(String interval) throws IOException {
        this.rig = new StationRig();
        this.rig.config.set("offline_window", "240");
        this.rig.config.set("interval", interval);
        this.rig.config.set("sync_readings", "60");
        this.rig.sensors.rich = true;
        this.rig.flash = new space.opensensor.spool.RamFlash(28, 4096);
        this.rig.bootAtNoon();
        int taken = 0;
        while (this.rig.spool.droppedReadings() == 0) {
            taken += this.rig.sample(1);
            this.rig.station.publish();
        }
        int rounds = 0;
        while (this.rig.spool.segmentCount() + this.rig.spool.objectCount() > 0) {
            this.rig.upload();
            this.rig.station.publish();
            assertTrue(taken + " readings, every " + interval + " s", rounds++ < 500);
        }
        assertTrue(this.rig.store.count > 0);
    }

    /** Its files are larger than what is left for shorter windows: they are made part by part, each dated as the first is. */
    @Test
    public void aWindowThatDoesNotFitIsSplitAndStaysDated() throws IOException {
        this.rig = new StationRig();
        this.rig.config.set("window", "60");
        this.rig.config.set("interval", "5");
        this.rig.sensors.rich = true;
        this.rig.flash = new RamFlash(28, 4096);
        this.rig.bootAtNoon();
        this.rig.sample(1250);
        assertEquals("nothing is lost", 0, this.rig.spool.droppedReadings());
        this.rig.config.set("window", "240");
        this.rig.boot();
        this.rig.station.anchor(new Anchor(0, StationRig.NOON + 300 * StationRig.MINUTE));
        int files = 0;
        for (int round = 0; round < 50 && this.rig.spool.logReadings() > 0; round++) {
            files += this.rig.station.publish();
            this.rig.upload();
            this.rig.clock.now += StationRig.MINUTE;
        }
        assertEquals(0, this.rig.spool.logReadings());
        assertTrue("files: " + files, files > 1);
        assertEquals(files, this.rig.store.count);
        assertTrue(this.rig.store.keys(), this.rig.store.keys().startsWith(FIRST + " "));
        assertFalse(this.rig.store.keys(), this.rig.store.keys().indexOf("undated") >= 0);
    }

    @Test
    public void everySegmentHasAnAnchorHoweverOftenTheStationIsSealed() throws IOException {
        this.rig.config.set("offline_window", "15");
        this.rig.config.set("sync_readings", "100");
        this.rig.bootAtNoon();
        for (int window = 1; window < 6; window++) {
            this.rig.sample(45);
            this.rig.station.seal();
            assertEquals("window " + window, 1, this.rig.station.publish());
        }
    }

    private int sampleAndPublish(int minutes) throws IOException {
        int files = 0;
        for (int i = 0; i < 3 * minutes; i++) {
            this.rig.sample(1);
            files += this.rig.station.publish();
        }
        return files;
    }
}
