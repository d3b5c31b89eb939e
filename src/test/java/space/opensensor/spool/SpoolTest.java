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
    public void readsTheLogOldestFirst() throws IOException {
        Spools.append(this.spool, "a");
        Spools.append(this.spool, "b");
        this.spool.seal();
        Spools.append(this.spool, "c");
        this.spool.seal();
        Spools.append(this.spool, "d");
        assertEquals(2, this.spool.segmentCount());
        assertEquals("a b c d", Spools.frames(this.spool));
        assertEquals(4, this.spool.logReadings());
    }

    @Test
    public void startsAnotherSegmentBeforeOneGetsTooLong() throws IOException {
        Spools.appendMany(this.spool, 62);
        assertEquals(0, this.spool.segmentCount());
        Spools.appendMany(this.spool, 1);
        assertEquals("another one would not fit", 1, this.spool.segmentCount());
        assertEquals(2, this.spool.appendSegmentId());
        Spools.appendMany(this.spool, 1);
        assertEquals(64, this.spool.logReadings());
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
        assertEquals("a b c", Spools.frames(second));
        assertEquals(2, second.bootId());
    }

    @Test
    public void waitsForTheNumberOfFramesThatIsConfigured() throws IOException {
        Spool lazy = Spools.boot(new RamFlash(32, Spools.CLUSTER), Spools.config().syncAppends(3));
        assertFalse(Spools.append(lazy, "a"));
        assertFalse(Spools.append(lazy, "b"));
        assertEquals(0, lazy.openSegmentId());
        assertTrue(Spools.append(lazy, "c"));
        assertEquals("a b c", Spools.frames(lazy));
        assertFalse(Spools.append(lazy, "d"));
        lazy.sync();
        assertEquals("a b c d", Spools.frames(lazy));
    }

    @Test
    public void waitsNoLongerThanIsConfigured() throws IOException {
        Spool lazy = Spools.boot(new RamFlash(32, Spools.CLUSTER), Spools.config().syncAppends(0).syncMillis(60000));
        Spools.append(lazy, "a");
        lazy.syncIfDue(1000);
        lazy.syncIfDue(60999);
        assertEquals(0, lazy.openSegmentId());
        lazy.syncIfDue(61000);
        assertEquals("a", Spools.frames(lazy));
        Spools.append(lazy, "b");
        lazy.syncIfDue(200000);
        assertEquals("a", Spools.frames(lazy));
    }

    @Test
    public void putsObjectsInThePlaceOfReadingsInOneStep() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        Spools.append(this.spool, "b");
        Spools.append(this.spool, "c");
        Position end = Spools.before(this.spool, "c");
        Spools.makeObject(this.spool, "one", 1, end, "A");
        Spools.makeObject(this.spool, "two", 1, end, "B");
        assertEquals(0, this.spool.objectCount());
        assertEquals("a b c", Spools.frames(this.spool));
        this.spool.publish();
        assertEquals(2, this.spool.objectCount());
        assertEquals("c", Spools.frames(this.spool));
        assertEquals(1, this.spool.logReadings());
        assertEquals("a segment in which nothing counts is gone", 0, this.spool.segmentCount());
        assertEquals("one", this.spool.objectName(0));
        assertEquals("B", Spools.object(this.spool, "two"));
        assertEquals(1, this.spool.objectSize("ONE"));
        assertEquals(1, this.spool.objectReadings("one"));
        this.spool.acknowledge("one");
        assertEquals("two", this.spool.objectName(0));
        assertNull(this.spool.objectName(1));
        assertEquals(-1, this.spool.objectSize("one"));
        this.spool.acknowledge("one");
        Spool second = Spools.boot(this.flash);
        assertEquals("two", second.objectName(0));
        assertEquals("c", Spools.frames(second));
        assertEquals(1, second.logReadings());
    }

    @Test
    public void aFrameMayBeReplacedInPart() throws IOException {
        Spool lazy = Spools.boot(new RamFlash(32, Spools.CLUSTER), Spools.config().syncAppends(3));
        Letters letters = new Letters();
        for (int i = 0; i < 6; i++) {
            lazy.append(letters);
        }
        assertEquals("abc def", Spools.frames(lazy));
        LogReader reader = lazy.log();
        Position place = new Position();
        byte[] payload = new byte[16];
        reader.start();
        reader.next(payload);
        reader.next(payload);
        reader.markBefore(place, 2);
        Spools.makeObject(lazy, "abcde", 5, place, "abcde");
        lazy.publish();
        assertEquals(1, lazy.logReadings());
        reader.start();
        assertEquals(3, reader.next(payload));
        assertEquals(3, reader.readings());
        assertEquals(2, reader.firstReading());
        assertTrue(reader.isBefore(Spools.end(lazy), 2));
        assertFalse(reader.isBefore(place, 2));
    }

    @Test
    public void keepsTheLogWhenObjectsAreDiscarded() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        long before = this.flash.freeBytes();
        Spools.makeObject(this.spool, "one", 1, "A");
        this.spool.discardObjects();
        assertEquals(before, this.flash.freeBytes());
        assertEquals("a", Spools.frames(this.spool));
        Spools.makeObject(this.spool, "one", 1, "A again");
        this.spool.publish();
        assertEquals("A again", Spools.object(this.spool, "one"));
    }

    @Test
    public void notesOfAPartThatCountsNoMoreAreToldIfAskedFor() throws IOException {
        this.spool.appendNote(new byte[] { 'x' }, 0, 1);
        Spools.append(this.spool, "a");
        Spools.append(this.spool, "b");
        Spools.makeObject(this.spool, "one", 1, Spools.before(this.spool, "b"), "A");
        this.spool.publish();
        LogReader reader = this.spool.log();
        byte[] payload = new byte[16];
        reader.startAtNotes();
        assertEquals(1, reader.next(payload));
        assertTrue(reader.isReplaced());
        assertEquals('x', payload[0]);
        assertEquals(1, reader.next(payload));
        assertFalse(reader.isReplaced());
        assertEquals('b', payload[0]);
        reader.start();
        assertEquals(1, reader.next(payload));
        assertEquals('b', payload[0]);
        assertEquals(-1, reader.next(payload));
    }

    @Test
    public void keepsObjectsOfManyBlocksAsTheyAre() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        StringBuilder content = new StringBuilder();
        for (int i = 0; content.length() < 3 * 4096; i++) {
            content.append(i).append(' ');
        }
        Spools.makeObject(this.spool, "long", 1, content.toString());
        this.spool.publish();
        assertEquals(content.toString(), Spools.object(this.spool, "long"));
        InputStream in = this.spool.openObject("long");
        assertEquals(4096, in.skip(4096));
        assertEquals(content.charAt(4096), in.read());
        assertEquals(content.length() - 4097, in.available());
    }

    @Test
    public void givesUpWhatNeedsNoObject() throws IOException {
        Spools.append(this.spool, "a");
        this.spool.seal();
        this.spool.deleteUntil(Spools.end(this.spool));
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
            assertTrue(Spools.exists(this.flash, FileNames.segment(i)));
            this.spool.deleteUntil(Spools.end(this.spool));
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
        assertRefused("readings: -1 is not allowed; 0 to 99999999 are", null, -1, "a");
    }

    private void assertRefused(String message, byte[] payload, int number, String name) throws IOException {
        try {
            if (name == null) {
                this.spool.append(payload, 0, number);
            } else {
                this.spool.createObject(name, number, Spools.end(this.spool));
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
        OutputStream out = this.spool.createObject("one", 1, Spools.end(this.spool));
        assertOutOfOrder("create", "two");
        assertOutOfOrder("publish", null);
        out.write(1);
        out.close();
        assertOutOfOrder("create", "ONE");
        try {
            this.spool.deleteUntil(Spools.end(this.spool));
            fail("objects are waiting");
        } catch (IllegalStateException e) {
            assertEquals("deleteUntil: objects are waiting to be published", e.getMessage());
        }
        this.spool.publish();
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
                this.spool.publish();
            } else {
                this.spool.createObject(name, 1, Spools.end(this.spool));
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
