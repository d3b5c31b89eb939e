package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.device.Device;
import space.opensensor.doubles.Board;
import space.opensensor.simulator.board.BoardRun;
import space.opensensor.simulator.s3.Bucket;
import space.opensensor.simulator.s3.EmbeddedS3;
import space.opensensor.simulator.s3.Stored;

/** {@code ./station device}: the firmware's main class against a real S3 server, and what its console says of bad input. */
public class DeviceTest {

    private static final long PATIENCE_MILLIS = 60000;
    private static final long WINDOW_MILLIS = 60000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Threads, sleeps and sockets are real; only the rest of each window, but its last two seconds, is skipped. */
    @Test
    public void everyWindowBecomesAnObjectInTheBucket() throws Exception {
        everyWindowBecomesAnObject("auto");
    }

    @Test
    public void everyWindowBecomesAnObjectWithoutAFileSystemToo() throws Exception {
        everyWindowBecomesAnObject("ram");
        assertFalse(Files.exists(flash()));
    }

    private void everyWindowBecomesAnObject(String storage) throws Exception {
        StringWriter console = new StringWriter();
        try (EmbeddedS3 server = EmbeddedS3.inMemory(false);
                BoardRun board = new BoardRun(online(server, storage), Map.of("desk", "correct horse"), flash(), false,
                        new PrintWriter(console));
                Bucket bucket = new Bucket(server.endpoint(), "us-east-1", true, "readings", server.accessKey(),
                        server.secretKey(), "")) {
            Device device = board.device(PATIENCE_MILLIS);
            await(console, "T00 time set");
            for (int windows = 1; windows <= 3; windows++) {
                long rest = WINDOW_MILLIS - Math.floorMod(Board.wallMillis(), WINDOW_MILLIS);
                Board.skip(Math.max(0, rest - 2000));
                awaitStored(device, windows, console);
            }
            String said = console.toString();
            for (String line : List.of("B00 started: version 0.1.0, reset reason 1", "F01 spool is new: boot 1",
                    "W00 joined: desk", "T00 time set", "P00 file written", "U00 uploaded")) {
                assertTrue(said, said.contains(line));
            }
            assertFalse(said, said.contains("C0") || said.contains("B01") || said.contains("U02") || said.contains("F02"));
            assertFalse(said, said.contains(server.secretKey()) || said.contains("correct horse"));
            List<Stored> objects = bucket.list("station=desk-1/year=");
            assertEquals(objects.toString(), 3, objects.size());
            Path downloads = this.folder.newFolder("downloads").toPath();
            for (Stored object : objects) {
                assertTrue(object.key(), object.key().matches(
                        "station=desk-1/year=\\d{4}/month=\\d\\d/day=\\d\\d/data_\\d{4}\\.parquet"));
                bucket.download(object.key(), downloads);
                Shell shell = Shell.run("inspect", downloads.resolve(object.key()));
                assertEquals(shell.toString(), 0, shell.status);
            }
            assertEquals(0, device.spool().objectCount());
            assertTrue(board.summary(), board.summary().endsWith(" readings, 3 objects stored, 0 waiting"));
        }
    }

