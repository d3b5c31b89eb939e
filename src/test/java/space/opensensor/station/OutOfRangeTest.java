package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.spool.Spool;

/** Values and times that cannot be: nulled or kept by policy, always counted, never changed. */
public class OutOfRangeTest {

    private final StationRig rig = new StationRig();

    @Test
    public void aValueOutOfRangeIsMissingByDefault() throws IOException {
        Reading reading = logged(100.5f);
        assertFalse(reading.has(Quantity.TEMPERATURE));
        assertTrue("the others stay", reading.has(Quantity.HUMIDITY));
        assertEquals(1, this.rig.station.sampler().outOfRange());
    }

    @Test
    public void itIsKeptAsItIsIfThePolicySaysSo() throws IOException {
        this.rig.config.set("out_of_range", "keep");
        Reading reading = logged(100.5f);
        assertTrue(reading.has(Quantity.TEMPERATURE));
        assertEquals(100.5f, reading.get(Quantity.TEMPERATURE), 0f);
        assertEquals(1, this.rig.station.sampler().outOfRange());
    }

    @Test
    public void infinityIsOutOfRangeAndNoNumberIsMissing() throws IOException {
        assertFalse(logged(Float.POSITIVE_INFINITY).has(Quantity.TEMPERATURE));
        assertEquals(1, this.rig.station.sampler().outOfRange());
        assertFalse(logged(Float.NaN).has(Quantity.TEMPERATURE));
        assertEquals(0, this.rig.station.sampler().outOfRange());
    }

    @Test
    public void theLimitsThemselvesAreInRange() throws IOException {
        assertEquals(100f, logged(100f).get(Quantity.TEMPERATURE), 0f);
        assertEquals(-60f, logged(-60f).get(Quantity.TEMPERATURE), 0f);
        assertEquals(0, this.rig.station.sampler().outOfRange());
    }

    @Test
    public void aClockThatWasNeverSetIsNoTime() {
        long[] times = { 0, 86400000, Anchor.EARLIEST_UTC - 1, Anchor.LATEST_UTC, Long.MAX_VALUE, -1 };
        for (int i = 0; i < times.length; i++) {
            assertFalse(Anchor.isPlausible(times[i]));
            try {
                new Anchor(0, times[i]);
                fail(String.valueOf(times[i]));
            } catch (IllegalArgumentException e) {
                assertEquals("utcMillis: " + times[i] + " is not allowed; 2000-01-01 to 2199-12-31 is", e.getMessage());
            }
        }
    }

    /** Takes one reading of that temperature. @return what the log has of it. */
    private Reading logged(float temperature) throws IOException {
        this.rig.boot();
        this.rig.sensors.temperature = temperature;
        assertTrue(this.rig.station.sample());
        this.rig.station.seal();
        Replay replay = new Replay(this.rig.spool, this.rig.config.windowMillis(), false, new byte[Spool.MAX_ARCHIVE_PAYLOAD],
                new ReadingsReader(), new ArchiveState());
        replay.start(null);
        Reading last = null;
        while (replay.next()) {
            last = replay.reading();
        }
        return last;
    }
}
