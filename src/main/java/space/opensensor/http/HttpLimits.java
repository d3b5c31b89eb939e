package space.opensensor.http;

/** Limits of one client, fixed when it is created. */
public final class HttpLimits {

    /** Most bytes of a response's head, fields that nobody asked for included. */
    static final int HEAD_BYTES = 32768;

    /** Most interim responses (1xx) before the final one. */
    static final int INTERIM_RESPONSES = 8;

    /** Milliseconds to wait for {@code 100 Continue} before the body goes out all the same. */
    static final int CONTINUE_MILLIS = 1000;

    /** Milliseconds to wait for a response after the body could not be sent to its end. */
    static final int LATE_RESPONSE_MILLIS = 2000;

    /** Room that a client's buffer needs besides the data of one write: HTTP chunk header and end. */
    public static final int FRAMING_BYTES = 12;

    final int readMillis;
    final int totalMillis;
    final int idleMillis;

    /**
     * @param readMillis longest wait of one read, 1 or more.
     * @param totalMillis longest time of an exchange from connecting to the last byte of its response, 1 or more.
     * @param idleMillis how long an unused connection may serve the next request; 0 means never.
     */
    public HttpLimits(int readMillis, int totalMillis, int idleMillis) {
        this.readMillis = readMillis;
        this.totalMillis = totalMillis;
        this.idleMillis = idleMillis;
    }
}
