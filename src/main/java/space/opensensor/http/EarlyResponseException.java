package space.opensensor.http;

import java.io.IOException;

/** The response began before the request body was sent: the rest of the body is pointless (RFC 9112, section 9.5). */
final class EarlyResponseException extends IOException {

    private static final long serialVersionUID = 1L;

    EarlyResponseException() {
        super("response before the end of the request");
    }
}
