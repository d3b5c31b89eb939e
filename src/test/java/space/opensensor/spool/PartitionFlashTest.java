package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.LittleEndian;
import space.opensensor.bytes.Utf8;

/** Files on raw flash: docs/spool-format.md, section 11; the check sums were computed with another CRC-32. */
public class PartitionFlashTest {

    private static final int SECTOR = Partition.SECTOR;

    private final RamPartition partition = new RamPartition(8);

    private static OutputStream write(OutputStream out, String text) throws IOException {
        byte[] bytes = Utf8.encode(text);
        out.write(bytes, 0, bytes.length);
        out.flush();
        return out;
    }

    private static String read(Flash flash, String name) throws IOException {
        byte[] bytes = new byte[(int) flash.size(name)];
        InputStream in = flash.open(name);
        assertEquals(bytes.length, Streams.readFully(in, bytes, 0, bytes.length));
        in.close();
        return Utf8.decode(bytes, 0, bytes.length);
    }

    private String hex(int from, int to) {
        return Hex.encode(this.partition.cells, from, to - from);
    }

    private PartitionFlash boot() throws IOException {
        return new PartitionFlash(this.partition);
    }

    @Test
    public void writesTheExampleOfTheDocument() throws IOException {
        OutputStream out = boot().create("a.log");
        write(out, "hello");
        write(out, "x");
        int sector = 1;
        assertEquals("53504631" + "01000000" + "01000000" + "0000" + "0500" + "00000000" + "01000000" + "fbbe097e"
                + "ffffffff" + "612e6c6f67" + "68656c6c6f" + "78" + "ffff",
                hex(sector * SECTOR, sector * SECTOR + 45));
        assertEquals("ffff" + "b802b802" + "a902a902", hex(2 * SECTOR - 10, 2 * SECTOR));
    }

    @Test
    public void goesOnWhereTheLastFlushEnded() throws IOException {
        OutputStream out = write(boot().create("a"), "one");
        byte[] unflushed = Utf8.encode(" lost");
        out.write(unflushed, 0, unflushed.length);
        PartitionFlash second = boot();
        assertEquals("one", read(second, "a"));
        write(second.append("A"), " two").close();
        assertEquals("one two", read(second, "a"));
        PartitionFlash third = boot();
        assertEquals("one two", read(third, "a"));
        assertEquals("what was not flushed is not written over", 6L * SECTOR, third.freeBytes());
        write(third.append("a"), " three").close();
        assertEquals("one two three", read(boot(), "a"));
        assertEquals(6L * SECTOR, boot().freeBytes());
    }

    @Test
    public void spreadsTheWearEvenly() throws IOException {
        PartitionFlash flash = boot();
        write(flash.create("stays"), "for long");
        for (int i = 0; i < 700; i++) {
            write(flash.create("goes"), "soon").close();
            if (i % 50 == 0) {
                flash = boot();
            }
        }
        int most = flash.mostErases();
        assertTrue("7 sectors took 701 erases: " + most, most >= 100 && most <= 103);
        assertEquals("for long", read(flash, "stays"));
    }

    @Test
    public void saysThatItIsFullAndGivesSectorsBack() throws IOException {
        PartitionFlash flash = boot();
        OutputStream out = flash.create("big");
        byte[] block = new byte[SECTOR];
        int blocks = 0;
        try {
            for (;;) {
                out.write(block, 0, block.length);
                out.flush();
                blocks++;
            }
        } catch (IOException e) {
            assertEquals("partition is full", e.getMessage());
        }
        assertEquals(7, blocks);
        assertEquals(0, flash.freeBytes());
        assertTrue(flash.size("big") >= 7 * SECTOR);
        flash.delete("BIG");
        assertEquals(8L * SECTOR, flash.freeBytes());
        assertEquals(8L * SECTOR, boot().freeBytes());
    }

    @Test
    public void erasesAheadOfTime() throws IOException {
        PartitionFlash flash = boot();
        assertTrue(flash.prepare(2));
        assertTrue(flash.prepare(2));
        assertFalse(flash.prepare(2));
        assertEquals(2, this.partition.erases);
        write(flash.create("a"), "x").close();
        assertEquals(2, this.partition.erases);
    }

