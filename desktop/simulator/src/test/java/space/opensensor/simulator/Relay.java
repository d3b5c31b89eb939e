package space.opensensor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hands connections on to a server of this machine, and stalls after a number of bytes. */
final class Relay implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch stalled;
    private volatile long left;
    private volatile long sent;

    Relay(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return this.listening.getLocalPort();
    }

    /** Begins to count anew: so many bytes of requests get through. */
    void stallAfter(long bytes) {
        this.left = bytes;
        this.sent = 0;
        this.stalled = new CountDownLatch(1);
    }

    /** Waits until that many have come. */
    boolean awaitStall() throws InterruptedException {
        return this.stalled.await(30, TimeUnit.SECONDS);
    }

    /** Returns bytes of requests that got through. */
    long sent() {
        return this.sent;
    }

    private void accept() throws IOException {
        for (;;) {
            Socket client = this.listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
            start(() -> copy(server.getInputStream(), client.getOutputStream(), false));
            start(() -> copy(client.getInputStream(), server.getOutputStream(), true));
        }
    }

    private void copy(InputStream in, OutputStream out, boolean counted) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        try (in; out) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (counted && this.sent + n > this.left) {
                    this.stalled.countDown();
                    this.closed.await();
                }
                this.sent += counted ? n : 0;
                out.write(buffer, 0, n);
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        this.closed.countDown();
        this.listening.close();
    }
}
