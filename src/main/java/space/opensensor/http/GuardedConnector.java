package space.opensensor.http;

import java.io.IOException;

/**
 * Bounds the time of a connection attempt, for platforms whose sockets have no connect time limit: another thread makes
 * the attempt, and is left to itself when the time is over. A connection that comes too late is closed at once.
 */
public final class GuardedConnector implements Connector {

    private final Connector connector;
    private final int connectMillis;

    /** @param connectMillis longest attempt, name look-up and TLS handshake included; 1 or more. */
    public GuardedConnector(Connector connector, int connectMillis) {
        this.connector = connector;
        this.connectMillis = connectMillis;
    }

    @Override
    public Connection connect(String host, int port, boolean secure) throws IOException {
        ConnectAttempt attempt = new ConnectAttempt(this.connector, host, port, secure);
        Thread thread = new Thread(attempt, "connect");
        thread.setDaemon(true);
        thread.start();
        return attempt.await(this.connectMillis);
    }
}
