package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.spool.SpoolConfig;

/**
 * Volumes of the model of FAT and those of mkfs.fat and mtools are the same thing. Needs Debian's dosfstools and mtools; a
 * run without them counts these tests as skipped and says why.
 */
public class RealFatTest {

    private static final int VOLUME = 128 * 4096;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static String run(Object... command) throws IOException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PATH", System.getenv("PATH") + ":/usr/sbin:/sbin");
        // Sectors of 4,096 bytes and a media byte that no floppy has.
        builder.environment().put("MTOOLS_SKIP_CHECK", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            assertEquals(words + " says " + said, 0, process.waitFor());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return said;
    }

    private static void needTools() {
        for (String tool : new String[] { "mkfs.fat", "fsck.fat", "mcopy" }) {
            boolean found = Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
                    .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
            if (!found) {
                System.out.println("RealFatTest is left out: there is no " + tool + "; install dosfstools and mtools");
            }
            assumeTrue(tool + " is missing: install dosfstools and mtools", found);
        }
    }

    private static byte[] content(FatFlash flash, String name) throws IOException {
        byte[] content = new byte[(int) flash.size(name)];
        try (InputStream in = flash.open(name)) {
            assertEquals(name, content.length, in.readNBytes(content, 0, content.length));
        }
        return content;
    }

    /** A spool with segments, objects and both files of the journal. */
    private static Driver spool(FatFlash flash) throws IOException {
        Driver driver = new Driver(new SpoolConfig().segmentBytes(8192), new Ledger());
        Sequences.core(driver, flash);
        driver.seal();
        driver.append(300);
        driver.convert(250, true);
        driver.archive(40);
        driver.append(200);
        return driver;
    }

    @Test
    public void fsckFindsNoFaultInAVolumeOfTheModelAndMtoolsReadItsFiles() throws IOException {
        needTools();
        for (int sectorBytes : new int[] { 512, 4096 }) {
            FatFlash flash = FatFlash.format(VOLUME, sectorBytes, true);
            spool(flash);
            Path image = this.folder.getRoot().toPath().resolve("model" + sectorBytes);
            Files.write(image, flash.volume().disk.image);
            run("fsck.fat", "-n", image);
            Path files = Files.createDirectory(this.folder.getRoot().toPath().resolve("files" + sectorBytes));
            run("mcopy", "-i", image, "::*", files);
            String[] names = flash.list();
            assertTrue(Arrays.toString(names), names.length >= 4);
            for (String name : names) {
                assertTrue(name, Arrays.equals(content(flash, name), Files.readAllBytes(files.resolve(name))));
            }
            try (Stream<Path> found = Files.list(files)) {
                assertEquals(names.length, found.count());
            }
        }
    }

    @Test
    public void aSpoolWrittenByMtoolsToAVolumeOfMkfsIsRecovered() throws IOException {
        needTools();
        for (int sectorBytes : new int[] { 512, 4096 }) {
            FatFlash before = FatFlash.format(VOLUME, sectorBytes, true);
            Driver driver = spool(before);
            Path image = this.folder.getRoot().toPath().resolve("real" + sectorBytes);
            run("mkfs.fat", "-C", "-F", 12, "-f", 1, "-r", 512, "-R", 1, "-a", "-S", sectorBytes, "-s", 4096 / sectorBytes,
                    image, VOLUME / 1024);
            for (String name : before.list()) {
                Path file = this.folder.getRoot().toPath().resolve(name);
                Files.write(file, content(before, name));
                run("mcopy", "-o", "-i", image, file, "::" + name);
            }
            FatFlash real = FatFlash.mount(Files.readAllBytes(image), sectorBytes);
            assertEquals(List.of(sorted(before.list())), List.of(sorted(real.list())));
            driver.boot(real);
            new Audit(driver.ledger).check(driver.spool, Audit.Drops.EXACT);
            driver.append(100);
            driver.drain();
            new Audit(driver.ledger).check(driver.spool, Audit.Drops.EXACT);
            Files.write(image, real.volume().disk.image);
            run("fsck.fat", "-n", image);
        }
    }

    private static String[] sorted(String[] names) {
        Arrays.sort(names);
        return names;
    }
}
