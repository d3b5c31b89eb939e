package space.opensensor.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Buffered reading from one connection under two time limits: of one read and of the whole exchange. */
final class ConnectionReader {

    private static final int WINDOW_BYTES = 512;

    private final Ticker ticker;
    private final byte[] window = new byte[WINDOW_BYTES];
    private Connection connection;
    private InputStream input;
    private int at;
    private int end;
    private long deadline;
    private int appliedMillis;
    private boolean anyByte;

    ConnectionReader(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Reads from a new connection from now on. */
    void open(Connection newConnection) throws IOException {
        this.connection = newConnection;
        this.input = newConnection.input();
        this.at = 0;
        this.end = 0;
        this.appliedMillis = 0;
    }

    /** Begins an exchange that must end at {@code newDeadline} of the ticker. */
    void begin(long newDeadline) {
        this.deadline = newDeadline;
        this.anyByte = this.at < this.end;
    }

    /** Returns whether the other side has sent anything in this exchange. */
    boolean anyByte() {
        return this.anyByte;
    }

    /** Returns whether bytes can be had without waiting. */
    boolean ready() throws IOException {
        return this.at < this.end || this.input.available() > 0;
    }

    /**
     * Waits for at least one byte.
     *
     * @return false at the end of the stream.
     * @throws TimeoutException if none comes in {@code millis} or before the deadline.
     */
    boolean await(int millis) throws IOException {
        if (this.at < this.end) {
            return true;
        }
        int count = fill(this.window, 0, this.window.length, millis);
        this.at = 0;
        this.end = Math.max(count, 0);
        return count > 0;
    }

    /** Returns the next byte. */
    int read(int millis) throws IOException {
        if (!await(millis)) {
            throw new EOFException("connection closed inside a response");
        }
        return this.window[this.at++] & 0xFF;
    }

    /** Reads up to {@code length} bytes, at least one; -1 at the end of the stream. */
    int read(byte[] target, int offset, int length, int millis) throws IOException {
        int buffered = this.end - this.at;
        if (buffered == 0) {
            return fill(target, offset, length, millis);
        }
        int count = Math.min(buffered, length);
        System.arraycopy(this.window, this.at, target, offset, count);
        this.at += count;
        return count;
    }

    private int fill(byte[] target, int offset, int length, int millis) throws IOException {
        long left = this.deadline - this.ticker.millis();
        if (left <= 0) {
            throw new TimeoutException("total time limit of the exchange passed");
        }
        int wait = (int) Math.min(left, millis);
        if (wait != this.appliedMillis) {
            this.connection.setReadTimeout(wait);
            this.appliedMillis = wait;
        }
        try {
            int count = this.input.read(target, offset, length);
            this.anyByte |= count > 0;
            return count;
        } catch (SocketTimeoutException e) {
            throw new TimeoutException("nothing received for " + wait + " ms");
        }
    }
}
