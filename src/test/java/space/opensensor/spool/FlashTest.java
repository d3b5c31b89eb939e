package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What all kinds of flash must do alike. */
public class FlashTest {

    private static int folders;

    private File folder;

    @Before
    public void makeFolder() {
        this.folder = new File(new File(System.getProperty("java.io.tmpdir")),
                "spool-" + System.currentTimeMillis() + "-" + folders++);
    }

    @After
    public void deleteFolder() {
        String[] names = this.folder.list();
        for (int i = 0; names != null && i < names.length; i++) {
            new File(this.folder, names[i]).delete();
        }
        this.folder.delete();
    }

    private Flash[] flashes() throws IOException {
        return new Flash[] { new FileFlash(this.folder, 64 * 1024, 4096), new RamFlash(16, 4096),
            new PartitionFlash(new RamPartition(16)) };
    }

    @Test
    public void createsAppendsReadsAndDeletes() throws IOException {
        Flash[] flashes = flashes();
        for (int i = 0; i < flashes.length; i++) {
            Flash flash = flashes[i];
            assertEquals(65536, flash.freeBytes());
            write(flash.create("a.log"), 5000);
            write(flash.append("a.log"), 4000);
            write(flash.append("b.log"), 1);
            assertEquals(9000, flash.size("a.log"));
            assertEquals(65536 - 4 * 4096, flash.freeBytes());
            assertEquals(2, flash.list().length);
            InputStream in = flash.open("a.log");
            Streams.skipFully(in, 5000);
            byte[] rest = new byte[5000];
            assertEquals(4000, Streams.readFully(in, rest, 0, 5000));
            assertEquals(0, rest[0]);
            assertEquals((byte) 3999, rest[3999]);
            assertEquals(-1, in.read());
            in.close();
            write(flash.create("a.log"), 3);
            assertEquals(3, flash.size("a.log"));
            flash.delete("a.log");
            flash.delete("a.log");
            assertEquals("b.log", flash.list()[0]);
            assertEquals(1, flash.list().length);
        }
    }

    @Test
    public void saysThatAFileIsMissing() throws IOException {
        Flash[] flashes = flashes();
        for (int i = 0; i < flashes.length; i++) {
            try {
                flashes[i].open("none.log");
                fail("there is no such file");
            } catch (IOException e) {
                assertTrue(e.getMessage().indexOf("none.log") >= 0);
            }
            try {
                flashes[i].size("none.log");
                fail("there is no such file");
            } catch (IOException e) {
                assertTrue(e.getMessage().indexOf("none.log") >= 0);
            }
        }
    }

    @Test
    public void keepsASpoolOverManyBoots() throws IOException {
        Flash[] flashes = flashes();
        for (int i = 0; i < flashes.length; i++) {
            for (int boot = 1; boot <= 200; boot++) {
                Spool spool = Spools.boot(flashes[i]);
                assertEquals(boot, spool.bootId());
                Spools.append(spool, "x");
                spool.seal();
                Spools.makeObject(spool, "o" + boot, 1, "content of " + boot);
                spool.publish();
                assertEquals("content of " + boot, Spools.object(spool, "o" + boot));
                spool.acknowledge("o" + boot);
            }
            assertEquals(2, flashes[i].list().length);
        }
    }

    @Test
    public void saysThatTheMemoryIsFull() throws IOException {
        RamFlash flash = new RamFlash(8, 64);
        write(flash.create("a"), 512);
        try {
            write(flash.create("b"), 1);
            fail("full");
        } catch (IOException e) {
            assertEquals("memory is full: no room for 1 bytes", e.getMessage());
        }
    }

    @Test
    public void refusesSizesThatAreNotAllowed() throws IOException {
        try {
            new RamFlash(8, 100);
            fail("no power of two");
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("clusterBytes: 100 is not allowed"));
        }
        try {
            new FileFlash(this.folder, 100, 4096);
            fail("too small");
        } catch (IllegalArgumentException e) {
            assertEquals("capacityBytes: 100 is not allowed; 4096 or more are", e.getMessage());
        }
    }

    private static void write(OutputStream out, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) i;
        }
        out.write(content, 0, bytes);
        out.flush();
        out.close();
    }
}
