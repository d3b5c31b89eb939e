package space.opensensor.interop.spool;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.spool.SpoolConfig;

/** The promise of the spool: what was acknowledged is there after any cut, once; nothing is there half. */
public class PowerCutTest {

    private static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(8192);
    }

    /** Two windows, the second in two objects, uploads in between, and a boot in the middle of a segment. */
    private static void core(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        driver.append(12);
        driver.seal();
        driver.append(3);
        driver.convert(1, false);
        driver.append(9);
        driver.upload();
        driver.boot(flash);
        driver.append(6);
        driver.seal();
        driver.append(4);
        driver.seal();
        driver.convert(2, true);
        driver.append(2);
        driver.upload();
        driver.upload();
        driver.boot(flash);
        driver.append(2);
    }

    /** A flash so small that the oldest, or the newest, has to give way again and again. */
    private static void fullFlash(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int i = 0; i < 4; i++) {
            driver.append(80);
            driver.seal();
            driver.convert(1, i == 2);
        }
        driver.boot(flash);
        driver.append(200);
        driver.upload();
        driver.append(150);
        driver.convert(2, true);
        driver.append(120);
    }

    /** So many boots that the files of the journal are started anew. */
    private static void manyBoots(Driver driver, CrashableFlash flash) throws IOException {
        for (int i = 0; i < 180; i++) {
            driver.boot(flash);
            if (i % 20 == 0) {
                driver.append(1);
                driver.seal();
                driver.convert(1, false);
            }
        }
    }

    /** 96 windows of a few readings, each one uploaded but for some hours without network. */
    private static void wholeDay(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int window = 0; window < 96; window++) {
            driver.append(4);
            driver.seal();
            driver.convert(1, window % 10 == 9);
            boolean online = window < 30 || window > 40;
            while (online && driver.upload()) {
                continue;
            }
            if (window % 25 == 24) {
                driver.boot(flash);
            }
        }
    }

    private static void assertCuts(Campaign campaign, CrashableFlash flash, int depth, Campaign.Sequence sequence,
            long least) throws IOException {
        campaign.run(flash, depth, sequence);
        System.out.println(campaign.summary());
        assertTrue(campaign.summary(), campaign.isReplay() || campaign.cuts() >= least);
    }

    @Test
    public void keepsEveryAcknowledgedReadingWhereverThePowerIsCut() throws IOException {
        assertCuts(new Campaign("day", config()).stride(3, 1), new FaultyFlash(32, 4096), 1, PowerCutTest::wholeDay, 20000);
    }

    @Test
    public void keepsThemWhenRecoveryIsCutTooEverywhere() throws IOException {
        assertCuts(new Campaign("core", config()).stride(1, 11), new FaultyFlash(32, 4096), 2, PowerCutTest::core, 50000);
    }

    @Test
    public void losesOnlyWhatIsDeclaredWhenFullAndTheOldestGivesWay() throws IOException {
        assertCuts(new Campaign("oldest", config()).stride(11, 1), new FaultyFlash(8, 4096), 1, PowerCutTest::fullFlash, 3000);
        assertCuts(new Campaign("oldest2", config().segmentBytes(4096)).only(1300, 1340).stride(9, 11),
                new FaultyFlash(8, 4096), 2, PowerCutTest::fullFlash, 3000);
    }

    @Test
    public void refusesAndCountsWhenFullAndTheNewestGivesWay() throws IOException {
        SpoolConfig refusing = config().whenFull(SpoolConfig.REFUSE_NEWEST);
        assertCuts(new Campaign("newest", refusing).stride(13, 1), new FaultyFlash(8, 4096), 1, PowerCutTest::fullFlash, 3000);
    }

    @Test
    public void losesOnlyWhatWaitsWhenSeveralFramesAreSyncedTogether() throws IOException {
        SpoolConfig lazy = config().syncFrames(5);
        assertCuts(new Campaign("lazy", lazy), new FaultyFlash(32, 4096), 1, PowerCutTest::core, 3000);
    }

    @Test
    public void survivesCutsWhileTheJournalIsStartedAnew() throws IOException {
        assertCuts(new Campaign("boots", config()).stride(3, 1), new FaultyFlash(32, 4096), 1, PowerCutTest::manyBoots, 5000);
    }
}
