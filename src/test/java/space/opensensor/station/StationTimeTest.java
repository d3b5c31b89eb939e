package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;

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
    public void theyLeaveTheLogUndatedOnlyWhenTheFlashIsNearlyFull() throws IOException {
        this.rig.config.set("interval", "5");
        this.rig.boot();
        int readings = 0;
        while (this.rig.station.publish() == 0) {
            readings += this.rig.sample(100);
            assertTrue("never given up, " + readings + " readings", readings < 60000);
        }
        assertEquals("nothing is lost", 0, this.rig.spool.droppedReadings());
        assertTrue(this.rig.spool.objectName(0), this.rig.spool.objectName(0).startsWith("undated-b1s0"));
        assertEquals("the oldest segment only", 1, this.rig.spool.objectCount());
        assertTrue("what is left can still be dated", this.rig.spool.segmentCount() > 0);
    }

    @Test
    public void aBootWithoutTimeHoldsMoreReadingsAsFilesThanTheLogAlone() throws IOException {
        this.rig.boot();
        int readings = 0;
        while (this.rig.spool.droppedReadings() == 0) {
            readings += this.rig.sample(100);
            this.rig.station.publish();
        }
        assertTrue(readings + " readings", readings > 20000);
    }

    @Test
    public void aTimeLearntLateDatesWhatIsStillInTheLog() throws IOException {
        this.rig.config.set("interval", "5");
        this.rig.boot();
        while (this.rig.station.publish() == 0) {
            this.rig.sample(100);
        }
        this.rig.station.anchor(new Anchor(this.rig.clock.now, StationRig.NOON));
        this.rig.upload();
        this.rig.sample(16 * 12);
        for (int round = 0; round < 100 && this.rig.spool.segmentCount() > 0; round++) {
            this.rig.station.publish();
            this.rig.upload();
        }
        assertTrue(this.rig.store.keys(), this.rig.store.keys().startsWith("station=roof/undated/boot=1/data_s0.parquet"));
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
