package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class SimulateTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void bringsTwoWindowsOfRecordedReadingsIntoTheBucketAndBack() {
        Shell shell = Shell.run("simulate", "--windows", 2);
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("360 readings, 2 objects, 0 lost, 0 duplicated", shell.lastLine());
        assertTrue(shell.out, shell.out.contains("office.csv (8143 recorded readings, left out: co2)"));
        assertTrue(shell.out, shell.out.contains("station=office-1/year=2026/month=03/day=01/data_0815.parquet"));
        assertTrue(shell.out, shell.out.contains("office-1  2026  03     01   08:00   360"));
        assertEquals("simulate: 90 of 360\nsimulate: 180 of 360\nsimulate: 270 of 360\nsimulate: 360 of 360\n",
                shell.err);
    }

    @Test
    public void uploadsSignedChunks() {
        Shell shell = Shell.run("simulate", "--windows", 2, "--upload", "aws-chunked", "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("360 readings, 2 objects, 0 lost, 0 duplicated\n", shell.out);
        assertEquals("", shell.err);
    }

    @Test
    public void putsTheBucketIntoTheHostName() {
        Shell shell = Shell.run("simulate", "--windows", 1, "--virtual-host", "--bucket", "room-42", "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("180 readings, 1 objects, 0 lost, 0 duplicated", shell.lastLine());
    }

    @Test
    public void endsWithOneJsonObject() {
        Shell shell = Shell.run("simulate", "--windows", 1, "--sensors", "synthetic", "--json", "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        JsonNode json = JsonMapper.shared().readTree(shell.lastLine());
        assertEquals(180, json.get("readings").intValue());
        assertEquals(1, json.get("objects").intValue());
        assertTrue(json.get("bytes").intValue() > 1000);
        assertEquals(0, json.get("lost").intValue());
        assertEquals(0, json.get("duplicated").intValue());
        assertEquals(0, json.get("retries").intValue());
    }

    @Test
    public void keepsTheObjectsUnderTheirKeys() throws IOException {
        Path out = this.folder.getRoot().toPath().resolve("with a space");
        Shell shell = Shell.run("simulate", "--windows", 2, "--station", "S_1", "--prefix", "raw/", "--window", 30,
                "--interval", 60, "--start", "2026-12-31T23:30:00Z", "--set", "values=decimal", "--out", out,
                "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("60 readings, 2 objects, 0 lost, 0 duplicated", shell.lastLine());
        assertEquals(List.of("raw/station=S_1/year=2026/month=12/day=31/data_2330.parquet",
                "raw/station=S_1/year=2027/month=01/day=01/data_0000.parquet"), files(out));
    }

    @Test
    public void checksAStationThatReportsItsHealth() throws IOException {
        for (String where : new String[] {"bucket", "spool"}) {
            Path out = this.folder.getRoot().toPath().resolve(where);
            Shell shell = Shell.run("simulate", "--windows", 1, "--set", "health=5", "--out", out, "--quiet",
                    where.equals("spool") ? "--offline" : "--path-style");
            assertEquals(shell.toString(), 0, shell.status);
            assertEquals("180 readings, 2 objects, 0 lost, 0 duplicated", shell.lastLine());
            assertEquals(List.of("station=office-1/year=2026/month=03/day=01/data_0800.parquet",
                    "station=office-1/year=2026/month=03/day=01/health_0800.parquet"), files(out));
        }
    }

    @Test
    public void writesTheSameBytesAgainAndWithAnotherFraming() throws IOException {
        Path first = this.folder.getRoot().toPath().resolve("first");
        Path second = this.folder.getRoot().toPath().resolve("second");
        Shell.run("simulate", "--windows", 1, "--out", first, "--quiet");
        Shell.run("simulate", "--windows", 1, "--out", second, "--quiet", "--upload", "aws-chunked");
        String key = "station=office-1/year=2026/month=03/day=01/data_0800.parquet";
        assertEquals(-1L, Files.mismatch(first.resolve(key), second.resolve(key)));
    }

    @Test
    public void replaysAtTheRecordedTimes() throws IOException {
        Path out = this.folder.getRoot().toPath();
        Shell shell = Shell.run("simulate", "--windows", 3, "--keep-time", "--out", out, "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("40 readings, 3 objects, 0 lost, 0 duplicated", shell.lastLine());
        assertEquals("station=office-1/year=2015/month=02/day=04/data_1745.parquet", files(out).get(0));
    }

    @Test
    public void startsTheRecordingAgainWhenItEnds() throws IOException {
        Path csv = csv("timestamp,light\n2026-01-01T00:00:00Z,1\n2026-01-01T00:00:05Z,\n2026-01-01T00:00:10Z,3\n");
        Shell shell = Shell.run("simulate", "--windows", 1, "--sensors", csv);
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.contains("The recording starts again from its first row when it ends."));
        assertEquals("120 readings, 1 objects, 0 lost, 0 duplicated", shell.lastLine());
    }

    @Test
    public void staysOfflineAndKeepsTheFilesInTheSpool() throws IOException {
        Path out = this.folder.getRoot().toPath();
        Shell shell = Shell.run("simulate", "--windows", 2, "--offline", "--out", out);
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("360 readings, 1 objects, 0 lost, 0 duplicated", shell.lastLine());
        assertEquals("both windows in one", 1, files(out).size());
        assertTrue(shell.out, shell.out.contains("offline capacity: "));
        Path flash = Path.of(shell.out.replaceAll("(?s).*stay in the spool: (\\S+).*", "$1"));
        try (Stream<Path> spooled = Files.list(flash)) {
            assertTrue(spooled.count() >= 2);
        }
        for (String file : files(flash)) {
            Files.delete(flash.resolve(file));
        }
        Files.delete(flash);
        Files.delete(flash.getParent());
    }

    @Test
    public void saysHowManyReadingsAFullSpoolDropped() {
        Shell shell = Shell.run("simulate", "--days", 1, "--offline", "--set", "spool_size=80", "--quiet");
        assertEquals(shell.toString(), 1, shell.status);
        assertTrue(shell.err, shell.err.matches(
                "spool_size: the spool was full, \\d+ readings were dropped; 64 to 16384 KiB are allowed\n"));
        assertFalse(shell.out, shell.out.contains(" 0 lost"));
        assertTrue(shell.out, shell.out.contains("17280 readings, "));
    }

    @Test
    public void namesFileLineAndColumnOfAWrongCell() throws IOException {
        Path csv = csv("timestamp,light\n2026-01-01T00:00:00Z,1\n2026-01-01T00:00:05Z,dark\n");
        Path out = this.folder.getRoot().toPath().resolve("out");
        Shell shell = Shell.run("simulate", "--sensors", csv, "--out", out);
        assertEquals(1, shell.status);
        assertEquals("station simulate: " + csv + ", line 3, column \"light\": \"dark\" is not a number; allowed is a "
                + "decimal number, or an empty cell for a missing value\n", shell.err);
        assertEquals("", shell.out);
        assertFalse(Files.exists(out));
    }

    @Test
    public void refusesTimesThatDoNotGrow() throws IOException {
        Path csv = csv("timestamp,light\n2026-01-01T00:00:00Z,1\n2026-01-01T00:00:00Z,2\n");
        Shell shell = Shell.run("simulate", "--sensors", csv, "--keep-time");
        assertEquals(1, shell.status);
        assertEquals("station simulate: " + csv + ", line 3, column \"timestamp\": \"2026-01-01T00:00:00Z\" is not "
                + "later than the time of the row before\n", shell.err);
    }

    @Test
    public void refusesARecordingOfOtherThings() throws IOException {
        Path csv = csv("timestamp,co2\n2026-01-01T00:00:00Z,1\n");
        Shell shell = Shell.run("simulate", "--sensors", csv);
        assertEquals(1, shell.status);
        assertTrue(shell.err, shell.err.startsWith("station simulate: " + csv
                + ", line 1: none of the columns is a quantity of the station; allowed are temperature, humidity, "));
    }

    @Test
    public void refusesWhatIsNotAllowedBeforeItStarts() {
        refuses("window: 7 min is not allowed; it must divide a day", "--window", 7);
        refuses("interval: \"0\" is not allowed; 1 to 3600 s", "--interval", 0);
        refuses("station: \"a/b\" is not allowed; letters, digits, - and _ are", "--station", "a/b");
        refuses("upload: \"zip\" is not allowed; fixed | aws-chunked", "--upload", "zip");
        refuses("--sensors: \"all\" is not allowed; recorded, synthetic or FILE.csv is", "--sensors", "all");
        refuses("--windows: 0 is not allowed; 1 to 1048576 windows are", "--windows", 0);
        refuses("--start: \"noon\" is not allowed; a time as 2026-03-01T08:00:00Z is", "--start", "noon");
        refuses("--keep-time: synthetic sensors have no recorded times", "--keep-time", "--sensors", "synthetic");
        refuses("Invalid value for option '--windows': 'x' is not an int; see ./station simulate --help",
                "--windows", "x");
        refuses("The environment variable AWS_ACCESS_KEY_ID must be set to use a store of your own",
                "--s3", "http://127.0.0.1:9", "--bucket", "abc");
    }

    private static void refuses(String message, Object... options) {
        Object[] arguments = new Object[options.length + 1];
        arguments[0] = "simulate";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Shell shell = Shell.run(arguments);
        assertEquals("station simulate: " + message + "\n", shell.err);
        assertEquals(2, shell.status);
        assertEquals("", shell.out);
    }

    private Path csv(String text) throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("recorded.csv");
        return Files.writeString(file, text);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
