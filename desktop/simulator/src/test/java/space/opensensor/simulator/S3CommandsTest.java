package space.opensensor.simulator;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.simulator.s3.EmbeddedS3;

public class S3CommandsTest {

    /** Credentials of AWS's published examples. */
    private static final String ACCESS = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private EmbeddedS3 server;
    private Path objects;

    @Before
    public void start() throws IOException {
        this.objects = this.folder.newFolder("objects").toPath();
        this.server = EmbeddedS3.inFolder(this.objects, 0, ACCESS, SECRET);
        this.server.createBucket("readings");
        System.setProperty("station.env.AWS_ACCESS_KEY_ID", ACCESS);
        System.setProperty("station.env.AWS_SECRET_ACCESS_KEY", SECRET);
    }

    @After
    public void stop() {
        this.server.close();
        System.clearProperty("station.env.AWS_ACCESS_KEY_ID");
        System.clearProperty("station.env.AWS_SECRET_ACCESS_KEY");
    }

    @Test
    public void uploadsInEveryMode() throws IOException {
        Path file = file(100_000);
        for (String mode : new String[] { "fixed", "signed", "aws-chunked", "aws-chunked-trailer" }) {
            String key = "a b/\u00fc=1+2%/" + mode + ".bin";
            Shell shell = store("upload", file, "--key", key, "--mode", mode, "--quiet");
            assertEquals(shell.toString(), 0, shell.status);
            assertTrue(shell.out, shell.out.matches("readings/\\Q" + key
                    + "\\E: 100000 bytes, ETag [0-9a-f]{32}, verified by its MD5\n"));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(this.objects.resolve("readings/" + key)));
        }
    }

    @Test
    public void namesTheObjectAfterTheFileAndShowsProgress() throws IOException {
        Shell shell = store("upload", file(40_000), "--prefix", "raw/");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.startsWith("readings/raw/data.bin: 40000 bytes"));
        assertTrue(shell.err, shell.err.endsWith("upload: 40000 of 40000\n"));
    }

    @Test
    public void uploadsInParts() throws IOException {
        Path file = file(11 << 20);
        Shell shell = store("upload", file, "--key", "long=1", "--part", "5MiB", "--create-only");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.matches("readings/long=1: 11534336 bytes, ETag [0-9a-f]{32}-3, verified by its MD5\n"));
        assertTrue(shell.err, shell.err.endsWith("upload: 11534336 of 11534336\n"));
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(this.objects.resolve("readings/long=1")));
        assertFalse("state is gone", Files.exists(file.resolveSibling("data.bin.upload")));
        fails(2, "upload: --part: 1048576 bytes are not allowed; 5M to 5G are", "upload", file, "--part", "1M");
        fails(2, "upload: --part: goes with the modes fixed and signed, not with aws-chunked", "upload", file, "--part",
                "5M", "--mode", "aws-chunked");
        fails(2, "upload: Invalid value for option '--part': \"5X\" is no number of bytes as 5242880, 8M or 1GiB; see"
                + " ./station upload --help", "upload", file, "--part", "5X");
    }

    @Test
    public void largeFilesGoInPartsByThemselvesAndNeverReplaceWhatIsThere() throws IOException {
        Path file = this.folder.getRoot().toPath().resolve("data.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(101 << 20);
        }
        Shell shell = store("upload", file, "--key", "k", "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.contains("105906176 bytes, ETag ") && shell.out.contains("-7, verified by its MD5"));
        Path other = file(6 << 20);
        for (int i = 0; i < 2; i++) {
            Shell refused = store("upload", other, "--key", "k", "--part", "5M", "--create-only", "--quiet");
            assertEquals(refused.toString(), 1, refused.status);
            assertTrue(refused.err, refused.err.startsWith("station upload: CompleteMultipartUpload k: status 412 PreconditionFailed"));
        }
        assertEquals(101 << 20, Files.size(this.objects.resolve("readings/k")));
    }

    /** The process is killed in the third of four parts; the same command goes on with the third. */
    @Test
    public void goesOnWithAnUploadInPartsThatWasKilled() throws Exception {
        Path file = file(20 << 20);
        Path state = file.resolveSibling("data.bin.upload");
        try (Relay relay = new Relay(this.server.endpoint().getPort())) {
            relay.stallAfter(13 << 20);
            Process killed = process(relay.port(), "upload", file, "--key", "k", "--part", "5M", "--quiet");
            assertTrue("stalled", relay.awaitStall());
            killed.destroyForcibly().waitFor();
            assertTrue("state was kept", Files.exists(state));
            assertFalse(Files.exists(this.objects.resolve("readings/k")));
            fails(1, "upload: " + state + ": is not the state of an upload to " + this.server.endpoint()
                    + "/readings/k; delete it to upload from the start", "upload", file, "--key", "k", "--part", "5M", "--quiet");
            relay.stallAfter(Long.MAX_VALUE);
            Shell shell = Shell.run("upload", file, "--key", "k", "--part", "5M", "--s3", "http://127.0.0.1:" + relay.port(),
                    "--bucket", "readings");
            assertEquals(shell.toString(), 0, shell.status);
            assertTrue("two parts of 5 MiB: " + relay.sent(), relay.sent() < 11 << 20);
        }
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(this.objects.resolve("readings/k")));
        assertTrue(store("ls").out.endsWith("1 object\n"));
        assertFalse("state is gone", Files.exists(state));
    }

    private static Process process(int port, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("--s3", "http://127.0.0.1:" + port, "--bucket", "readings"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("AWS_ACCESS_KEY_ID", ACCESS);
        builder.environment().put("AWS_SECRET_ACCESS_KEY", SECRET);
        return builder.start();
    }

    @Test
    public void showsWhatItSigns() throws IOException {
        Shell shell = store("upload", file(10), "--key", "a=b", "--quiet", "--show-signing");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.err, shell.err.startsWith("Canonical request:\nPUT\n/readings/a%3Db\n\nhost:127.0.0.1:"));
        assertTrue(shell.err, shell.err.contains("\n\nString to sign:\nAWS4-HMAC-SHA256\n"));
        assertFalse(shell.err, shell.err.contains(SECRET) || shell.err.contains("Signature="));
    }

    @Test
    public void createsOnlyWhereNothingElseIs() throws IOException {
        Path file = file(5000);
        store("upload", file, "--quiet");
        Shell again = store("upload", file, "--create-only", "--quiet");
        assertEquals(again.toString(), 0, again.status);
        assertTrue(again.out, again.out.contains("was there already"));
        Shell other = store("upload", file(6000), "--create-only", "--quiet");
        assertEquals(1, other.status);
        assertEquals("station upload: PutObject data.bin: another object of 5000 bytes is there already\n", other.err);
    }

    @Test
    public void listsWhatStartsWithAPrefix() throws IOException {
        Path file = file(1000);
        store("upload", file, "--key", "a=1/x", "--quiet");
        store("upload", file, "--key", "a=1/y z", "--quiet");
        store("upload", file, "--key", "b", "--quiet");
        Shell shell = store("ls", "a=1/");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.matches("        1000  [0-9a-f]{32}     a=1/x\n"
                + "        1000  [0-9a-f]{32}     a=1/y z\n2 objects\n"));
        assertTrue(store("ls").out.endsWith("3 objects\n"));
        assertTrue(store("ls", "zzz").out.endsWith("0 objects\n"));
    }

    @Test
    public void presignsTheExampleThatAwsPublishes() {
        Shell shell = Shell.run("presign", "get", "test.txt", "--s3", "https://s3.amazonaws.com", "--bucket",
                "examplebucket", "--expires", 86400, "--at", "20130524T000000Z", "--show-signing");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404\n", shell.out);
        assertTrue(shell.err, shell.err.contains("\nhost:examplebucket.s3.amazonaws.com\n\nhost\nUNSIGNED-PAYLOAD\n"));
        assertTrue(shell.err, shell.err.contains("AWS4-HMAC-SHA256\n20130524T000000Z\n"
                + "20130524/us-east-1/s3/aws4_request\n"
                + "3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04\n"));
        assertFalse(shell.err, shell.err.contains(SECRET));
    }

    @Test
    public void presignsUrlsThatWork() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI put = URI.create(store("presign", "put", "x y/\u00e4").out.strip());
        assertEquals(200, client.send(HttpRequest.newBuilder(put).PUT(HttpRequest.BodyPublishers.ofString("hello"))
                .build(), BodyHandlers.ofString()).statusCode());
        URI get = URI.create(store("presign", "get", "x y/\u00e4", "--expires", 60).out.strip());
        assertEquals("hello", client.send(HttpRequest.newBuilder(get).build(), BodyHandlers.ofString()).body());
    }

    @Test
    public void takesTheEndpointFromAPreset() {
        Shell shell = Shell.run("presign", "put", "k", "--store", "b2", "--region", "eu-central-003", "--bucket", "room");
        assertEquals(shell.toString(), 0, shell.status);
        assertTrue(shell.out, shell.out.startsWith("https://room.s3.eu-central-003.backblazeb2.com/k?"));
        Shell own = Shell.run("presign", "put", "k", "--store", "b2", "--s3", "https://b2.example.com", "--bucket", "room");
        assertTrue(own.out, own.out.startsWith("https://room.b2.example.com/k?"));
        Shell unknown = Shell.run("ls", "--store", "attic", "--bucket", "room");
        assertEquals(2, unknown.status);
        assertTrue(unknown.err, unknown.err.startsWith("station ls: store: \"attic\" is not allowed; custom | aws | "));
    }

    @Test
    public void refusesWhatCannotBe() throws IOException {
        fails(2, "presign: expiry in seconds is 0, allowed are 1 to 604800", "presign", "get", "k", "--expires", 0);
        fails(2, "presign: --at: \"noon\" is not allowed; a time as 20130524T000000Z is",
                "presign", "get", "k", "--at", "noon");
        fails(2, "upload: key ../x: segments . and .. are not allowed", "upload", file(1), "--key", "../x", "--quiet");
        fails(1, "upload: " + this.objects.resolve("none") + ": there is no such file",
                "upload", this.objects.resolve("none"));
        Shell shell = Shell.run("ls");
        assertEquals(2, shell.status);
        assertEquals("station ls: --s3: must be set unless --store is\n", shell.err);
    }

    @Test
    public void saysWhatTheStoreSaid() throws IOException {
        System.setProperty("station.env.AWS_SECRET_ACCESS_KEY", "not-the-secret");
        for (Shell shell : new Shell[] { store("ls"), store("upload", file(10), "--quiet") }) {
            assertEquals(1, shell.status);
            assertTrue(shell.err, shell.err.matches("station (ls|upload): .*403 SignatureDoesNotMatch.*"
                    + "request [0-9A-F]{16}.*\n"));
            assertFalse(shell.err, shell.err.contains("not-the-secret"));
        }
    }

    /** Every command with every outcome, stack traces on: what is printed holds neither secret nor token nor signature. */
    @Test
    public void nothingThatIsPrintedHoldsASecret() throws IOException {
        String token = "session/token+of==the,test";
        StringBuilder printed = new StringBuilder();
        for (String secret : new String[] { SECRET, "not/the+secret" }) {
            System.setProperty("station.env.AWS_SECRET_ACCESS_KEY", secret);
            for (String session : new String[] { "", token }) {
                System.setProperty("station.env.AWS_SESSION_TOKEN", session);
                for (String bucket : new String[] { "readings", "missing", "no bucket" }) {
                    for (Object[] command : new Object[][] { { "ls" }, { "upload", file(5000) }, { "upload", file(6 << 20), "--part",
                            "5M", "--mode", "signed" }, { "upload", file(9000), "--mode", "aws-chunked", "--create-only" },
                            { "simulate", "--windows", 1, "--path-style" } }) {
                        List<Object> line = new ArrayList<>(List.of(command));
                        line.addAll(List.of("--s3", this.server.endpoint(), "--bucket", bucket, "--debug"));
                        if (command[0].equals("upload")) {
                            line.add("--show-signing");
                        }
                        printed.append(Shell.run(line.toArray()));
                        Files.deleteIfExists(this.folder.getRoot().toPath().resolve("data.bin.upload"));
                    }
                }
            }
        }
        System.clearProperty("station.env.AWS_SESSION_TOKEN");
        String text = printed.toString();
        assertTrue(text.contains("SignatureDoesNotMatch") && text.contains("\tat space.opensensor.") && text.contains("<session token>"));
        for (String hidden : new String[] { SECRET, "not/the+secret", token, "session%2Ftoken", "Signature=" }) {
            assertFalse(hidden + " in " + text, text.contains(hidden));
        }
    }

    private void fails(int status, String message, Object... arguments) {
        Shell shell = store(arguments);
        assertEquals("station " + message + "\n", shell.err);
        assertEquals(status, shell.status);
        assertEquals("", shell.out);
    }

    private Shell store(Object... arguments) {
        Object[] all = new Object[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        Object[] endpoint = { "--s3", this.server.endpoint(), "--bucket", "readings" };
        System.arraycopy(endpoint, 0, all, arguments.length, endpoint.length);
        return Shell.run(all);
    }

    private Path file(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(this.folder.getRoot().toPath().resolve("data.bin"), content);
    }
}
