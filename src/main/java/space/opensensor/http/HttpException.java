package space.opensensor.http;

import java.io.IOException;

/** The other side sent something that is no HTTP/1.1 response, or one beyond the limits of this client. */
public final class HttpException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what was wrong and where; holds no content of the message. */
    public HttpException(String message) {
        super(message);
    }
}
