package space.opensensor.device;

import java.io.IOException;
import java.io.InterruptedIOException;

import javax.net.ssl.SSLSocket;

import space.opensensor.http.TlsHandshake;

/** A handshake whose failure can be told from that of the network. */
final class BoardHandshake implements TlsHandshake {

    private final TlsHandshake platform;

    /** @param platform does it, and checks the host name. */
    BoardHandshake(TlsHandshake platform) {
        this.platform = platform;
    }

    @Override
    public void handshake(SSLSocket socket, String host) throws IOException {
        try {
            this.platform.handshake(socket, host);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new UntrustedException(host, e);
        }
    }
}
