package space.opensensor.device;

import java.io.IOException;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.spool.Partition;

/** {@link BoardPartition} over the mock of its natives, which as the board takes no two pages at once. */
public class BoardPartitionTest {

    private static final String PARTITION = "space.opensensor.mock.partition";

    private BoardPartition partition;

    @Before
    public void fit() {
        System.setProperty(PARTITION, "32");
        this.partition = new BoardPartition();
    }

    @After
    public void remove() {
        System.clearProperty(PARTITION);
        PartitionNatives.size();
    }

    @Test
    public void programsPageByPageWhatBeginsAndEndsAnywhere() throws IOException {
        byte[] source = new byte[1000];
        for (int i = 0; i < source.length; i++) {
            source[i] = (byte) (i * 7);
        }
        int[][] ranges = { { 0, 1 }, { 255, 2 }, { 200, 1000 }, { 256, 256 }, { 0, 1000 }, { 511, 514 }, { 100, 0 } };
        for (int[] range : ranges) {
            this.partition.erase(Partition.SECTOR);
            this.partition.program(Partition.SECTOR + range[0], source, 1000 - range[1], range[1]);
            byte[] all = new byte[Partition.SECTOR];
            this.partition.read(Partition.SECTOR, all, 0, all.length);
            for (int i = 0; i < all.length; i++) {
                int at = i - range[0];
                byte expected = at < 0 || at >= range[1] ? -1 : source[1000 - range[1] + at];
                Assert.assertEquals("byte " + i + " of " + range[1] + " at " + range[0], expected, all[i]);
            }
        }
    }

    @Test
    public void tellsStepPlaceAndErrorOfWhatFails() {
        int end = this.partition.size();
        try {
            this.partition.program(end - 300, new byte[600], 0, 600);
            Assert.fail("beyond the end");
        } catch (IOException e) {
            Assert.assertEquals("partition: program at " + end + " failed with ESP-IDF error 258", e.getMessage());
        }
        try {
            this.partition.erase(end);
            Assert.fail("beyond the end");
        } catch (IOException e) {
            Assert.assertEquals("partition: erase at " + end + " failed with ESP-IDF error 258", e.getMessage());
        }
    }
}
