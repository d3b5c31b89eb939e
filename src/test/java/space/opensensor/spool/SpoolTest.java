package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.junit.Before;
import org.junit.Test;

/** Log and queue in normal use, and misuse. */
public class SpoolTest {

    private RamFlash flash;
    private Spool spool;

    @Before
    public void boot() throws IOException {
        this.flash = new RamFlash(32, Spools.CLUSTER);
        this.spool = Spools.boot(this.flash);
    }

    @Test
    public void readsSealedSegmentsOldestFirst() throws IOException {
        Spools.append(this.spool, "a");
        Spools.append(this.spool, "b");
        this.spool.seal();
        Spools.append(this.spool, "c");
        this.spool.seal();
        Spools.append(this.spool, "d");
        assertEquals(2, this.spool.segmentCount());
        assertEquals("a b", Spools.frames(this.spool, this.spool.segmentId(0)));
        assertEquals("c", Spools.frames(this.spool, this.spool.segmentId(1)));
        assertEquals("d", Spools.frames(this.spool, this.spool.openSegmentId()));
        assertEquals(2, this.spool.segmentReadings(1));
        assertEquals(0, this.spool.segmentId(2));
    }

    @Test
    public void startsAnotherSegmentBeforeOneGetsTooLong() throws IOException {
        Spools.appendMany(this.spool, 63);
        assertEquals(0, this.spool.segmentCount());
        Spools.appendMany(this.spool, 1);
        assertEquals(1, this.spool.segmentCount());
        assertEquals(63, this.spool.segmentReadings(1));
        assertEquals(20 + 63 * 64, this.flash.size("00000001.log"));
        assertEquals(2, this.spool.openSegmentId());
    }

