package space.opensensor.device;

import java.io.IOException;

/** A TLS handshake failed: the other side has no certificate that a root of the firmware answers for at this time. */
final class UntrustedException extends IOException {

    private static final long serialVersionUID = 1L;

    UntrustedException(String host, IOException cause) {
        super("TLS to " + host + ": " + cause.getMessage(), cause);
    }
}
