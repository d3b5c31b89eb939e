package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

/** Content of an object to upload. It can be read from the start as often as an upload is tried. */
public interface Body {

    /** @return bytes, 0 or more; the same at every call. */
    long length();

    /**
     * Starts reading from the first byte.
     *
     * @return exactly {@link #length()} bytes, the same at every call; the caller closes the stream.
     * @throws IOException if the content cannot be read.
     */
    InputStream open() throws IOException;
}
