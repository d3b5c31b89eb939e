package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ServeTest {

    private static final long PATIENCE_MILLIS = 20_000;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void servesAFolderUntilItIsInterrupted() throws InterruptedException {
        StringWriter out = new StringWriter();
        Thread server = new Thread(() -> Main.run(new PrintWriter(out), new PrintWriter(out), "serve", "--data",
                this.folder.getRoot().toString(), "--bucket", "room"));
        server.start();
        try {
            String said = said(out);
            System.setProperty("station.env.AWS_ACCESS_KEY_ID", value(said, "AWS_ACCESS_KEY_ID="));
            System.setProperty("station.env.AWS_SECRET_ACCESS_KEY", value(said, "AWS_SECRET_ACCESS_KEY="));
            Shell shell = Shell.run("simulate", "--s3", value(said, "--s3 "), "--bucket", "room", "--path-style",
                    "--windows", 1, "--quiet");
            assertEquals(shell.toString(), 0, shell.status);
            assertTrue(this.folder.getRoot().toPath().resolve("room/station=office-1/year=2026/month=03/day=01")
                    .toFile().isDirectory());
        } finally {
            System.clearProperty("station.env.AWS_ACCESS_KEY_ID");
            System.clearProperty("station.env.AWS_SECRET_ACCESS_KEY");
            server.interrupt();
            server.join(PATIENCE_MILLIS);
        }
        assertEquals(false, server.isAlive());
    }

    @Test
    public void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Shell shell = Shell.run("serve", "--data", this.folder.getRoot(), "--port", taken.getLocalPort());
            assertEquals(1, shell.status);
            assertTrue(shell.err, shell.err.startsWith("station serve: The S3 server cannot listen on port "
                    + taken.getLocalPort() + ": "));
            assertEquals(1, shell.err.lines().count());
        }
    }

    private static String said(StringWriter out) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!out.toString().contains("--path-style") && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
        return out.toString();
    }

    private static String value(String text, String name) {
        int start = text.indexOf(name) + name.length();
        return text.substring(start).split("\\s", 2)[0];
    }
}
