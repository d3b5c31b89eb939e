package space.opensensor.station;

import java.io.IOException;

/** An answer says yes without any sign that it comes from a store: a captive portal may have given it. */
public final class NotTheStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    NotTheStoreException(String key) {
        super("PutObject " + key + ": success without an ETag, and the object cannot be found; is there a captive portal?");
    }
}
