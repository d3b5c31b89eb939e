package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** Bytes on flash, against docs/spool-format.md; the check sums were computed with another CRC-32. */
public class SpoolFormatTest {

    private static final String HEADER = "07b00100010000000100000000000000cd4f6259";
    private static final String HEADER_OF_BOOT_2 = "07b001000100000002000000000000002e48edd7";
    private static final String HELLO = "05000168656c6c6f9e565d31";
    private static final String NOTE_X = "01000078f514b8ca";
    private static final String HI_OF_BOOT_2 = "0200016869cdf2608d";
    private static final String HEADER_OF_VERSION_2 = "07b00200010000000100000000000000166a0325";

    private RamFlash flash;

    @Before
    public void formatFlash() {
        this.flash = new RamFlash(32, Spools.CLUSTER);
    }

    @Test
    public void writesAHeaderThenFramesOfSevenBytesBesidesTheirPayload() throws IOException {
        Spool spool = Spools.boot(this.flash);
        assertTrue(Spools.append(spool, "hello"));
        spool.appendNote(Utf8.encode("x"), 0, 1);
        assertEquals(HEADER + HELLO + NOTE_X, Spools.hex(this.flash, "00000001.log"));
    }

    /** The example of section 3. */
    @Test
    public void writesTheExampleOfTheFormat() throws IOException {
        Spool spool = Spools.boot(this.flash, Spools.config().syncAppends(5));
        Spools.append(spool, "hello");
        spool.appendNote(Utf8.encode("x"), 0, 1);
        Letters letters = new Letters();
        spool.append(letters);
        spool.append(letters);
        spool.append(letters);
        assertEquals(HEADER + HELLO + NOTE_X + "030003616263" + "1c0d0516", Spools.hex(this.flash, "00000001.log"));
    }

    @Test
    public void putsReadingsOfOnePayloadThatAreSyncedTogetherIntoOneFrame() throws IOException {
        Spool spool = Spools.boot(this.flash, Spools.config().syncAppends(3));
        Letters letters = new Letters();
        assertFalse(spool.append(letters));
        assertFalse(spool.append(letters));
        assertTrue(spool.append(letters));
        assertEquals(HEADER + "03000361626321ddf012", Spools.hex(this.flash, "00000001.log"));
        assertEquals(3, spool.logReadings());
        assertFalse(spool.append(letters));
        Spools.append(spool, "x");
        assertTrue(spool.append(letters));
        assertEquals("abc d x e", Spools.frames(spool));
    }

    @Test
    public void continuesACleanSegmentWithAHeaderOfTheNewBoot() throws IOException {
        Spools.append(Spools.boot(this.flash), "hello");
        Spool second = Spools.boot(this.flash);
        assertEquals(1, second.openSegmentId());
        Spools.append(second, "hi");
        assertEquals(HEADER + HELLO + HEADER_OF_BOOT_2 + HI_OF_BOOT_2, Spools.hex(this.flash, "00000001.log"));
        LogReader reader = second.log();
        reader.start();
        byte[] payload = new byte[16];
        assertEquals(5, reader.next(payload));
        assertEquals(1, reader.bootId());
        assertEquals(2, reader.next(payload));
        assertEquals(2, reader.bootId());
        assertEquals(0, reader.sequence());
        assertEquals(-1, reader.next(payload));
    }

    @Test
    public void writesTheJournalAlternatelyToTwoFiles() throws IOException {
        Spools.boot(this.flash);
        assertEquals("53504c3101000000010000000100000001000000000000000000000000000000"
                + "00000000000000000000000000000000000000000000000000000000c2bef918", Spools.hex(this.flash, "state.a"));
        assertFalse(Spools.exists(this.flash, "state.b"));
        Spools.boot(this.flash);
        assertEquals(64, this.flash.size("state.a"));
        assertEquals(64, this.flash.size("state.b"));
        Spools.boot(this.flash);
        assertEquals(128, this.flash.size("state.a"));
    }

    @Test
    public void namesObjectsAfterThePlaceTheyEndAtAndTheReadingsTheyHold() throws IOException {
        Spool spool = Spools.boot(this.flash);
        Spools.append(spool, "hello");
        spool.seal();
        Spools.makeObject(spool, "data_1015.parquet", 1, "content");
        Spools.makeObject(spool, "health_1015.parquet", 0, "content");
        spool.publish();
        assertTrue(Spools.exists(this.flash, "1-1-0-0-1-data_1015.parquet"));
        assertTrue(Spools.exists(this.flash, "1-1-0-1-0-health_1015.parquet"));
        assertFalse(Spools.exists(this.flash, "00000001.log"));
    }

    @Test
    public void readsSegmentsThatAreNamedInUpperCase() throws IOException {
        Spools.put(this.flash, "00000001.LOG", HEADER + HELLO + NOTE_X);
        Spool spool = Spools.boot(this.flash);
        assertEquals("hello x!", Spools.frames(spool));
        assertEquals(2, spool.bootId());
    }