    @Test
    public void continuesTheOpenSegmentAfterABoot() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        Spools.append(this.spool, "b");
        Spool second = Spools.boot(this.flash);
        assertEquals(2, second.openSegmentId());
        assertEquals(1, second.segmentCount());
        Spools.append(second, "c");
        assertEquals("b c", Spools.frames(second, 2));
        assertEquals(2, second.bootId());
    }

    @Test
    public void waitsForTheNumberOfFramesThatIsConfigured() throws IOException {
        Spool lazy = Spools.boot(new RamFlash(32, Spools.CLUSTER), Spools.config().syncAppends(3));
        assertFalse(Spools.append(lazy, "a"));
        assertFalse(Spools.append(lazy, "b"));
        assertEquals(0, lazy.openSegmentId());
        assertTrue(Spools.append(lazy, "c"));
        assertEquals("a b c", Spools.frames(lazy, 1));
        assertFalse(Spools.append(lazy, "d"));
        lazy.sync();
        assertEquals("a b c d", Spools.frames(lazy, 1));
    }

    @Test
    public void waitsNoLongerThanIsConfigured() throws IOException {
        Spool lazy = Spools.boot(new RamFlash(32, Spools.CLUSTER), Spools.config().syncAppends(0).syncMillis(60000));
        Spools.append(lazy, "a");
        lazy.syncIfDue(1000);
        lazy.syncIfDue(60999);
        assertEquals(0, lazy.openSegmentId());
        lazy.syncIfDue(61000);
        assertEquals("a", Spools.frames(lazy, 1));
        Spools.append(lazy, "b");
        lazy.syncIfDue(200000);
        assertEquals("a", Spools.frames(lazy, 1));
    }

    @Test
    public void putsObjectsInThePlaceOfSegmentsInOneStep() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        Spools.append(this.spool, "b");
        this.spool.seal();
        Spools.makeObject(this.spool, "one", 1, 2, "A");
        Spools.makeObject(this.spool, "two", 1, 2, "B");
        assertEquals(0, this.spool.objectCount());
        assertEquals(2, this.spool.segmentCount());
        this.spool.publish(2);
        assertEquals(2, this.spool.objectCount());
        assertEquals(0, this.spool.segmentCount());
        assertEquals("one", this.spool.objectName(0));
        assertEquals("B", Spools.object(this.spool, "two"));
        assertEquals(1, this.spool.objectSize("ONE"));
        assertEquals(1, this.spool.objectReadings("one"));
        this.spool.acknowledge("one");
        assertEquals("two", this.spool.objectName(0));
        assertNull(this.spool.objectName(1));
        assertEquals(-1, this.spool.objectSize("one"));
        this.spool.acknowledge("one");
        assertEquals("two", Spools.boot(this.flash).objectName(0));
    }

    @Test
    public void keepsTheSegmentsWhenObjectsAreDiscarded() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        long before = this.flash.freeBytes();
        Spools.makeObject(this.spool, "one", 1, 1, "A");
        this.spool.discardObjects();
        assertEquals(before, this.flash.freeBytes());
        assertEquals("a", Spools.frames(this.spool, 1));
        Spools.makeObject(this.spool, "one", 1, 1, "A again");
        this.spool.publish(1);
        assertEquals("A again", Spools.object(this.spool, "one"));
    }

    @Test
    public void keepsObjectsOfManyBlocksAsTheyAre() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        StringBuilder content = new StringBuilder();
        for (int i = 0; content.length() < 3 * 4096; i++) {
            content.append(i).append(' ');
        }
        Spools.makeObject(this.spool, "long", 1, 1, content.toString());
        this.spool.publish(1);
        assertEquals(content.toString(), Spools.object(this.spool, "long"));
        InputStream in = this.spool.openObject("long");
        assertEquals(4096, in.skip(4096));
        assertEquals(content.charAt(4096), in.read());
        assertEquals(content.length() - 4097, in.available());
    }

    @Test
    public void deletesSegmentsThatNeedNoObject() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        this.spool.deleteSegments(1);
        assertEquals(0, this.spool.segmentCount());
        assertEquals(0, this.spool.droppedReadings());
        Spools.append(this.spool, "b");
        assertEquals(2, this.spool.openSegmentId());
    }

    @Test
    public void givesSegmentsNumbersThatWereNeverUsed() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Spools.append(this.spool, "a");
            this.spool.seal();
            assertEquals(i, this.spool.segmentId(0));
            this.spool.deleteSegments(i);
            this.spool = Spools.boot(this.flash);
        }
    }

    @Test
    public void startsWithTheBootIdThatIsKeptElsewhere() throws IOException {
        assertEquals(1, this.spool.bootId());
        assertTrue(this.spool.isNew());
        Spool second = Spools.boot(this.flash, Spools.config().firstBoot(900));
        assertEquals(900, second.bootId());
        assertFalse(second.isNew());
        assertEquals(901, Spools.boot(this.flash).bootId());
    }

    @Test
    public void refusesPayloadsAndNamesThatAreNotAllowed() throws IOException {
        byte[] long1025 = new byte[1025];
        assertTrue(this.spool.append(long1025, 0, 1024));
        assertRefused("length: 1025 is not allowed; 1 to 1024 are", long1025, 1025, null);
        assertRefused("length: 0 is not allowed; 1 to 1024 are", long1025, 0, null);
        this.spool.seal();
        assertRefused("name: \"a/b\" is not allowed; 1 to 160 letters, digits, _ . - are, not ending with a dot", null, 1,
                "a/b");
        assertRefused("name: \"\" is not allowed; 1 to 160 letters, digits, _ . - are, not ending with a dot", null, 1, "");
        assertRefused("through: 2 is not allowed; no sealed segment has that id", null, 2, "a");
    }

    private void assertRefused(String message, byte[] payload, int number, String name) throws IOException {
        try {
            if (name == null) {
                this.spool.append(payload, 0, number);
            } else {
                this.spool.createObject(name, 1, number);
            }
            fail(message);
        } catch (IllegalArgumentException e) {
            assertEquals(message, e.getMessage());
        }
    }

    @Test
    public void refusesStepsOutOfOrder() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        assertOutOfOrder("publish", null);
        OutputStream out = this.spool.createObject("one", 1, 1);
        assertOutOfOrder("create", "two");
        assertOutOfOrder("publish", null);
        out.write(1);
        out.close();
        assertOutOfOrder("create", "ONE");
        try {
            this.spool.deleteSegments(1);
            fail("objects are waiting");
        } catch (IllegalStateException e) {
            assertEquals("deleteSegments: objects are waiting to be published", e.getMessage());
        }
        this.spool.publish(1);
        try {
            new Spool(this.flash, Spools.config()).append(new byte[1], 0, 1);
            fail("not recovered");
        } catch (IllegalStateException e) {
            assertEquals("recover: must be called first", e.getMessage());
        }
    }

    private void assertOutOfOrder(String step, String name) throws IOException {
        try {
            if (name == null) {
                this.spool.publish(1);
            } else {
                this.spool.createObject(name, 1, 1);
            }
            fail(step + " should not be possible now");
        } catch (IllegalStateException e) {
            assertTrue(e.getMessage().length() > 0);
        }
    }

    @Test
    public void refusesAFlashThatIsTooSmall() throws IOException {
        try {
            Spools.boot(new RamFlash(8, 1024));
            fail("too small");
        } catch (IllegalStateException e) {
            assertEquals("flash: 8192 bytes are too few; 20480 are needed", e.getMessage());
        }
    }

    @Test
    public void refusesConfigurationsThatMakeNoSense() {
        try {
            new SpoolConfig().segmentBytes(100);
            fail("too small");
        } catch (IllegalArgumentException e) {
            assertEquals("segmentBytes: 100 is not allowed; 4096 to 1048576 are", e.getMessage());
        }
    }
}
