package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.Test;

import space.opensensor.spool.PartitionFlash;

/**
 * What a file on NOR flash holds after a cut: all that was flushed, perhaps some of what was written since, and the same at
 * every boot that follows, however the weak bits read; and what is appended then stays too.
 */
public class NorFilesTest {

    private static final String REPLAY = System.getProperty("replay");
    private static final int BOOTS = 3;

    private static final class Written {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int flushed = -1;

        byte[] bytes() {
            return this.content.toByteArray();
        }
    }

    private final Map<String, Written> files = new TreeMap<>();
    /** A file whose deletion may be under way. */
    private String deleting;
    private NorFlash nor;
    private PartitionFlash flash;
    private int moment;
    private int cuts;
    private int next;

    @Test
    public void holdsWhatWasFlushedAndReadsTheSameAtEveryBoot() throws IOException {
        this.nor = new NorFlash(16, true);
        this.nor.listen(this::cutHere);
        this.flash = new PartitionFlash(this.nor);
        for (int round = 0; round < 4; round++) {
            write("a", false, 10, 30, -1, 50, -1);
            write("b", false, 3000, -1, 2500, -1);
            write("a", true, 48, -1);
            this.flash = new PartitionFlash(this.nor);
            write("a", true, 1, 1, 1, -1, 200, -1);
            write("A", true, 60, -1);
            write("c", false, -1, 20, -1, 4096, -1);
            delete("b");
            for (int i = 0; i < 6; i++) {
                this.flash = new PartitionFlash(this.nor);
                write("a", true, 40, -1, 40, -1);
            }
            delete("c");
            write("d", false, 9000, -1);
            delete("a");
            delete("d");
        }
        System.out.println("norfiles: " + this.cuts + " cuts at " + this.moment + " moments");
        assertTrue("" + this.cuts, REPLAY != null || this.cuts > 8000);
    }

    /** Writes so many bytes at a time; -1: flush. */
    private void write(String name, boolean append, int... steps) throws IOException {
        String key = name.toLowerCase();
        if (!append) {
            delete(name);
        }
        OutputStream out = append ? this.flash.append(name) : this.flash.create(name);
        Written file = this.files.computeIfAbsent(key, k -> new Written());
        for (int bytes : steps) {
            if (bytes < 0) {
                out.flush();
                file.flushed = file.content.size();
            } else {
                byte[] content = content(bytes);
                file.content.write(content, 0, bytes);
                out.write(content, 0, bytes);
            }
        }
        out.close();
    }

    /** Bytes that differ from write to write, blank flash among them. */
    private byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        this.next++;
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (this.next % 5 == 0 ? 0xFF : this.next * 37 + i * 11);
        }
        return content;
    }

    private void delete(String name) throws IOException {
        this.deleting = name.toLowerCase();
        this.flash.delete(name);
        this.files.remove(this.deleting);
        this.deleting = null;
    }

    private void cutHere(String step) {
        int variants = this.nor.variants();
        for (int variant = 0; variant < variants; variant += variant < 12 ? 1 : variants > 60 ? 31 : 3) {
            String id = this.moment + "." + variant;
            if (REPLAY == null || REPLAY.equals(id)) {
                this.cuts++;
                try {
                    check(this.nor.cut(variant), 1);
                    check(this.nor.cut(variant), BOOTS);
                } catch (IOException | AssertionError e) {
                    throw new AssertionError("cut before \"" + step + "\": " + e + "; repeat with -Dreplay=" + id, e);
                }
            }
        }
        this.moment++;
    }

    /** Boots so many times, then appends, boots, appends, boots. */
    private void check(NorFlash left, int boots) throws IOException {
        NorFlash found = left;
        PartitionFlash after = new PartitionFlash(found);
        Map<String, byte[]> first = judged(after);
        for (int boot = 1; boot < boots; boot++) {
            found = found.cut(boot);
            after = new PartitionFlash(found);
            assertSame(first, contents(after));
        }
        for (int flushes = 1; flushes < 3; flushes++) {
            append(after, first, flushes);
            for (int boot = 0; boot < BOOTS; boot++) {
                found = found.cut(boot);
                after = new PartitionFlash(found);
                assertSame(first, contents(after));
            }
        }
    }

    /** Appends to every file, and makes one that takes two sectors. */
    private void append(PartitionFlash after, Map<String, byte[]> expected, int flushes) throws IOException {
        expected.put("new" + flushes, new byte[0]);
        for (String name : expected.keySet()) {
            if (!name.equals(this.deleting)) {
                int bytes = name.startsWith("new") && expected.get(name).length == 0 ? 5000 : 77;
                OutputStream out = after.append(name);
                for (int i = 0; i < flushes; i++) {
                    out.write(new byte[bytes], 0, bytes);
                    out.flush();
                }
                out.close();
                expected.put(name, Arrays.copyOf(expected.get(name), expected.get(name).length + flushes * bytes));
            }
        }
    }

    private void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        if (this.deleting != null) {
            // It was under way: gone at one boot, gone for good; not gone, it may go at the next one.
            if (!actual.containsKey(this.deleting)) {
                expected.remove(this.deleting);
            }
        }
        assertEquals(expected.keySet(), actual.keySet());
        for (String name : expected.keySet()) {
            assertTrue(name + " has changed: " + expected.get(name).length + " and " + actual.get(name).length + " bytes",
                    Arrays.equals(expected.get(name), actual.get(name)));
        }
    }

    private Map<String, byte[]> judged(PartitionFlash after) throws IOException {
        Map<String, byte[]> contents = contents(after);
        for (String name : contents.keySet()) {
            assertTrue("there is no file " + name, this.files.containsKey(name));
        }
        for (Map.Entry<String, Written> entry : this.files.entrySet()) {
            byte[] content = contents.get(entry.getKey());
            Written file = entry.getValue();
            if (content == null) {
                assertTrue(entry.getKey() + " is lost", file.flushed < 0 || entry.getKey().equals(this.deleting));
            } else {
                byte[] all = file.bytes();
                assertTrue(entry.getKey() + " has " + content.length + " bytes, not " + file.flushed + " to " + all.length,
                        content.length >= file.flushed && content.length <= all.length);
                assertTrue(entry.getKey() + " differs", Arrays.equals(Arrays.copyOf(all, content.length), content));
            }
        }
        return contents;
    }

    private static Map<String, byte[]> contents(PartitionFlash flash) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : flash.list()) {
            byte[] content = new byte[(int) flash.size(name)];
            try (InputStream in = flash.open(name)) {
                assertEquals(content.length, in.readNBytes(content, 0, content.length));
            }
            contents.put(name.toLowerCase(), content);
        }
        return contents;
    }
}
