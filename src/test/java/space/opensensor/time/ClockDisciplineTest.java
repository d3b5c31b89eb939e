package space.opensensor.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

/** The time between two answers. */
public class ClockDisciplineTest {

    private static final long HOUR = 3600000;
    /** 2026-11-22T18:00:00Z. */
    private static final long UTC = 1795370400000L;

    private final ClockDiscipline clock = new ClockDiscipline(1000, HOUR);

    private int sample(long monotonic, long utc) {
        return this.clock.update(new SntpSample("s", monotonic, utc, 20, 10, 2));
    }

    @Test
    public void knowsNoTimeBeforeTheFirstSample() {
        assertFalse(this.clock.isKnown());
        try {
            this.clock.utcMillis(0);
            fail("no time is known");
        } catch (IllegalStateException e) {
            assertEquals("utcMillis: no sample yet", e.getMessage());
        }
    }

    @Test
    public void datesMomentsBeforeAndAfterASample() {
        assertEquals(ClockDiscipline.FIRST, sample(10000, UTC));
        assertEquals(UTC - 10000, this.clock.utcMillis(0));
        assertEquals(UTC + 500, this.clock.utcMillis(10500));
    }

    @Test
    public void estimatesTheDriftOverTheLongestSpan() {
        sample(0, UTC);
        assertEquals(ClockDiscipline.FOLLOWED, sample(HOUR / 2, UTC + HOUR / 2 + 100));
        assertFalse(this.clock.isDriftKnown());
        sample(10 * HOUR, UTC + 10 * HOUR + 720);
        assertTrue(this.clock.isDriftKnown());
        assertEquals("720 ms in 36,000 s", 20000, this.clock.driftPpb());
        assertEquals(UTC + 20 * HOUR + 1440, this.clock.utcMillis(20 * HOUR));
        assertEquals(620, this.clock.lastCorrectionMillis());
    }

    @Test
    public void doesNotBelieveADriftThatNoCrystalHas() {
        sample(0, UTC);
        assertEquals(ClockDiscipline.FOLLOWED, sample(HOUR / 2, UTC + HOUR / 2 + 1000));
        assertEquals(ClockDiscipline.FOLLOWED, sample(HOUR, UTC + HOUR + 2000));
        assertFalse(this.clock.isDriftKnown());
        assertEquals(UTC + HOUR + 2000, this.clock.utcMillis(HOUR));
    }

    @Test
    public void holdsAJumpBackUntilItIsConfirmed() {
        sample(0, UTC);
        assertEquals(ClockDiscipline.HELD, sample(HOUR, UTC + HOUR + 60000));
        assertEquals(UTC + HOUR, this.clock.utcMillis(HOUR));
        assertEquals(ClockDiscipline.STEPPED, sample(2 * HOUR, UTC + 2 * HOUR + 60100));
        assertEquals(UTC + 2 * HOUR + 60100, this.clock.utcMillis(2 * HOUR));
        assertEquals(1, this.clock.steps());
    }

    @Test
    public void forgetsAJumpThatIsNotConfirmed() {
        sample(0, UTC);
        assertEquals(ClockDiscipline.HELD, sample(HOUR, UTC + HOUR - 60000));
        assertEquals(ClockDiscipline.HELD, sample(2 * HOUR, UTC + 2 * HOUR + 60000));
        assertEquals(ClockDiscipline.FOLLOWED, sample(3 * HOUR, UTC + 3 * HOUR + 10));
        assertEquals(ClockDiscipline.HELD, sample(4 * HOUR, UTC + 4 * HOUR + 60000));
        assertEquals(0, this.clock.steps());
    }

    @Test
    public void runsOverTheEndsOf32BitCounters() {
        long before2038 = 2147483647000L;
        sample(0, before2038);
        assertEquals(before2038 + 80L * 365 * 24 * HOUR, this.clock.utcMillis(80L * 365 * 24 * HOUR));
    }

    @Test
    public void refusesLimitsThatMakeNoSense() {
        try {
            new ClockDiscipline(0, HOUR);
            fail("no limit");
        } catch (IllegalArgumentException e) {
            assertEquals("jumpLimitMillis: 0 is not allowed; 10 to 3600000 are", e.getMessage());
        }
    }
}
