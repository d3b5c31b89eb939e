package space.opensensor.http;

import java.io.IOException;

/** Port to the network: opens connections. Implemented over sockets by {@link SocketConnector}. */
public interface Connector {

    /**
     * Opens a connection.
     *
     * @param host name or address; with TLS also what the server's certificate must be for, and the name sent as SNI.
     * @param port 1 to 65535.
     * @param secure whether to speak TLS.
     * @return an open connection with no read time limit; the caller closes it.
     * @throws IOException if the name is unknown, nobody listens, the handshake fails or the certificate does not
     *         match.
     */
    Connection connect(String host, int port, boolean secure) throws IOException;
}
