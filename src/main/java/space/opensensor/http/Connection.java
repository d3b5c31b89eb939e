package space.opensensor.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One open connection, as a {@link Connector} returns it. */
public interface Connection extends Closeable {

    /**
     * @return what the other side sends; always the same stream.
     * @throws IOException if the connection is closed.
     */
    InputStream input() throws IOException;

    /**
     * @return what goes to the other side, unbuffered; always the same stream.
     * @throws IOException if the connection is closed.
     */
    OutputStream output() throws IOException;

    /**
     * Limits the time one read may wait.
     *
     * @param millis 1 or more; 0 means no limit.
     * @throws IOException if the connection is closed.
     */
    void setReadTimeout(int millis) throws IOException;

    /** Closes both directions; a second call does nothing. Never throws. */
    @Override
    void close();
}
