package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.OutputStream;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.bytes.Utf8;

/** Frames of the log that move to the archive: each counts once, there or here, whatever happens in between. */
public class SpoolArchiveTest {

    private RamFlash flash;
    private Spool spool;
    private final Position from = new Position();
    private final Position to = new Position();

    @Before
    public void boot() throws IOException {
        this.flash = new RamFlash(32, Spools.CLUSTER);
        this.spool = Spools.boot(this.flash);
    }

    /** Appends a segment of single letters, and seals it. */
    private void log(String letters) throws IOException {
        for (int i = 0; i < letters.length(); i++) {
            Spools.append(this.spool, letters.substring(i, i + 1));
        }
        this.spool.seal();
    }

    /** Moves the oldest frames of the log, so many, into one frame of the archive with that text. */
    private void archive(String text, int frames) throws IOException {
        LogReader log = this.spool.log();
        byte[] payload = new byte[Spool.MAX_PAYLOAD];
        int readings = 0;
        log.startAtLog();
        for (int i = 0; i < frames; i++) {
            do {
                assertTrue(log.next(payload) > 0);
            } while (log.isReplaced());
            if (i == 0) {
                log.markBefore(this.from, 0);
            }
            readings += log.readings();
            log.markBehind(this.to);
        }
        byte[] bytes = Utf8.encode(text);
        this.spool.archive(bytes, 0, bytes.length, readings, this.from, this.to);
    }

    private void reboot() throws IOException {
        this.spool = Spools.boot(this.flash);
    }

    private void assertLog(String frames, int readings) throws IOException {
        assertEquals(frames, Spools.frames(this.spool));
        assertEquals(readings, this.spool.logReadings());
        reboot();
        assertEquals("after a boot", frames, Spools.frames(this.spool));
        assertEquals("after a boot", readings, this.spool.logReadings());
    }

    @Test
    public void aFrameOfTheArchiveTakesThePlaceOfTheLogs() throws IOException {
        log("abc");
        log("de");
        archive("ABC", 3);
        assertFalse(Spools.exists(this.flash, "00000001.log"));
        assertTrue(Spools.exists(this.flash, "00000003.arc"));
        assertLog("ABC d e", 5);
    }

    /** The example of docs/spool-format.md, section 4; its check sums were computed with another CRC-32. */
    @Test
    public void writesTheExampleOfTheFormat() throws IOException {
        log("abc");
        archive("ABC", 3);
        assertEquals("07b00100020000000100000000000000" + "3d9dfc2e" + "03000300000000000300414243" + "bb900371",
                Spools.hex(this.flash, "00000002.arc"));
    }

    @Test
    public void aSegmentThatIsArchivedInPartCountsForTheRest() throws IOException {
        log("abc");
        archive("AB", 2);
        assertTrue(Spools.exists(this.flash, "00000001.log"));
        assertLog("AB c", 3);
    }

    @Test
    public void framesThatAreInTheArchiveAreNotReadAgainThoughTheirSegmentIsStillThere() throws IOException {
        log("abc");
        String segment = Spools.hex(this.flash, "00000001.log");
        archive("ABC", 3);
        Spools.put(this.flash, "00000001.log", segment);
        reboot();
        assertFalse(Spools.exists(this.flash, "00000001.log"));
        assertLog("ABC", 3);
    }

    @Test
    public void itIsReadBeforeTheLogAndItsNotesToo() throws IOException {
        this.spool.appendNote(Utf8.encode("x"), 0, 1);
        log("ab");
        log("c");
        archive("X", 1);
        archive("AB", 2);
        assertLog("X! AB c", 3);
        archive("C", 1);
        assertLog("X! AB C", 3);
    }

    @Test
    public void objectsTakeThePlaceOfAPartOfAFrame() throws IOException {
        log("abcd");
        log("e");
        archive("ABCD", 4);
        LogReader log = this.spool.log();
        log.start();
        log.next(new byte[16]);
        log.markBefore(this.to, 3);
        Spools.makeObject(this.spool, "abc", 3, this.to, "abc");
        this.spool.publish();
        assertEquals(2, this.spool.logReadings());
        reboot();
        assertEquals(2, this.spool.logReadings());
        this.spool.log().start();
        assertEquals(4, this.spool.log().next(new byte[16]));
        assertEquals(3, this.spool.log().firstReading());
        assertEquals(4, this.spool.log().readings());
    }

    @Test
    public void aFrameThatObjectsReplaceInPartKeepsItsPlaceWhenItMoves() throws IOException {
        this.spool = Spools.boot(this.flash, Spools.config().syncAppends(3));
        Letters letters = new Letters();
        for (int i = 0; i < 6; i++) {
            this.spool.append(letters);
        }
        this.spool.seal();
        LogReader log = this.spool.log();
        log.start();
        log.next(new byte[16]);
        log.markBefore(this.to, 2);
        Spools.makeObject(this.spool, "ab", 2, this.to, "ab");
        this.spool.publish();
        archive("ABCDEF", 2);
        assertEquals(4, this.spool.logReadings());
        reboot();
        assertEquals(4, this.spool.logReadings());
        this.spool.log().start();
        this.spool.log().next(new byte[16]);
        assertEquals(2, this.spool.log().firstReading());
    }

