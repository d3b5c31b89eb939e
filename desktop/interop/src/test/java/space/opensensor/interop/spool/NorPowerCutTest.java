package space.opensensor.interop.spool;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.spool.SpoolConfig;

/** The promise on raw NOR flash, with every reading synced: the power goes at any byte of a program and within an erase. */
public class NorPowerCutTest {

    private static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(8192);
    }

    private static void assertCuts(Campaign campaign, CrashableFlash flash, int depth, Campaign.Sequence sequence,
            long least) throws IOException {
        campaign.run(flash, depth, sequence);
        System.out.println(campaign.summary());
        assertTrue(campaign.summary(), campaign.isReplay() || campaign.cuts() >= least);
    }

    @Test
    public void keepsEveryAcknowledgedReadingWhereverThePowerIsCut() throws IOException {
        assertCuts(new Campaign("norday", config()).stride(3, 1), NorSpool.of(24, false), 1, Sequences::wholeDay, 20000);
    }

    @Test
    public void keepsThemWhenTheMountAndTheRecoveryAreCutTooEverywhere() throws IOException {
        assertCuts(new Campaign("norcore", config()).stride(41, 19).only(60, 130), NorSpool.of(16, true), 2, Sequences::core, 30000);
    }

    /** One sector more than the largest object takes. */
    private static SpoolConfig small() {
        return config().reserveBytes(3 * 4096);
    }

    @Test
    public void losesOnlyWhatIsDeclaredWhenFullAndTheOldestGivesWay() throws IOException {
        assertCuts(new Campaign("noroldest", small()).stride(11, 1), NorSpool.of(10, true), 1, Sequences::fullFlash, 3000);
    }

    @Test
    public void refusesAndCountsWhenFullAndTheNewestGivesWay() throws IOException {
        SpoolConfig refusing = small().whenFull(SpoolConfig.REFUSE_NEWEST);
        assertCuts(new Campaign("nornewest", refusing).stride(13, 1), NorSpool.of(10, false), 1, Sequences::fullFlash, 3000);
    }

    @Test
    public void survivesCutsWhileTheJournalIsStartedAnew() throws IOException {
        assertCuts(new Campaign("norboots", config()).stride(3, 1), NorSpool.of(16, false), 1, Sequences::manyBoots, 5000);
    }
}