    @Test
    public void takesNothingForAFileThatItDidNotWrite() throws IOException {
        for (int i = 0; i < this.partition.cells.length; i++) {
            this.partition.cells[i] = (byte) (i * 31 + (i >> 8));
        }
        PartitionFlash flash = boot();
        assertEquals(0, flash.list().length);
        assertEquals(8L * SECTOR, flash.freeBytes());
        write(flash.create("a"), "x").close();
        assertEquals("x", read(boot(), "a"));
    }

    @Test
    public void leavesSectorsOfAnotherVersionAlone() throws IOException {
        write(boot().create("a"), "x").close();
        byte[] header = this.partition.cells;
        header[SECTOR + 3] = '2';
        LittleEndian.putInt(header, SECTOR + 24, 0x5FB014E8);
        PartitionFlash flash = boot();
        assertEquals(1, flash.unusableSectors());
        assertEquals(7L * SECTOR, flash.freeBytes());
        for (int i = 0; i < 20; i++) {
            write(flash.create("b"), "y").close();
        }
        assertEquals("53504632", hex(SECTOR, SECTOR + 4));
    }

    @Test
    public void leavesASectorOutThatIsNotErased() throws IOException {
        this.partition.worn = 1;
        this.partition.cells[SECTOR + 77] = 0;
        PartitionFlash flash = boot();
        write(flash.create("a"), "x").close();
        assertEquals(1, flash.unusableSectors());
        assertEquals(6L * SECTOR, flash.freeBytes());
        assertEquals("x", read(boot(), "a"));
    }

    @Test
    public void saysThatABitIsNotKeptAndGoesOnElsewhere() throws IOException {
        PartitionFlash flash = boot();
        OutputStream out = write(flash.create("a"), "one");
        this.partition.stuck = SECTOR + 33 + 4;
        try {
            write(out, " two");
            fail("bit 0 of t is 0");
        } catch (IOException e) {
            assertEquals("sector 1 does not keep what is programmed", e.getMessage());
        }
        out.close();
        assertEquals("one", read(flash, "a"));
        write(flash.append("a"), " two").close();
        assertEquals("one two", read(flash, "a"));
        assertEquals("one two", read(boot(), "a"));
    }

    @Test
    public void bootsThoughASectorCannotBeMarkedDeleted() throws IOException {
        PartitionFlash flash = boot();
        OutputStream out = flash.create("a");
        out.write(new byte[9], 0, 9);
        this.partition.stuck = SECTOR + SectorHeader.MARK_AT;
        assertEquals("what was not flushed is not there", 0, boot().list().length);
        write(boot().create("b"), "x").close();
        assertEquals("x", read(boot(), "b"));
    }

    @Test
    public void survivesOneRottenWord() throws IOException {
        OutputStream out = write(boot().create("a"), "one");
        write(out, " two");
        out.write(new byte[SECTOR], 0, SECTOR);
        out.flush();
        int last = 2 * SECTOR - 12;
        assertNotEquals("ffff", hex(last, last + 2));
        this.partition.cells[last] ^= 16;
        assertEquals("the next sector tells how long this one is", 7 + SECTOR, boot().size("a"));
    }

    @Test
    public void refusesWhatIsTooSmallOrNamedTooLong() throws IOException {
        try {
            new PartitionFlash(new RamPartition(7));
            fail("too small");
        } catch (IOException e) {
            assertEquals("partition: 28672 bytes are too few; 32768 are needed", e.getMessage());
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            name.append('n');
        }
        try {
            boot().create(name.toString());
            fail("too long");
        } catch (IllegalArgumentException e) {
            assertEquals("name: 201 bytes are not allowed; 1 to 200 are", e.getMessage());
        }
    }

    @Test
    public void everyTornWordIsRecognised() {
        for (int address = 0; address < SECTOR; address++) {
            int word = EndMarks.word(address);
            assertEquals(address, EndMarks.address(word));
            int zeros = ~word & 0xFFFF;
            for (int torn = zeros; torn != 0; torn = torn - 1 & zeros) {
                if (EndMarks.address(word | torn) >= 0) {
                    fail(address + " torn reads " + EndMarks.address(word | torn));
                }
            }
        }
    }
}
