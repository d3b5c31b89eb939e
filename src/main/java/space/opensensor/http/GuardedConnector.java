package space.opensensor.http;

import java.io.IOException;

/**
 * Bounds the time of connecting and of writing, for platforms whose sockets bound only reading. Another thread makes
 * the attempt to connect, and is left to itself when the time is over: a connection that comes too late is closed at
 * once. A third thread, started with the first write, closes a connection whose other side takes no bytes.
 */
public final class GuardedConnector implements Connector {

    private final Connector connector;
    private final int connectMillis;
    private final WriteGuard guard;

    /**
     * @param connector makes the connections.
     * @param connectMillis longest attempt, name look-up and TLS handshake included; 1 or more.
     * @param writeMillis after one to two times this a write of one buffer is given up; 1 or more.
     */
    public GuardedConnector(Connector connector, int connectMillis, int writeMillis) {
        this.connector = connector;
        this.connectMillis = connectMillis;
        this.guard = new WriteGuard(writeMillis);
    }

    @Override
    public Connection connect(String host, int port, boolean secure) throws IOException {
        ConnectAttempt attempt = new ConnectAttempt(this.connector, host, port, secure);
        Thread thread = new Thread(attempt, "connect");
        thread.setDaemon(true);
        thread.start();
        return new GuardedConnection(attempt.await(this.connectMillis), this.guard);
    }
}
