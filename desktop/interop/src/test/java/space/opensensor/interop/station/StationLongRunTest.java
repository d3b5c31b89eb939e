package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.Random;

import org.junit.Test;

import space.opensensor.interop.spool.FaultyFlash;

/**
 * Ninety days of bad luck: outages, power cuts, clocks that step, a flash that fills up, fails and now and then a store that
 * breaks off before or after storing. The seed is printed; {@code -Dseed=N} repeats it.
 * <p>
 * Every reading that is not in the store is in the spool's own count of losses. That count may hold more only for files that
 * had arrived without the station knowing, or that it could not delete, before they were dropped.
 */
public class StationLongRunTest {

    private static final int DAYS = 90;
    private static final int READINGS_PER_HOUR = 20;
    /** So few that the log of three days without network does not fit. */
    private static final int CLUSTERS = 7;

    private final Random random;
    private final StationDay day = new StationDay();
    private FaultyFlash flash = new FaultyFlash(CLUSTERS, 4096);
    private int cuts;
    private int mostObjects;
    private boolean exactTimes = true;

    public StationLongRunTest() {
        long seed = Long.getLong("seed", 20261122L);
        System.out.println("long run: seed " + seed);
        this.random = new Random(seed);
    }

    @Test
    public void losesNothingButWhatItDeclares() throws IOException {
        this.day.config().set("health", "60");
        this.day.boot(this.flash);
        this.day.learnTime();
        for (int hour = 0; hour < DAYS * 24; hour++) {
            misfortune(hour);
            this.day.sample(READINGS_PER_HOUR);
            this.mostObjects = Math.max(this.mostObjects, this.day.spool().objectCount());
        }
        this.flash.fail(0, 0);
        this.day.store.failures(null);
        this.day.drain();
        check();
    }

    private void misfortune(int hour) throws IOException {
        int outage = hour % 240;
        this.day.setOnline(outage < 150 || outage > 222);
        this.day.store.failures(this.random.nextInt(4) == 0 ? this.random : null);
        if (this.random.nextInt(9) == 0) {
            long declared = this.day.spool().droppedReadings();
            this.flash = this.flash.restarted(this.random.nextInt(this.flash.variants()));
            this.cuts++;
            this.day.boot(this.flash);
            assertEquals("a cut forgets no loss", declared, this.day.spool().droppedReadings());
            this.day.sample(this.random.nextInt(3));
            this.day.learnTime();
        } else if (this.random.nextInt(50) == 0) {
            this.exactTimes = false;
            this.day.learnTime(this.random.nextInt(7200000) - 3600000);
        } else if (!this.exactTimes) {
            this.exactTimes = true;
            this.day.learnTime();
        }
        int operation = this.flash.operations();
        boolean failing = this.random.nextInt(40) == 0;
        this.flash.fail(failing ? operation + 5 : 0, failing ? operation + 25 : 0);
    }

    private void check() throws IOException {
        StoredReadings judge = new StoredReadings();
        BitSet found = this.day.readingsInStore(judge);
        int arrived = this.day.unconfirmedReadings(judge);
        int healthRows = this.day.checkHealth(judge);
        BitSet lost = (BitSet) this.day.accepted.clone();
        lost.andNot(found);
        long declared = this.day.spool().droppedReadings();
        String summary = "long run: " + this.day.times.size() + " readings, " + this.day.accepted.cardinality()
                + " accepted, " + this.day.store.objects.size() + " objects, " + lost.cardinality() + " lost of "
                + declared + " declared; " + arrived + " in files of whose arrival the station could not know, " + healthRows + " rows of health, "
                + this.cuts + " cuts, " + this.mostObjects + " files at most";
        System.out.println(summary);
        assertEquals(DAYS * 24 * READINGS_PER_HOUR, this.day.times.size(), this.cuts * 3);
        int refused = this.day.times.size() - this.day.accepted.cardinality();
        int missing = lost.cardinality() + refused;
        assertTrue("lost without being declared: " + summary, missing <= declared);
        assertTrue("declared and not lost: " + summary, declared - missing <= arrived);
        assertTrue(summary, healthRows > DAYS * 12);
        assertTrue(summary, this.mostObjects <= CLUSTERS);
        assertTrue("the flash was never full: " + summary, declared > 0);
    }
}
