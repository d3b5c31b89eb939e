package space.opensensor.http;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connections over {@code java.net} sockets, on the board and on a JDK. An attempt lasts as long as the platform's TCP
 * allows: {@link GuardedConnector} bounds it.
 */
public final class SocketConnector implements Connector {

    private final SSLSocketFactory tls;
    private final TlsHandshake handshake;

    /** Creates a connector without TLS: {@link #connect} refuses secure connections. */
    public SocketConnector() {
        this.tls = null;
        this.handshake = null;
    }

    /**
     * Creates a connector for plain and TLS connections.
     *
     * @param tls factory whose context trusts the roots of the servers and holds the client certificate, if any.
     * @param handshake how the host name is verified.
     * @throws IllegalArgumentException if an argument is null.
     */
    public SocketConnector(SSLSocketFactory tls, TlsHandshake handshake) {
        if (tls == null || handshake == null) {
            throw new IllegalArgumentException("TLS needs a socket factory and a handshake that checks the host name");
        }
        this.tls = tls;
        this.handshake = handshake;
    }

    @Override
    public Connection connect(String host, int port, boolean secure) throws IOException {
        return new SocketConnection(secure ? secure(host, port) : new Socket(host, port));
    }

    private Socket secure(String host, int port) throws IOException {
        if (this.tls == null) {
            throw new IOException("https://" + host + " needs TLS, which this connector was created without");
        }
        Socket socket = this.tls.createSocket(host, port);
        boolean done = false;
        try {
            this.handshake.handshake((SSLSocket) socket, host);
            done = true;
        } finally {
            if (!done) {
                socket.close();
            }
        }
        return socket;
    }
}