    @Test
    public void takesNeitherAFrameOfAnotherBootNorOneOutOfTurn() throws IOException {
        Spools.put(this.flash, "00000001.log", HEADER + HELLO + HELLO);
        Spools.put(this.flash, "00000002.log", HEADER + HELLO);
        Spool spool = Spools.boot(this.flash);
        assertEquals("hello", Spools.frames(spool));
        assertEquals(1, spool.damagedTails());
        assertEquals("the header is another segment's", 1, spool.setAsideFiles());
    }

    @Test
    public void setsASegmentOfAnotherVersionAside() throws IOException {
        Spools.put(this.flash, "00000001.log", HEADER_OF_VERSION_2 + HELLO);
        Spool spool = Spools.boot(this.flash);
        assertEquals(1, spool.setAsideFiles());
        assertEquals(0, spool.segmentCount());
        Spools.append(spool, "hi");
        assertEquals(2, spool.openSegmentId());
        spool.seal();
        spool.deleteUntil(Spools.end(spool));
        Spool second = Spools.boot(this.flash);
        assertEquals(1, second.setAsideFiles());
        assertEquals(HEADER_OF_VERSION_2 + HELLO, Spools.hex(this.flash, "00000001.log"));
    }

    @Test
    public void cutsATornHeaderAndATornFrameOffAndCountsThem() throws IOException {
        Spools.put(this.flash, "00000001.log", HEADER + HELLO + NOTE_X.substring(0, 8));
        Spools.put(this.flash, "00000002.log", HEADER.substring(0, 14));
        Spool spool = Spools.boot(this.flash);
        assertEquals(1, spool.segmentCount());
        assertEquals("hello", Spools.frames(spool));
        assertEquals(2, spool.damagedTails());
        assertFalse(Spools.exists(this.flash, "00000002.log"));
        assertEquals("counted once", 2, Spools.boot(this.flash).damagedTails());
    }

    @Test
    public void cutsZerosAndErasedFlashOff() throws IOException {
        Spools.put(this.flash, "00000001.log", HEADER + HELLO + "00000000000000000000");
        Spools.put(this.flash, "00000002.log", "0000000000000000000000000000000000000000000000000000");
        Spools.put(this.flash, "00000003.log", "ffffffffffffffffffffffffffffffffffffffffffffffffffff");
        Spool spool = Spools.boot(this.flash);
        assertEquals(1, spool.segmentCount());
        assertEquals("hello", Spools.frames(spool));
        assertEquals(3, spool.damagedTails());
        assertEquals(0, spool.openSegmentId());
    }

    @Test
    public void passesOverOneDamagedFrame() throws IOException {
        Spools.put(this.flash, "00000001.log", HEADER + HELLO.replace("68", "69") + NOTE_X);
        Spools.put(this.flash, "00000002.log", HEADER.replace("07", "08") + HELLO + NOTE_X);
        Spool spool = Spools.boot(this.flash);
        assertEquals("x!", Spools.frames(spool));
        assertEquals(1, spool.damagedFrames());
        assertEquals(1, spool.setAsideFiles());
    }

    @Test
    public void leavesForeignFilesAlone() throws IOException {
        String[] foreign = { "readme.txt", "00000000.log", "0000000g.log", "00000001.lo", "1-2-0-0-x-a", "1-2-0-0--a",
                "1-2-0-g-1-a", "80000000.log", "1-2-0-0-1-", "1-2-0-0-3000000000-a", "1-2-0-0", "00000001.ar" };
        for (int i = 0; i < foreign.length; i++) {
            Spools.put(this.flash, foreign[i], "aa");
        }
        Spool spool = Spools.boot(this.flash);
        assertEquals(foreign.length, spool.foreignFiles());
        Spools.append(spool, "hello");
        spool.seal();
        spool.deleteUntil(Spools.end(spool));
        Spools.boot(this.flash);
        for (int i = 0; i < foreign.length; i++) {
            assertEquals("aa", Spools.hex(this.flash, foreign[i]));
        }
    }

    @Test
    public void countsFramesThatTheNextSegmentRepeatsOnlyThere() throws IOException {
        String headerOfSegment2 = "07b001000200000001000000010000008bdd77fe";
        Spools.put(this.flash, "00000001.log", HEADER + HELLO + NOTE_X);
        byte[] second = new byte[FrameCodec.HEADER_BYTES + FrameCodec.OVERHEAD + 5];
        FrameCodec.putHeader(second, 2, 1, 1);
        System.arraycopy(Utf8.encode("again"), 0, second, FrameCodec.HEADER_BYTES + FrameCodec.HEAD_BYTES, 5);
        new FrameCodec().putFrame(second, FrameCodec.HEADER_BYTES, 5, 1, 1, 1);
        String hex = Hex.encode(second);
        assertEquals(headerOfSegment2.substring(0, 32), hex.substring(0, 32));
        Spools.put(this.flash, "00000002.log", hex);
        Spool spool = Spools.boot(this.flash);
        assertEquals("hello again", Spools.frames(spool));
    }
}
