package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The spool on a raw partition: simulated, and copied off its image. */
public class ExtractTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void bringsReadingsOverARawPartitionIntoTheBucket() {
        Shell shell = Shell.run("simulate", "--windows", 2, "--storage", "partition", "--set", "sync_readings=1",
                "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("360 readings, 2 objects, 0 lost, 0 duplicated", shell.lastLine());
    }

    @Test
    public void copiesTheFilesOfAnOfflineStationOffAnImageOfItsPartition() throws IOException {
        Path objects = this.folder.getRoot().toPath().resolve("objects");
        Shell simulated = Shell.run("simulate", "--windows", 3, "--offline", "--storage", "partition", "--out", objects);
        assertEquals(simulated.toString(), 0, simulated.status);
        String note = simulated.out.lines().filter(line -> line.contains("stay in the spool: ")).findFirst().get();
        Path image = Path.of(note.substring(note.indexOf(": ") + 2));
        try {
            assertEquals(480 * 1024, Files.size(image));
            Path found = this.folder.getRoot().toPath().resolve("found");
            Shell shell = Shell.run("extract", image, found);
            assertEquals(shell.toString(), 0, shell.status);
            assertTrue(shell.out, shell.lastLine().startsWith("540 readings in 1 files, 0 in the log, 0 were dropped"));
            assertEquals(contents(objects), contents(found));
            assertTrue("nothing is written over", Shell.run("extract", image, found).out.contains("is there"));
        } finally {
            Workplace.delete(image.getParent());
        }
    }

    @Test
    public void refusesWhatIsNoImage() throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("spool.bin");
        Files.write(file, new byte[10000]);
        Shell shell = Shell.run("extract", file, this.folder.getRoot());
        assertEquals(2, shell.status);
        assertEquals("station extract: " + file + ": 10000 bytes are no image of a partition; multiples of 4096 are\n",
                shell.err);
        Files.write(file, new byte[16 * 4096]);
        shell = Shell.run("extract", file, this.folder.getRoot());
        assertEquals(1, shell.status);
        assertEquals("station extract: " + file + " holds no file of a station\n", shell.err);
        assertEquals(2, Shell.run("simulate", "--storage", "disk").status);
    }

    private static List<Integer> contents(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(path -> path.toString().endsWith(".parquet")).map(ExtractTest::hash).sorted()
                    .collect(Collectors.toList());
        }
    }

    private static int hash(Path file) {
        try {
            return java.util.Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
