package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.simulator.s3.EmbeddedS3;

public class RemoteStoreTest {

    private static final String ACCESS = "AKIAREMOTE";
    private static final String SECRET = "a/secret+of=the.remote,store";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private EmbeddedS3 server;

    @Before
    public void start() {
        this.server = EmbeddedS3.inFolder(this.folder.getRoot().toPath(), 0, ACCESS, SECRET);
        this.server.createBucket("readings");
        credentials(ACCESS, SECRET);
    }

    @After
    public void stop() {
        this.server.close();
        System.clearProperty("station.env.AWS_ACCESS_KEY_ID");
        System.clearProperty("station.env.AWS_SECRET_ACCESS_KEY");
    }

    @Test
    public void findsEveryReadingOnceHoweverOftenTheSameIsUploaded() {
        for (int i = 0; i < 2; i++) {
            Shell shell = simulate("readings", "--windows", "2");
            assertEquals(shell.toString(), 0, shell.status);
            assertEquals("360 readings, 2 objects, 0 lost, 0 duplicated\n", shell.out);
        }
        assertTrue(new File(this.folder.getRoot(),
                "readings/station=office-1/year=2026/month=03/day=01/data_0815.parquet").isFile());
    }

    @Test
    public void neverReplacesWhatAnotherRunLeft() {
        simulate("readings", "--windows", "1");
        Shell shell = simulate("readings", "--windows", "1", "--sensors", "synthetic");
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("180 readings, 1 objects, 0 lost, 0 duplicated\n", shell.out);
        String[] files = new File(this.folder.getRoot(), "readings/station=office-1/year=2026/month=03/day=01").list();
        assertEquals(2, files.length);
    }

    @Test
    public void saysWhatTheStoreSaidOfAWrongSecret() throws IOException {
        credentials(ACCESS, "wrong");
        Shell shell = simulate("readings");
        assertEquals(1, shell.status);
        assertEquals("", shell.out);
        assertTrue(shell.err, shell.err.matches("station simulate: PutObject station=office-1/\\S+/data_0800.parquet: "
                + "status 403 SignatureDoesNotMatch, .* request [0-9A-F]{16}.*; 181 of 181 accepted readings wait in "
                + "the spool \\S+\n"));
        assertFalse(shell.err, shell.err.contains("wrong"));
        removeSpool(shell);
    }

    @Test
    public void saysWhatTheStoreSaidOfAMissingBucket() throws IOException {
        Shell shell = simulate("no-such-bucket");
        assertEquals(1, shell.status);
        assertTrue(shell.err, shell.err.matches("station simulate: .*status 404 NoSuchBucket.* request [0-9A-F]{16}.*; "
                + "181 of 181 accepted readings wait in the spool \\S+\n"));
        removeSpool(shell);
    }

    @Test
    public void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Shell shell = Shell.run("simulate", "--s3", "http://127.0.0.1:" + port, "--bucket", "readings", "--quiet");
        assertEquals(1, shell.status);
        assertTrue(shell.err, shell.err.matches("station simulate: .*Connection refused.*; "
                + "181 of 181 accepted readings wait in the spool \\S+\n"));
        removeSpool(shell);
    }

    @Test
    public void refusesAnEndpointOrBucketThatCannotBe() {
        Shell path = Shell.run("simulate", "--s3", "http://127.0.0.1:9/path", "--bucket", "readings", "--quiet");
        assertEquals(2, path.status);
        assertEquals("station simulate: endpoint must be scheme://host[:port] without path, user or query\n", path.err);
        Shell bucket = simulate("Read_ings");
        assertEquals(2, bucket.status);
        assertTrue(bucket.err, bucket.err.startsWith("station simulate: bucket name Read_ings: "));
    }

    private Shell simulate(String bucket, String... options) {
        Object[] arguments = new Object[options.length + 6];
        Object[] fixed = { "simulate", "--s3", this.server.endpoint(), "--bucket", bucket, "--quiet" };
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(options, 0, arguments, fixed.length, options.length);
        return Shell.run(arguments);
    }

    private static void credentials(String access, String secret) {
        System.setProperty("station.env.AWS_ACCESS_KEY_ID", access);
        System.setProperty("station.env.AWS_SECRET_ACCESS_KEY", secret);
    }

    private static void removeSpool(Shell shell) throws IOException {
        Path flash = Path.of(shell.err.strip().replaceAll(".* ", ""));
        assertTrue(Files.isDirectory(flash));
        for (File file : flash.toFile().listFiles()) {
            Files.delete(file.toPath());
        }
        Files.delete(flash);
        Files.delete(flash.getParent());
    }
}
