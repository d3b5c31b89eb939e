package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.OutputStream;

import org.junit.Test;

/** A flash of 8 clusters: 2 for the journal, 2 in reserve, 4 for the log; 63 readings of 64 bytes fill each. */
public class SpoolFullTest {

    private final RamFlash flash = new RamFlash(8, Spools.CLUSTER);

    @Test
    public void dropsTheOldestSegmentAndCountsItsReadings() throws IOException {
        Spool spool = Spools.boot(this.flash);
        assertEquals(400, Spools.appendMany(spool, 400));
        long kept = spool.logReadings();
        assertTrue(spool.droppedReadings() > 0);
        assertEquals(400, kept + spool.droppedReadings());
        assertEquals(spool.droppedReadings(), Spools.boot(this.flash).droppedReadings());
    }

    @Test
    public void dropsObjectsBeforeSegments() throws IOException {
        Spool spool = Spools.boot(this.flash);
        Spools.append(spool, "a");
        spool.seal();
        Spools.makeObject(spool, "old", 7, "content");
        spool.publish();
        Spools.appendMany(spool, 4 * 63);
        assertEquals(0, spool.objectCount());
        assertEquals(7, spool.droppedReadings());
    }

    @Test
    public void refusesTheNewestIfThatIsThePolicy() throws IOException {
        Spool spool = Spools.boot(this.flash, Spools.config().whenFull(SpoolConfig.REFUSE_NEWEST));
        int taken = Spools.appendMany(spool, 400);
        assertEquals(4 * 63, taken);
        assertEquals(400 - taken, spool.droppedReadings());
        try {
            Spools.append(spool, "more");
            fail("full");
        } catch (SpoolFullException e) {
            assertEquals("spool is full: no room for 4096 bytes of log", e.getMessage());
        }
        assertEquals(0, spool.freeBytes());
        assertEquals(401 - taken, Spools.boot(this.flash).droppedReadings());
    }

    @Test
    public void leavesRoomForAnObjectWhenTheLogIsFull() throws IOException {
        Spool spool = Spools.boot(this.flash, Spools.config().whenFull(SpoolConfig.REFUSE_NEWEST));
        Spools.appendMany(spool, 400);
        StringBuilder content = new StringBuilder();
        while (content.length() < 8000) {
            content.append("0123456789");
        }
        Spools.makeObject(spool, "big", 64, content.toString());
        spool.publish();
        assertEquals(8000, spool.objectSize("big"));
    }

    @Test
    public void givesUpUnpublishedObjectsWhoseReadingsMustBeDropped() throws IOException {
        Spool spool = Spools.boot(this.flash);
        Spools.appendMany(spool, 100);
        spool.seal();
        OutputStream out = spool.createObject("torn", 64, Spools.end(spool));
        out.write(new byte[5000], 0, 5000);
        Spools.appendMany(spool, 400);
        try {
            out.write(new byte[5000], 0, 5000);
            fail("its segment is gone");
        } catch (IOException e) {
            assertEquals("torn was given up", e.getMessage());
        }
        try {
            spool.publish();
            fail("its segment is gone");
        } catch (IllegalStateException e) {
            assertTrue(e.getMessage().startsWith("publish"));
        }
        spool.discardObjects();
        assertEquals(0, Spools.boot(this.flash).objectCount());
    }

    @Test
    public void deletesWhatCannotBeReadFirst() throws IOException {
        Spools.put(this.flash, "00000001.log", "aabbccddeeff00112233445566778899aabbccddeeff");
        Spool spool = Spools.boot(this.flash, Spools.config().whenFull(SpoolConfig.REFUSE_NEWEST));
        assertEquals(1, spool.setAsideFiles());
        Spools.appendMany(spool, 400);
        assertEquals(0, spool.setAsideFiles());
    }
}
