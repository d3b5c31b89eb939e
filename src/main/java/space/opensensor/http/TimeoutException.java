package space.opensensor.http;

import java.io.IOException;

/** A time limit passed: of one read, or of the whole exchange. */
public final class TimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message which limit, and its milliseconds. */
    public TimeoutException(String message) {
        super(message);
    }
}
