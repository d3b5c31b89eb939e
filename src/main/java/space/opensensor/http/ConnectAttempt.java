package space.opensensor.http;

import java.io.IOException;
import java.io.InterruptedIOException;

/** One attempt to connect, made by one thread and awaited by another. */
final class ConnectAttempt implements Runnable {

    private static final long NANOS_PER_MILLI = 1000000L;

    private final Connector connector;
    private final String host;
    private final int port;
    private final boolean secure;
    private Connection connection;
    private IOException failure;
    private RuntimeException defect;
    private boolean done;
    private boolean abandoned;

    ConnectAttempt(Connector connector, String host, int port, boolean secure) {
        this.connector = connector;
        this.host = host;
        this.port = port;
        this.secure = secure;
    }

    @Override
    public void run() {
        Connection made = null;
        IOException failed = null;
        RuntimeException broken = null;
        try {
            made = this.connector.connect(this.host, this.port, this.secure);
        } catch (IOException e) {
            failed = e;
        } catch (RuntimeException e) {
            broken = e;
        }
        if (!settle(made, failed, broken) && made != null) {
            made.close();
        }
    }

    /** Hands over the outcome; false if nobody waits for it any more. */
    private synchronized boolean settle(Connection made, IOException failed, RuntimeException broken) {
        this.connection = made;
        this.failure = failed;
        this.defect = broken;
        this.done = true;
        notifyAll();
        return !this.abandoned;
    }

    /** Waits for the outcome. */
    synchronized Connection await(int millis) throws IOException {
        try {
            long end = System.nanoTime() / NANOS_PER_MILLI + millis;
            for (long left = millis; !this.done && left > 0; left = end - System.nanoTime() / NANOS_PER_MILLI) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            this.abandoned = true;
            throw new InterruptedIOException("interrupted while connecting");
        }
        if (!this.done) {
            this.abandoned = true;
            throw new TimeoutException("no connection after " + millis + " ms");
        }
        if (this.failure != null) {
            throw this.failure;
        }
        if (this.defect != null) {
            throw this.defect;
        }
        return this.connection;
    }
}
