package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.Test;

import space.opensensor.http.Connector;
import space.opensensor.http.GuardedConnector;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/** Real sockets that stall, reset and answer early. */
public class SocketsTest {

    /** What the server does with each connection. */
    private interface Behaviour {
        void serve(Socket socket) throws Exception;
    }

    private static S3Exception failureOf(Behaviour behaviour, Connector connector, int bytes) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setReceiveBufferSize(4096);
            Thread thread = new Thread(() -> {
                try {
                    for (;;) {
                        behaviour.serve(server.accept());
                    }
                } catch (Exception e) {
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
            S3Config config = new S3Config("http://127.0.0.1:" + server.getLocalPort(), "eu", "bucket")
                    .addressing(S3Config.PATH_STYLE).maxAttempts(1).timeouts(300, 5000);
            S3Client client = new S3Client(config, connector, new StaticCredentials(new Credentials("AK", "SK")),
                    System::currentTimeMillis);
            long start = System.nanoTime();
            try {
                client.putObject("key", new BytesBody(new byte[bytes]), null);
                fail();
                return null;
            } catch (S3Exception e) {
                assertTrue("took too long", System.nanoTime() - start < 4_000_000_000L);
                return e;
            }
        }
    }

    @Test
    public void aServerThatNeverAnswersEndsWithTheReadLimit() throws Exception {
        S3Exception e = failureOf(socket -> { }, new SocketConnector(), 1000);
        assertTrue(e.getMessage(), e.getMessage().contains("nothing received for 300 ms"));
        assertTrue(e.retryable());
    }

    @Test
    public void aServerThatTakesNoBytesEndsWithTheWriteLimit() throws Exception {
        S3Exception e = failureOf(socket -> { }, new GuardedConnector(new SocketConnector(), 1000, 500), 50 << 20);
        assertTrue(e.getMessage(), e.getMessage().contains("write time limit"));
        assertTrue(e.retryable());
    }

    @Test
    public void anAttemptToConnectEndsWithItsLimit() throws Exception {
        Connector never = (host, port, secure) -> {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new IOException("too late");
        };
        S3Exception e = failureOf(socket -> { }, new GuardedConnector(never, 200, 500), 10);
        assertTrue(e.getMessage(), e.getMessage().contains("no connection after 200 ms"));
    }

    @Test
    public void aRefusalInTheMiddleOfTheBodyIsHeard() throws Exception {
        S3Exception e = failureOf(socket -> {
            InputStream in = socket.getInputStream();
            in.readNBytes(10000);
            String xml = "<Error><Code>EntityTooLarge</Code><Message>m</Message><RequestId>R</RequestId></Error>";
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 400 Bad\r\nConnection: close\r\nContent-Length: " + xml.length() + "\r\n\r\n" + xml)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(200);
            socket.setSoLinger(true, 0);
            in.readNBytes(1 << 20);
            socket.shutdownOutput();
        }, new SocketConnector(), 20 << 20);
        assertEquals("EntityTooLarge", e.code());
        assertEquals(400, e.status());
    }

    @Test
    public void aResetInTheMiddleIsReportedAsOne() throws Exception {
        S3Exception e = failureOf(socket -> {
            socket.getInputStream().readNBytes(5000);
            socket.setSoLinger(true, 0);
            socket.close();
        }, new SocketConnector(), 1 << 20);
        assertEquals(0, e.status());
        assertTrue(e.retryable());
    }
}
