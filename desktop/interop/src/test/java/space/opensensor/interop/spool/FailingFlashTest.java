package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.spool.SpoolConfig;

/** Operations that fail, bits that rot, a volume that comes back empty. */
public class FailingFlashTest {

    private static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(8192);
    }

    static void sequence(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        driver.append(5);
        driver.seal();
        driver.append(3);
        driver.convert(5, true);
        driver.append(3);
        driver.upload();
        driver.archive(4);
        driver.convert(2, false);
        driver.upload();
        driver.seal();
        driver.archive(9);
        driver.convert(100, false);
        driver.boot(flash);
        driver.append(2);
        driver.convert(2, false);
        driver.append(2);
    }

    private static int operations() throws IOException {
        FaultyFlash flash = new FaultyFlash(32, 4096);
        sequence(new Driver(config(), new Ledger()), flash);
        return flash.operations();
    }

    @Test
    public void losesNothingAcknowledgedWhicheverOperationFailsAndWhereverThePowerIsCutThen() throws IOException {
        long cuts = 0;
        int operations = operations();
        int[] lengths = { 1, 3, 9 };
        for (int length : lengths) {
            for (int from = 0; from < operations; from++) {
                FaultyFlash flash = new FaultyFlash(32, 4096);
                flash.fail(from, from + length);
                Campaign campaign = new Campaign("fail" + length + "-" + from, config()).judging(Audit.Drops.NONE)
                        .only(from, from + length + 5).stride(97, 1);
                campaign.run(flash, 1, FailingFlashTest::sequence);
                cuts += campaign.cuts();
            }
        }
        System.out.println("fail: " + cuts + " cuts after " + operations * lengths.length + " failures");
        assertTrue("operations: " + operations, operations > 60);
    }

    @Test
    public void drainsEverythingWhenTheFlashRecoversWithoutABoot() throws IOException {
        int operations = operations();
        for (int from = 0; from < operations; from++) {
            FaultyFlash flash = new FaultyFlash(32, 4096);
            flash.fail(from, from + 12);
            Driver driver = new Driver(config(), new Ledger());
            sequence(driver, flash);
            driver.append(1);
            driver.drain();
            driver.drain();
            new Audit(driver.ledger).check(driver.spool, Audit.Drops.NONE);
            assertEquals(0, driver.spool.objectCount());
        }
    }

    @Test
    public void doesNotInventOrDoubleAnythingWhenOneBitRots() throws IOException {
        FaultyFlash flash = new FaultyFlash(32, 4096);
        Driver driver = new Driver(config(), new Ledger());
        driver.boot(flash);
        driver.append(12);
        driver.seal();
        driver.append(12);
        driver.convert(12, false);
        driver.archive(6);
        driver.seal();
        driver.append(5);
        driver.convert(4, false);
        driver.ledger.acknowledged.clear();
        for (String name : flash.list()) {
            for (int at = 0; at < flash.size(name); at++) {
                if (name.endsWith(".bin")) {
                    continue;
                }
                FaultyFlash rotten = flash.restarted(0);
                rotten.flip(name, at, at & 7);
                Driver after = new Driver(config(), driver.ledger.copy());
                after.ledger.highestBoot = 0;
                after.boot(rotten);
                new Audit(after.ledger).check(after.spool, Audit.Drops.NONE);
                after.append(1);
                after.drain();
                new Audit(after.ledger).check(after.spool, Audit.Drops.NONE);
            }
        }
    }

    @Test
    public void losesAtMostOneReadingToOneRottenBitOfItsFrame() throws IOException {
        FaultyFlash flash = new FaultyFlash(32, 4096);
        Driver driver = new Driver(config(), new Ledger());
        driver.boot(flash);
        driver.append(40);
        driver.seal();
        int lostMost = 0;
        for (int at = 20; at < flash.size("00000001.log"); at++) {
            FaultyFlash rotten = flash.restarted(0);
            rotten.flip("00000001.log", at, at % 8);
            Driver after = new Driver(config(), new Ledger());
            after.boot(rotten);
            lostMost = Math.max(lostMost, 40 - after.spool.logReadings());
        }
        assertEquals(1, lostMost);
    }

    @Test
    public void startsAnewOnAFormattedVolume() throws IOException {
        FaultyFlash flash = new FaultyFlash(32, 4096);
        Driver driver = new Driver(config(), new Ledger());
        driver.boot(flash);
        driver.append(10);
        driver.drain();
        driver.append(10);
        Ledger ledger = driver.ledger;
        ledger.acknowledged.clear();
        Driver after = new Driver(config().firstBoot(7), ledger);
        after.boot(flash.formatted());
        assertTrue(after.spool.isNew());
        assertEquals(7, after.spool.bootId());
        after.append(3);
        after.drain();
        assertEquals(0, after.spool.droppedReadings());
        assertEquals(2, ledger.store.size());
        new Audit(ledger).check(after.spool, Audit.Drops.NONE);
    }
}
