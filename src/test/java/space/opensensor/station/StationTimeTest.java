package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.spool.RamFlash;

/** What a station makes of its clock: drift, ends of days and eras, boots that never learn the time. */
public class StationTimeTest {

    private static final String NOON_KEY = StationRig.FOLDER + "data_1200.parquet";

    private StationRig rig;

    @Before
    public void prepare() {
        this.rig = new StationRig();
    }

    @Test
    public void keepsTheDriftInTheMetadata() throws IOException {
        this.rig.boot();
        this.rig.station.anchor(new Anchor(0, StationRig.NOON, -20500));
        this.rig.sample(16);
        this.rig.station.publish();
        this.rig.upload();
        assertTrue(this.rig.holds(NOON_KEY, Station.DRIFT_KEY));
        assertTrue(this.rig.holds(NOON_KEY, "-20500"));
    }

    @Test
    public void saysNothingOfADriftThatIsNotKnown() throws IOException {
        this.rig.bootAtNoon();
        this.rig.sample(16);
        this.rig.station.publish();
        this.rig.upload();
        assertFalse(this.rig.holds(NOON_KEY, Station.DRIFT_KEY));
    }

    @Test
    public void dayMonthAndYearEndAtMidnightUtc() throws IOException {
        assertWindows(1798761600000L - 60000, "year=2026/month=12/day=31/data_2345", "year=2027/month=01/day=01/data_0000");
    }

    @Test
    public void aLeapYearHasA29thOfFebruaryAnd2100IsNone() throws IOException {
        assertWindows(1835395200000L - 60000, "year=2028/month=02/day=28/data_2345", "year=2028/month=02/day=29/data_0000");
        assertWindows(4107542400000L - 60000, "year=2100/month=02/day=28/data_2345", "year=2100/month=03/day=01/data_0000");
    }

    @Test
    public void nothingEndsIn2038Or2106() throws IOException {
        assertWindows(2147483647000L, "year=2038/month=01/day=19/data_0300", "year=2038/month=01/day=19/data_0315");
        assertWindows(4294967295000L, "year=2106/month=02/day=07/data_0615", "year=2106/month=02/day=07/data_0630");
    }

    @Test
    public void readingsOfARunningBootWithoutTimeWaitWhileThereIsRoom() throws IOException {
        this.rig.boot();
        this.rig.sample(2000);
        assertEquals(0, this.rig.station.publish());
        assertEquals(0, this.rig.spool.objectCount());
    }

    @Test
    public void theyStayThereHoweverFullItIsAsTheTimeMayStillBeLearnt() throws IOException {
        this.rig.config.set("interval", "5");
        this.rig.sensors.rich = true;
        this.rig.flash = new RamFlash(24, 4096);
        this.rig.boot();
        int readings = 0;
        while (this.rig.spool.droppedReadings() == 0) {
            readings += this.rig.sample(20);
            assertEquals(0, this.rig.station.publish());
            assertTrue("never full", readings < 200000);
        }
        assertTrue(readings + " readings", readings > 2000);
        assertEquals(readings - this.rig.spool.droppedReadings(), this.rig.spool.logReadings());
    }

    @Test
    public void aStationThatIsOfflineForGoodMakesUndatedFilesWhenItsFlashIsNearlyFull() throws IOException {
        this.rig.config.set("interval", "5");
        this.rig.config.set("mode", "offline");
        this.rig.sensors.rich = true;
        this.rig.flash = new RamFlash(40, 4096);
        this.rig.boot();
        int readings = 0;
        while (this.rig.station.publish() == 0) {
            readings += this.rig.sample(20);
            assertTrue("never given up, " + readings + " readings", readings < 200000);
        }
        assertEquals("nothing is lost", 0, this.rig.spool.droppedReadings());
        assertTrue(this.rig.spool.objectName(0), this.rig.spool.objectName(0).startsWith("undated-b1s0"));
        assertEquals("one file of the oldest", 1, this.rig.spool.objectCount());
        assertEquals(180, this.rig.spool.objectReadings(this.rig.spool.objectName(0)));
        assertEquals("what is left can still be dated", readings - 180, this.rig.spool.logReadings());
    }

    @Test
    public void aTimeLearntLateDatesAllThatIsInTheLog() throws IOException {
        this.rig.config.set("interval", "5");
        this.rig.boot();
        for (int i = 0; i < 100; i++) {
            this.rig.sample(36);
            assertEquals(0, this.rig.station.publish());
        }
        assertTrue("some of it is in the archive", this.rig.spool.segmentCount() > this.rig.spool.sealedSegments());
        this.rig.station.anchor(new Anchor(this.rig.clock.now, StationRig.NOON));
        this.rig.sample(16 * 12);
        int rounds = 0;
        while (this.rig.spool.logReadings() > 16 * 12) {
            this.rig.station.publish();
            this.rig.upload();
            assertTrue(this.rig.spool.logReadings() + " readings left", rounds++ < 100);
        }
        assertTrue(this.rig.store.keys(), this.rig.store.keys().startsWith(StationRig.FOLDER + "data_0700.parquet"));
        assertTrue(this.rig.store.keys(), this.rig.store.keys().indexOf(NOON_KEY) > 0);
        assertEquals("nothing is lost", 0, this.rig.spool.droppedReadings());
    }

    private void assertWindows(long utc, String first, String second) throws IOException {
        prepare();
        this.rig.boot();
        this.rig.station.anchor(new Anchor(0, utc));
        this.rig.sample(31);
        assertEquals(2, this.rig.station.publish());
        this.rig.upload();
        assertEquals("station=roof/" + first + ".parquet station=roof/" + second + ".parquet", this.rig.store.keys());
    }
}
