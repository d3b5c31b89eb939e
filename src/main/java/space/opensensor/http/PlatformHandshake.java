package space.opensensor.http;

import java.io.IOException;

import javax.net.ssl.SSLSocket;

/**
 * Handshake for platforms that check the host name themselves, as the board's Mbed TLS does with the name given to
 * {@code SSLSocketFactory.createSocket(String, int)}. Not for Java SE: there no name would be checked.
 */
public final class PlatformHandshake implements TlsHandshake {

    @Override
    public void handshake(SSLSocket socket, String host) throws IOException {
        socket.startHandshake();
    }
}
