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

    private static void assertCuts(Campaign campaign, CrashableFlash flash, int depth, Campaign.Sequence sequence,
            long least) throws IOException {
        campaign.run(flash, depth, sequence);
        System.out.println(campaign.summary());
        assertTrue(campaign.summary(), campaign.isReplay() || campaign.cuts() >= least);
    }

    @Test
    public void keepsEveryAcknowledgedReadingWhereverThePowerIsCut() throws IOException {
        assertCuts(new Campaign("day", config()).stride(3, 1), new FaultyFlash(32, 4096), 1, Sequences::wholeDay, 20000);
    }

    @Test
    public void keepsThemWhenRecoveryIsCutTooEverywhere() throws IOException {
        assertCuts(new Campaign("core", config()).stride(3, 31), new FaultyFlash(32, 4096), 2, Sequences::core, 50000);
    }

    @Test
    public void losesOnlyWhatIsDeclaredWhenFullAndTheOldestGivesWay() throws IOException {
        assertCuts(new Campaign("oldest", config()).stride(11, 1), new FaultyFlash(8, 4096), 1, Sequences::fullFlash, 3000);
        assertCuts(new Campaign("oldest2", config().segmentBytes(4096)).only(1300, 1340).stride(9, 11),
                new FaultyFlash(8, 4096), 2, Sequences::fullFlash, 3000);
    }

    @Test
    public void refusesAndCountsWhenFullAndTheNewestGivesWay() throws IOException {
        SpoolConfig refusing = config().whenFull(SpoolConfig.REFUSE_NEWEST);
        assertCuts(new Campaign("newest", refusing).stride(13, 1), new FaultyFlash(8, 4096), 1, Sequences::fullFlash, 3000);
    }

    @Test
    public void losesOnlyWhatWaitsWhenSeveralFramesAreSyncedTogether() throws IOException {
        SpoolConfig lazy = config().syncAppends(5);
        assertCuts(new Campaign("lazy", lazy), new FaultyFlash(32, 4096), 1, Sequences::core, 3000);
    }

    @Test
    public void survivesCutsWhileTheJournalIsStartedAnew() throws IOException {
        assertCuts(new Campaign("boots", config()).stride(3, 1), new FaultyFlash(32, 4096), 1, Sequences::manyBoots, 5000);
    }
}
