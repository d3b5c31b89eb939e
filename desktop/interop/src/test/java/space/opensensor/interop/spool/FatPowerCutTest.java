package space.opensensor.interop.spool;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.spool.SpoolConfig;

/** The promise on FAT: the power goes between any two sectors that FatFs writes. */
public class FatPowerCutTest {

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
    public void keepsEveryAcknowledgedReadingBetweenAnyTwoSectorsOf4096Bytes() throws IOException {
        assertCuts(new Campaign("fat4096", config()), FatFlash.format(40 * 4096, 4096, true), 3, Sequences::core, 1500);
    }

    @Test
    public void keepsEveryAcknowledgedReadingBetweenAnyTwoSectorsOf512Bytes() throws IOException {
        assertCuts(new Campaign("fat512", config()), FatFlash.format(40 * 4096, 512, true), 3, Sequences::core, 1500);
    }

    @Test
    public void losesOnlyWhatIsDeclaredWhenFull() throws IOException {
        assertCuts(new Campaign("fatfull", config()), FatFlash.format(15 * 4096, 512, true), 2, Sequences::fullFlash, 5000);
    }

    @Test
    public void keepsEveryAcknowledgedReadingOfAWholeDay() throws IOException {
        assertCuts(new Campaign("fatday", config()), FatFlash.format(48 * 4096, 4096, true), 2, Sequences::wholeDay, 5000);
    }

    @Test
    public void inventsNothingWhenSectorsAreErasedBeforeTheyAreWritten() throws IOException {
        Campaign campaign = new Campaign("fattorn", config()).judging(Audit.Drops.ANY);
        assertCuts(campaign, FatFlash.format(40 * 4096, 4096, false), 1, Sequences::core, 500);
        assertTrue("this is what the safe mode of the wear levelling is for", campaign.isReplay() || campaign.losses() > 0);
    }
}
