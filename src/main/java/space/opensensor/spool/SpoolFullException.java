package space.opensensor.spool;

import java.io.IOException;

/** The flash has no room and the policy frees none: the frame or object was not written. */
public final class SpoolFullException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what did not fit. */
    SpoolFullException(String message) {
        super(message);
    }
}
