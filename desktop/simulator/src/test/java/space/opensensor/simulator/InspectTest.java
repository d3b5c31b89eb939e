package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class InspectTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void showsSchemaRowGroupsAndStatistics() throws IOException {
        Path csv = this.folder.getRoot().toPath().resolve("a.csv");
        Path parquet = this.folder.getRoot().toPath().resolve("a.parquet");
        Files.writeString(csv, "time,value\n2026-03-01T00:00:00Z,1.5\n2026-03-01T00:00:05Z,\n");
        Shell.run("convert", csv, parquet, "--rows-per-group", 1, "--quiet");
        Shell shell = Shell.run("inspect", parquet);
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.contains("opensensor-parquet version"));
        assertTrue(shell.out, shell.out.contains("INT64     TIMESTAMP WITH TIME ZONE  REQUIRED"));
        assertTrue(shell.out, shell.out.contains("2026-03-01 00:00:05+00"));
        assertEquals("", shell.err);
    }

    @Test
    public void saysThatAFileIsNoParquetFile() throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("a.txt");
        Files.writeString(file, "no Parquet at all");
        Shell shell = Shell.run("inspect", file);
        assertEquals(1, shell.status);
        assertTrue(shell.err, shell.err.startsWith("station inspect: " + file + ": is not a Parquet file that can be"));
        assertEquals(1, shell.err.lines().count());
        Shell missing = Shell.run("inspect", file + "x");
        assertEquals("station inspect: " + file + "x: there is no such file\n", missing.err);
        assertEquals(1, missing.status);
    }
}
