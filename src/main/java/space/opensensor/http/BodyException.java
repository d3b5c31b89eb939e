package space.opensensor.http;

import java.io.IOException;

/** The source of a request body failed, or holds more or fewer bytes than announced; the connection is not to blame. */
public final class BodyException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was wrong.
     * @param cause null if the length was wrong.
     */
    public BodyException(String message, IOException cause) {
        super(message, cause);
    }
}
