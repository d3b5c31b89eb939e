package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;

/** Waits between attempts, and what they do to a store that a whole fleet waits for. */
public class FullJitterTest {

    @Test
    public void staysBetweenZeroAndTheGrowingLimit() {
        Random random = new Random(5);
        for (int repetition = 0; repetition < 40; repetition++) {
            long limit = Math.min(20000L, 1000L << Math.min(repetition, 31));
            for (int i = 0; i < 200; i++) {
                int delay = FullJitter.delay(random, repetition, 1000, 20000);
                assertTrue(delay >= 0 && delay <= limit);
            }
        }
        assertEquals(0, FullJitter.delay(random, 0));
        assertTrue(FullJitter.delay(random, 31, Integer.MAX_VALUE, Integer.MAX_VALUE) >= 0);
    }

    /** 1,000 clients fail at the same moment; the store comes back after two minutes and serves 50 requests a second. */
    @Test
    public void aFleetOfAThousandSpreadsAfterAnOutage() {
        int clients = 1000;
        int outageMillis = 120000;
        int[] perSecond = new int[1200];
        int[] servedInSecond = new int[1200];
        Random[] randoms = new Random[clients];
        long[] next = new long[clients];
        int[] tries = new int[clients];
        for (int i = 0; i < clients; i++) {
            randoms[i] = new Random(1000 + i);
            next[i] = FullJitter.delay(randoms[i], 0, 2000, 60000);
        }
        int served = 0;
        for (int ms = 0; served < clients && ms < 1200000; ms++) {
            for (int i = 0; i < clients; i++) {
                if (next[i] == ms) {
                    int second = ms / 1000;
                    perSecond[second]++;
                    if (ms >= outageMillis && servedInSecond[second] < 50) {
                        servedInSecond[second]++;
                        served++;
                        next[i] = -1;
                    } else {
                        next[i] = ms + 1 + FullJitter.delay(randoms[i], ++tries[i], 2000, 60000);
                    }
                }
            }
        }
        assertEquals("every client is served", clients, served);
        int peak = 0;
        for (int second = 60; second < perSecond.length; second++) {
            peak = Math.max(peak, perSecond[second]);
        }
        assertTrue("no second sees more than a tenth of the fleet: " + peak, peak <= clients / 10);
    }
}
