package space.opensensor.interop.station;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.interop.spool.CrashableFlash;
import space.opensensor.interop.spool.FaultyFlash;

/** The promise of the station: what it accepted is in the store in the end, once, whatever is cut and when. */
public class StationCutTest {

    private static void assertCuts(String name, int depth, int stride, StationCuts.Day day, long least)
            throws IOException {
        assertCuts(name, new StationCuts(name, new StoredReadings(), stride), depth, day, least);
    }

    private static void assertCuts(String name, StationCuts cuts, int depth, StationCuts.Day day, long least)
            throws IOException {
        cuts.run(new FaultyFlash(48, 4096), depth, day);
        System.out.println(cuts.summary());
        assertTrue(cuts.summary(), cuts.isReplay() || cuts.cuts() >= least);
    }

    /** 96 windows, with reboots inside windows, hours without network, and a boot that learns the time late. */
    private static void wholeDay(StationDay day, CrashableFlash flash) throws IOException {
        day.boot(flash);
        day.learnTime();
        for (int hour = 0; hour < 24; hour++) {
            day.setOnline(hour < 8 || hour > 10);
            day.sample(13);
            if (hour % 6 == 5) {
                day.boot(flash);
                day.sample(hour == 11 ? 4 : 0);
                day.learnTime();
            }
            day.sample(7);
        }
    }

    /** Two windows, a boot in each, one of them without time for a while. */
    private static void twoWindows(StationDay day, CrashableFlash flash) throws IOException {
        day.boot(flash);
        day.sample(2);
        day.learnTime();
        day.sample(2);
        day.boot(flash);
        day.learnTime();
        day.sample(4);
        day.boot(flash);
        day.sample(1);
        day.learnTime();
        day.sample(4);
    }

    /** A file waits, windows stay in the log across two boots, then become one file; the next ones follow as they come. */
    private static void outage(StationDay day, CrashableFlash flash) throws IOException {
        day.boot(flash);
        day.learnTime();
        day.setOnline(false);
        day.sample(12);
        day.boot(flash);
        day.learnTime();
        day.sample(4);
        day.boot(flash);
        day.sample(2);
        day.learnTime();
        day.sample(3);
        day.setOnline(true);
        day.sample(7);
    }

    @Test
    public void doesSoWhenWindowsAreMergedAfterAnOutage() throws IOException {
        assertCuts("outage", 1, 1, StationCutTest::outage, 2000);
        assertCuts("outage2", 2, 41, StationCutTest::outage, 10000);
    }

    @Test
    public void bringsEveryAcceptedReadingIntoTheStoreOnceWhereverADayIsCut() throws IOException {
        assertCuts("day", 1, 2, StationCutTest::wholeDay, 20000);
    }

    @Test
    public void soIsEveryRowOfHealthThereOnceAtMost() throws IOException {
        StationCuts cuts = new StationCuts("health", new StoredReadings(), 2).withHealth(15);
        assertCuts("health", cuts, 1, StationCutTest::twoWindows, 500);
    }

    @Test
    public void doesSoWhenTheWorkAfterACutIsCutAgain() throws IOException {
        assertCuts("twice", 2, 13, StationCutTest::twoWindows, 30000);
    }
}
