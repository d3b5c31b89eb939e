package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.junit.Test;

import space.opensensor.spool.SpoolConfig;

/** Raw flash that fails to program or to erase for a while, and cuts then. */
public class NorFailingTest {

    private static final int SECTORS = 24;

    private static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(3 * 4096);
    }

    private static NorSpool flash(int from, int length) {
        NorSpool flash = NorSpool.of(SECTORS, true);
        flash.nor().fail(from, from + length);
        return flash;
    }

    private static int operations() throws IOException {
        NorSpool flash = flash(Integer.MAX_VALUE, 0);
        FailingFlashTest.sequence(new Driver(config(), new Ledger()), flash);
        return flash.nor().operations();
    }

    @Test
    public void losesNothingAcknowledgedWhicheverStepFailsAndWhereverThePowerIsCutThen() throws IOException {
        long cuts = 0;
        int failures = 0;
        int operations = operations();
        for (int length : new int[] { 1, 9 }) {
            for (int from = 0; from < operations; from++) {
                Campaign campaign = new Campaign("norfail" + length + "-" + from, config()).judging(Audit.Drops.NONE)
                        .only(from, from + length + 4).stride(97, 1);
                try {
                    campaign.run(flash(from, length), 1, FailingFlashTest::sequence);
                } catch (UncheckedIOException e) {
                    // The mount failed: the board tries again.
                    failures++;
                }
                cuts += campaign.cuts();
            }
        }
        System.out.println("norfail: " + cuts + " cuts after " + 2 * operations + " failures, " + failures + " at the mount");
        assertTrue("operations: " + operations, operations > 90);
        assertTrue("" + failures, failures < operations);
    }

    /** As the board does: again and again. */
    private static void boot(Driver driver, NorSpool flash) throws IOException {
        for (;;) {
            try {
                driver.boot(flash);
                return;
            } catch (UncheckedIOException e) {
                continue;
            }
        }
    }

    @Test
    public void drainsEverythingWhenTheFlashRecoversWithoutABoot() throws IOException {
        int operations = operations();
        for (int from = 0; from < operations; from++) {
            NorSpool flash = flash(from, 12);
            Driver driver = new Driver(config(), new Ledger());
            try {
                FailingFlashTest.sequence(driver, flash);
            } catch (UncheckedIOException e) {
                boot(driver, flash);
            }
            driver.append(1);
            driver.drain();
            driver.drain();
            new Audit(driver.ledger).check(driver.spool, Audit.Drops.NONE);
            assertEquals("from " + from, 0, driver.spool.objectCount());
        }
    }
}