    @Test
    public void bootsFromAnEncryptedImageOfProvision() throws IOException {
        Path config = config("station=attic-1\ninterval=1\nwindow=1\nwifi_ssid=attic\nwifi_pass=correct horse\nmode=offline\n");
        Shell.run("provision", "--config", config, "--out", this.folder.getRoot(), "--encrypt");
        Path root = this.folder.getRoot().toPath();
        Shell shell = Shell.run("device", "--nvs", root.resolve("nvs.bin"), "--keys", root.resolve("nvs_keys.bin"),
                "--seconds", 3);
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.contains("W00 joined: attic\n"));
        assertFalse(shell.out, shell.out.contains("C0"));
        Shell plain = Shell.run("device", "--nvs", root.resolve("nvs.bin"), "--seconds", 3);
        assertEquals(2, plain.status);
        assertTrue(plain.err, plain.err.contains("damaged or encrypted"));
    }

    @Test
    public void aBoardFromTheFactorySaysSoAndSamplesOffline() throws IOException {
        Shell shell = Shell.run("device", "--config", config(""), "--seconds", 3);
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.contains("C01 no configuration: NVS station: ESP-IDF error 0x1102\n"));
        assertFalse(shell.out, shell.out.contains("W0"));
        assertTrue(shell.lastLine(), shell.lastLine().matches("[1-9]\\d* readings, 0 objects stored, 0 waiting"));
    }

    @Test
    public void aWrongSettingIsNamedAndTheStationSamplesOffline() throws IOException {
        Shell shell = Shell.run("device", "--config", config("interval=often\nwifi_ssid=attic\nwifi_pass=correct horse\n"),
                "--seconds", 3);
        assertTrue(shell.out, shell.out.contains("C02 setting not allowed: interval: \"often\" is not allowed; 1 to 3600 s\n"));
        assertTrue(shell.lastLine(), shell.lastLine().matches("[1-9]\\d* readings, 0 objects stored, 0 waiting"));
    }

    @Test
    public void aWrongPassphraseIsToldAndNotShown() throws IOException {
        Shell shell = Shell.run("device", "--config", config("interval=1\nwifi_ssid=attic\nwifi_pass=correct horse\n"),
                "--access-point", "attic=battery staple", "--seconds", 3);
        assertTrue(shell.out, shell.out.contains("W01 could not join: refused by attic\n"));
        assertFalse(shell.out, shell.out.contains("horse") || shell.out.contains("staple") || shell.out.contains("T0"));
        assertTrue(shell.lastLine(), shell.lastLine().matches("[2-9] readings, 0 objects stored, 0 waiting"));
    }

    @Test
    public void aStoreThatRefusesTheKeyIsToldAndTheFilesWait() throws Exception {
        StringWriter console = new StringWriter();
        try (EmbeddedS3 server = EmbeddedS3.inMemory(false)) {
            Map<String, String> nvs = online(server, "fat");
            nvs.put("station/secret_key", "wrongwrongwrongwrong");
            try (BoardRun board = new BoardRun(nvs, Map.of("desk", "correct horse"), flash(), false, new PrintWriter(console))) {
                board.device(PATIENCE_MILLIS);
                await(console, "T00 time set");
                Board.skip(Math.max(0, WINDOW_MILLIS - Math.floorMod(Board.wallMillis(), WINDOW_MILLIS) - 1000));
                await(console, "U02 upload failed: ");
                assertTrue(console.toString(), console.toString().contains("SignatureDoesNotMatch"));
                assertFalse(console.toString(), console.toString().contains("wrongwrong"));
                assertTrue(board.summary(), board.summary().endsWith(" 0 objects stored, 1 waiting"));
            }
        }
    }

    @Test
    public void aFlashThatCannotBeUsedIsToldAndTriedAgain() throws IOException {
        Path file = Files.writeString(this.folder.getRoot().toPath().resolve("file"), "no folder");
        Shell shell = Shell.run("device", "--flash", file, "--seconds", 2);
        assertTrue(shell.out, shell.out.contains("F03 no flash: "));
        assertEquals("The board did not start.", shell.lastLine());
    }

    @Test
    public void refusesWhatMakesNoSense() {
        assertEquals("station device: --seconds: 0 is not allowed; 1 or more is\n",
                Shell.run("device", "--seconds", 0).err);
        assertEquals(2, Shell.run("device", "--config", "a", "--nvs", "b").status);
        assertTrue(Shell.run("device", "--config", "absent.conf").err.endsWith("absent.conf: there is no such file\n"));
    }

    private static Map<String, String> online(EmbeddedS3 server, String storage) {
        server.createBucket("readings");
        Map<String, String> nvs = new HashMap<>();
        nvs.put("station/station", "desk-1");
        nvs.put("station/interval", "1");
        nvs.put("station/window", "1");
        nvs.put("station/endpoint", server.endpoint().toString());
        nvs.put("station/addressing", "path");
        nvs.put("station/bucket", "readings");
        nvs.put("station/access_key", server.accessKey());
        nvs.put("station/secret_key", server.secretKey());
        nvs.put("station/storage", storage);
        nvs.put("station/wifi_ssid", "desk");
        nvs.put("station/wifi_pass", "correct horse");
        return nvs;
    }

    private static void await(StringWriter console, String line) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!console.toString().contains(line)) {
            assertTrue("no \"" + line + "\" in\n" + console, System.nanoTime() < end);
            Thread.sleep(20);
        }
    }

    private static void awaitStored(Device device, int objects, StringWriter console) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (device.station().uploader().stored() < objects) {
            assertTrue("not " + objects + " objects\n" + console, System.nanoTime() < end);
            Thread.sleep(20);
        }
    }

    private Path flash() {
        return this.folder.getRoot().toPath().resolve("flash");
    }

    private Path config(String settings) throws IOException {
        return Files.writeString(this.folder.getRoot().toPath().resolve("board.conf"), settings);
    }
}
