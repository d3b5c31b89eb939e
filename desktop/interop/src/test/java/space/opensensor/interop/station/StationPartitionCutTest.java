package space.opensensor.interop.station;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.interop.spool.CrashableFlash;
import space.opensensor.interop.spool.NorSpool;

/** The promise of the station on a raw flash partition, cut within programs and erases too. */
public class StationPartitionCutTest {

    private static void hours(StationDay day, CrashableFlash flash) throws IOException {
        day.boot(flash);
        day.learnTime();
        for (int hour = 0; hour < 4; hour++) {
            day.setOnline(hour != 1);
            day.sample(9);
            if (hour == 2) {
                day.boot(flash);
                day.sample(2);
                day.learnTime();
            }
            day.sample(6);
        }
    }

    @Test
    public void bringsEveryAcceptedReadingIntoTheStoreOnceWhereverHoursAreCut() throws IOException {
        StationCuts cuts = new StationCuts("norhours", new StoredReadings(), 11);
        cuts.run(NorSpool.of(40, true), 1, StationPartitionCutTest::hours);
        System.out.println(cuts.summary());
        assertTrue(cuts.summary(), cuts.isReplay() || cuts.cuts() >= 2000);
    }
}
