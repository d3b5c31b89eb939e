package space.opensensor.simulator.s3;

import java.io.IOException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import space.opensensor.http.TlsHandshake;

/** Handshake of Java SE that checks the certificate against the host name (RFC 2818, section 3.1), as the board's TLS does. */
public final class CheckedHandshake implements TlsHandshake {

    @Override
    public void handshake(SSLSocket socket, String host) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
    }
}
