package space.opensensor.http;

import java.io.IOException;

import javax.net.ssl.SSLSocket;

/**
 * Completes a TLS handshake and makes sure that the certificate is for the host asked for (RFC 2818, section 3.1).
 * <p>
 * The board's TLS checks the name given to {@code createSocket} by itself ({@link PlatformHandshake}); a Java SE socket
 * does not, there an implementation must switch the check on before the handshake.
 */
public interface TlsHandshake {

    /**
     * Performs the handshake.
     *
     * @param socket connected, no handshake yet.
     * @param host name the certificate must be valid for.
     * @throws IOException if the handshake fails or the certificate is not for {@code host}.
     */
    void handshake(SSLSocket socket, String host) throws IOException;
}
