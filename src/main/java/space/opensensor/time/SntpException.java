package space.opensensor.time;

import java.io.IOException;

/** No server gave a time that can be believed; the text tells why, server by server. */
public final class SntpException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message why. */
    SntpException(String message) {
        super(message);
    }
}
