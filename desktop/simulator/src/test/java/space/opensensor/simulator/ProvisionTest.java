package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.provision.NvsKeys;
import space.opensensor.provision.NvsReader;

/** {@code ./station provision} through the main class of the command line. */
public class ProvisionTest {

    private static final String SECRET = "wJalrXUtnFEMI=K7MDENG#";
    private static final String PASSPHRASE = " correct \\ horse=\"battery\" ";
    private static final String GOOD = "# the attic\nstation=attic-1\nstore=aws\nregion=eu-central-1\nbucket=readings\n"
            + "access_key=AKIDEXAMPLE\nsecret_key=" + SECRET + "\n\nwifi_ssid=Dachgescho\u00df\nwifi_pass=" + PASSPHRASE + "\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void makesAnImageOfEverySetting() throws IOException {
        Shell shell = Shell.run("provision", "--config", config(GOOD), "--out", out());
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("", shell.err);
        Map<String, String> there = NvsReader.read(Files.readAllBytes(out().resolve("nvs.bin")));
        assertEquals(8, there.size());
        assertEquals("attic-1", there.get("station/station"));
        assertEquals(SECRET, there.get("station/secret_key"));
        assertEquals("Dachgescho\u00df", there.get("station/wifi_ssid"));
        assertEquals(PASSPHRASE, there.get("station/wifi_pass"));
        assertEquals("esptool.py --chip esp32s3 --port /dev/ttyUSB0 write_flash 0x10000 " + out().resolve("nvs.bin"),
                shell.lastLine());
        assertEquals(0x10000, Files.size(out().resolve("nvs.bin")));
    }

    @Test
    public void encryptsTheImageWithNewKeys() throws IOException {
        Shell shell = Shell.run("provision", "--config", config(GOOD), "--out", out(), "--encrypt", "--port", "COM7");
        assertEquals(shell.toString(), 0, shell.status);
        NvsKeys keys = NvsKeys.of(Files.readAllBytes(out().resolve("nvs_keys.bin")));
        byte[] image = Files.readAllBytes(out().resolve("nvs.bin"));
        assertEquals(SECRET, NvsReader.read(keys.decrypt(image)).get("station/secret_key"));
        assertTrue(shell.out, shell.out.contains("--port COM7 write_flash 0xf000 " + out().resolve("nvs_keys.bin")));
        assertTrue(shell.out, shell.out.contains("write_flash --encrypt 0xf000 "));
        assertTrue(shell.lastLine(), shell.lastLine().contains("write_flash 0x10000 "));
    }

    @Test
    public void encryptsWithTheKeysThatTheBoardHas() throws IOException {
        Shell.run("provision", "--config", config(GOOD), "--out", out(), "--encrypt");
        byte[] keys = Files.readAllBytes(out().resolve("nvs_keys.bin"));
        Path other = this.folder.getRoot().toPath().resolve("other");
        Shell shell = Shell.run("provision", "--config", config(GOOD.replace("attic-1", "attic-2")), "--out", other, "--keys",
                out().resolve("nvs_keys.bin"));
        assertEquals(shell.toString(), 0, shell.status);
        assertFalse("no new keys", Files.exists(other.resolve("nvs_keys.bin")));
        byte[] image = Files.readAllBytes(other.resolve("nvs.bin"));
        assertEquals("attic-2", NvsReader.read(NvsKeys.of(keys).decrypt(image)).get("station/station"));
    }

    @Test
    public void takesOffsetsAndSizesFromAPartitionTable() throws IOException {
        Path csv = Files.writeString(this.folder.getRoot().toPath().resolve("p.csv"), "nvs,data,nvs,0x9000,24K,\n");
        Shell shell = Shell.run("provision", "--config", config(GOOD), "--out", out(), "--partitions", csv);
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.lastLine(), shell.lastLine().contains("write_flash 0x9000 "));
        assertEquals(24 << 10, Files.size(out().resolve("nvs.bin")));
    }

    @Test
    public void imagesAreForTheirOwnerOnly() throws IOException {
        if (Files.getFileStore(this.folder.getRoot().toPath()).supportsFileAttributeView("posix")) {
            Shell.run("provision", "--config", config(GOOD), "--out", out(), "--encrypt");
            Shell.run("provision", "--config", config(GOOD), "--out", out(), "--encrypt", "--force");
            for (String name : new String[] { "nvs.bin", "nvs_keys.bin" }) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out().resolve(name))));
            }
            Files.setPosixFilePermissions(config(GOOD), PosixFilePermissions.fromString("rw-r--r--"));
            Shell shell = Shell.run("provision", "--config", this.folder.getRoot().toPath().resolve("attic.conf"), "--out", out(),
                    "--force");
            assertTrue(shell.err, shell.err.endsWith("others than its owner may read it; chmod 600 helps\n"));
        }
    }

    @Test
    public void replacesNothingUnlessTold() throws IOException {
        Path there = Files.createDirectories(out()).resolve("nvs.bin");
        Files.writeString(there, "mine");
        Shell shell = Shell.run("provision", "--config", config(GOOD), "--out", out());
        assertEquals(1, shell.status);
        assertEquals("station provision: " + there + ": exists already; --force replaces it\n", shell.err);
        assertEquals("mine", Files.readString(there));
    }

    @Test
    public void neverShowsASecret() throws IOException {
        String[] bad = { GOOD, GOOD + "interval=0\n", GOOD.replace("secret_key=", "secret_key= "),
            GOOD.replace(PASSPHRASE, "short"), GOOD.replace("secret_key", "secretkey"),
            GOOD.replace(SECRET, SECRET.repeat(10)), GOOD + "wifi_pass=" + PASSPHRASE, GOOD + SECRET };
        for (String settings : bad) {
            String said = Shell.run("provision", "--config", config(settings), "--out", out(), "--force", "--debug").toString();
            assertFalse(said, said.contains("wJalrXUtnFEMI"));
            assertFalse(said, said.contains("horse"));
            assertFalse(said, said.contains("short"));
        }
    }

    @Test
    public void refusesWhatTheFirmwareWouldRefuseBeforeAnythingIsWritten() throws IOException {
        refuses("interval: \"0\" is not allowed; 1 to 3600 s", GOOD + "interval=0\n");
        refuses("window: 7 min is not allowed; it must divide a day", GOOD + "window=7\n");
        refuses("bukcet: no such setting", GOOD.replace("bucket", "bukcet"));
        refuses("bucket: must be set unless mode is offline", GOOD.replace("bucket=readings\n", ""));
        refuses("wifi_ssid: must be set unless mode is offline", GOOD.replaceAll("wifi.*\n", ""));
        refuses("wifi_pass: its length is not allowed; 8 to 63 characters are", GOOD.replace(PASSPHRASE, "short"));
        refuses("endpoint: must be set, as store is r2", GOOD.replace("store=aws", "store=r2"));
        refuses("ntp_servers: ", GOOD + "ntp_servers=,\n");
        refuses("broker: must be set unless mode is offline", GOOD + "credentials=broker\n");
        refuses("broker: \"https://example.org\" is not allowed; https://host[:port]/path is",
                GOOD + "credentials=broker\nbroker=https://example.org\n");
        refuses("iot_endpoint: must be set unless mode is offline", GOOD + "credentials=iot\n");
        String iot = GOOD + "credentials=iot\niot_endpoint=c1.example.org\niot_role=Uploads\n";
        refuses("iot_cert: must be set, as credentials is iot", iot);
        refuses("iot_key: this value is not allowed; Base64 of DER in one line is", iot + "iot_key=-----BEGIN\n");
        refuses("iot_cert, iot_key, iot_key_pass: ", iot + "iot_cert=AAAA\niot_key=AAAA\niot_key_pass=secret\n");
    }

    @Test
    public void refusesFilesThatAreNoSettings() throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("attic.conf");
        refuses(file + ", line 3: name=value is allowed, or # and a remark", "mode=offline\n\nstation\n");
        refuses(file + ", line 2: mode is set twice", "mode=offline\nmode=online\n");
        Files.write(file, new byte[] { 'a', '=', (byte) 0xFF });
        Shell shell = Shell.run("provision", "--config", file);
        assertEquals("station provision: " + file + ": is not UTF-8\n", shell.err);
        Shell absent = Shell.run("provision", "--config", this.folder.getRoot().toPath().resolve("absent"));
        assertEquals(1, absent.status);
        assertTrue(absent.err, absent.err.endsWith("absent: there is no such file\n"));
    }

    private void refuses(String message, String settings) throws IOException {
        Shell shell = Shell.run("provision", "--config", config(settings), "--out", out());
        assertEquals(shell.toString(), 2, shell.status);
        assertTrue(shell.err, shell.err.startsWith("station provision: " + message));
        assertEquals(1, shell.err.lines().count());
        assertFalse("written all the same", Files.exists(out()));
    }

    private Path config(String settings) throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("attic.conf");
        Files.deleteIfExists(file);
        Files.createFile(file, Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")) }
                : new java.nio.file.attribute.FileAttribute<?>[0]);
        return Files.writeString(file, settings);
    }

    private Path out() {
        return this.folder.getRoot().toPath().resolve("out");
    }
}