    @Test
    public void itGoesOnInItsSegmentAfterABootUntilThatIsFull() throws IOException {
        log("ab");
        archive("A", 1);
        reboot();
        archive("B", 1);
        assertEquals(1, this.spool.segmentCount());
        int taken = 0;
        while (this.spool.segmentCount() == 1) {
            log("c");
            byte[] payload = new byte[500];
            payload[0] = 'C';
            archive(Utf8.decode(payload, 0, 500), 1);
            taken++;
        }
        assertEquals("as many as fit into 4,096 bytes", 8, taken);
        assertTrue(this.flash.size("00000002.arc") <= 4096);
    }

    @Test
    public void framesOfSeveralBootsStandBehindHeadersOfTheirs() throws IOException {
        log("a");
        reboot();
        log("b");
        archive("A", 1);
        archive("B", 1);
        assertLog("A B", 2);
        LogReader log = this.spool.log();
        log.start();
        log.next(new byte[16]);
        assertEquals(1, log.bootId());
        log.next(new byte[16]);
        assertEquals(2, log.bootId());
        assertEquals(0, log.sequence());
    }

    @Test
    public void oneRottenBitCostsOneFrame() throws IOException {
        log("abc");
        archive("A", 1);
        archive("B", 1);
        archive("C", 1);
        String good = Spools.hex(this.flash, "00000002.arc");
        for (int at = 20; at < good.length() / 2; at++) {
            char digit = good.charAt(2 * at);
            Spools.put(this.flash, "00000002.arc",
                    good.substring(0, 2 * at) + (digit == '0' ? '8' : '0') + good.substring(2 * at + 1));
            reboot();
            int left = this.spool.logReadings();
            assertTrue("byte " + at + ": " + left, left == 2 || digit == '0' && good.charAt(2 * at) == digit && left == 3);
        }
    }

    /** The writing of a frame failed, but it is there; the log was made into objects as if it were not. */
    @Test
    public void aFrameThatTheSpoolDidNotKnowOfDoesNotCount() throws IOException {
        log("abc");
        String segment = Spools.hex(this.flash, "00000001.log");
        RamFlash other = this.flash;
        archive("ABC", 3);
        String archived = Spools.hex(other, "00000002.arc");
        boot();
        log("abc");
        assertEquals(segment, Spools.hex(this.flash, "00000001.log"));
        Spools.makeObject(this.spool, "a", 1, Spools.before(this.spool, "b"), "a");
        this.spool.publish();
        Spools.put(this.flash, "00000002.arc", archived);
        reboot();
        assertLog("b c", 2);
    }

    @Test
    public void theOldestOfItGivesWayFirstAndIsCounted() throws IOException {
        this.flash = new RamFlash(10, Spools.CLUSTER);
        reboot();
        log("abc");
        archive("ABC", 3);
        Spools.appendMany(this.spool, 6 * 63);
        assertEquals(3, this.spool.droppedReadings());
        assertFalse(Spools.exists(this.flash, "00000002.arc"));
        archive("D", 1);
        assertEquals(3, this.spool.droppedReadings());
        reboot();
        assertEquals(6 * 63, this.spool.logReadings());
    }

    @Test
    public void framesThatWereDroppedMeanwhileDoNotComeBack() throws IOException {
        this.flash = new RamFlash(8, Spools.CLUSTER);
        reboot();
        Spools.appendMany(this.spool, 63);
        LogReader log = this.spool.log();
        log.startAtLog();
        log.next(new byte[64]);
        log.markBefore(this.from, 0);
        log.markBehind(this.to);
        Spools.appendMany(this.spool, 300);
        assertTrue(this.spool.droppedReadings() > 0);
        try {
            this.spool.archive(new byte[1], 0, 1, 1, this.from, this.to);
            fail("dropped");
        } catch (IOException e) {
            assertEquals("frame 0 of boot 1 was replaced meanwhile", e.getMessage());
        }
    }

    @Test
    public void aFullFlashRefusesAndTheLogCounts() throws IOException {
        this.flash = new RamFlash(8, Spools.CLUSTER);
        this.spool = Spools.boot(this.flash, Spools.config().whenFull(SpoolConfig.REFUSE_NEWEST));
        Spools.appendMany(this.spool, 400);
        LogReader log = this.spool.log();
        log.start();
        log.next(new byte[64]);
        log.markBehind(this.to);
        OutputStream out = this.spool.createObject("large", 1, this.to);
        out.write(new byte[8192], 0, 8192);
        out.close();
        this.spool.publish();
        int readings = this.spool.logReadings();
        try {
            archive("A", 1);
            fail("full");
        } catch (SpoolFullException e) {
            assertEquals("spool is full: no room for 4096 bytes of archive", e.getMessage());
        }
        assertEquals(readings, this.spool.logReadings());
    }

    @Test
    public void refusesWhatIsNoFrameOfTheArchive() throws IOException {
        log("ab");
        assertRefused(0, 1, "length: 0 is not allowed; 1 to 1960 are");
        assertRefused(1961, 1, "length: 1961 is not allowed; 1 to 1960 are");
        assertRefused(1, 65536, "readings: 65536 is not allowed; 0 to 65535 are");
        this.spool.log().start();
        this.spool.log().next(new byte[16]);
        this.spool.log().markBefore(this.to, 0);
        this.spool.log().next(new byte[16]);
        this.spool.log().markBefore(this.from, 0);
        assertRefused(1, 1, "to: not 1 to 65535 whole frames of one boot behind from");
    }

    private void assertRefused(int length, int readings, String message) throws IOException {
        try {
            this.spool.archive(new byte[2000], 0, length, readings, this.from, this.to);
            fail(message);
        } catch (IllegalArgumentException e) {
            assertEquals(message, e.getMessage());
        }
    }
}
