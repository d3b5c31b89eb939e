package space.opensensor.http;

import java.io.IOException;

/** A request that {@link HttpClient} sends. It writes itself; the client neither adds nor changes a field. */
public interface HttpRequest {

    /** @return whether it goes over TLS. */
    boolean secure();

    /** @return name or address to connect to. */
    String host();

    /** @return port to connect to. */
    int port();

    /** @return whether this is HEAD, whose response has no body whatever its fields say (RFC 9112, section 6.3). */
    boolean isHead();

    /** @return whether the head says {@code Expect: 100-continue}. */
    boolean expectsContinue();

    /**
     * Writes request line, fields and the empty line.
     *
     * @throws IOException if the connection fails.
     */
    void writeHead(RequestOutput out) throws IOException;

    /**
     * Writes the body, as the head has announced it; nothing if there is none.
     *
     * @throws IOException if the connection fails or the body cannot be read.
     */
    void writeBody(RequestOutput out) throws IOException;
}
