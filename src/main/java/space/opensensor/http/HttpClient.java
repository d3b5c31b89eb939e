package space.opensensor.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * HTTP/1.1 client with one connection, kept for the next request to the same host for a while (RFC 9112, section 9).
 * <p>
 * Owns one send buffer, 512 bytes of receive window and the values of the response fields asked for; nothing is
 * allocated after construction but by the {@link Connector}. One exchange at a time: the response body must be read
 * or given up with {@link #close()} before the next {@link #execute}, which closes the connection otherwise.
 */
public final class HttpClient implements Closeable {

    private static final int VALUE_BYTES = 512;

    private final Connector connector;
    private final HttpLimits limits;
    private final Ticker ticker;
    private final ConnectionReader reader;
    private final RequestOutput out;
    private final ResponseHeadReader heads;
    private final ResponseBody body;
    private final HttpResponse response;

    private Connection connection;
    private String host;
    private int port;
    private boolean secure;
    private long lastUse;
    private boolean reused;
    private boolean keep;
    private boolean begun;

    /**
     * Creates a client without a connection.
     *
     * @param sendBytes size of the send buffer: the largest piece that a request composes in place.
     * @param fields response fields to keep, lower case.
     */
    public HttpClient(Connector connector, HttpLimits limits, Ticker ticker, int sendBytes, String[] fields) {
        this.connector = connector;
        this.limits = limits;
        this.ticker = ticker;
        this.reader = new ConnectionReader(ticker);
        this.out = new RequestOutput(sendBytes);
        this.heads = new ResponseHeadReader(this.reader, limits.readMillis);
        this.body = new ResponseBody(this.reader, limits.readMillis);
        this.response = new HttpResponse(fields, VALUE_BYTES);
    }

    /** @return bytes of the buffers of one client. */
    public static long memoryBytes(int sendBytes) {
        return sendBytes + HttpLimits.FRAMING_BYTES + 512 + VALUE_BYTES + 64;
    }

    /**
     * Sends a request and reads the head of its final response.
     *
     * @return the one response object of this client; its body follows from {@link #body()}.
     * @throws TimeoutException if a time limit passed.
     * @throws HttpException if the answer is malformed or beyond the limits.
     * @throws IOException if the connection cannot be made or fails; {@link #wasStale()} tells whether a kept one died.
     */
    public HttpResponse execute(HttpRequest request) throws IOException {
        boolean complete = false;
        this.begun = false;
        try {
            connect(request);
            this.begun = true;
            exchange(request);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
        return this.response;
    }

    /** @return whether the last exchange had a connection: the server may have received the request. */
    public boolean wasBegun() {
        return this.begun;
    }

    /** @return whether the last exchange failed on a kept connection before the server sent anything. */
    public boolean wasStale() {
        return this.reused && !this.reader.anyByte();
    }

    /** @return body of the last response; reading to its end frees the connection for the next request. */
    public InputStream body() {
        return this.body;
    }

    /** @return the send buffer: free for the caller from the head of a response until the next request. */
    public byte[] buffer() {
        return this.out.array();
    }

    /** @return whether the last response was read to its end, so that its connection may serve another request. */
    public boolean isIdle() {
        return this.connection != null && this.keep && this.body.done();
    }

    /** Closes the connection, if any. The next request opens a new one and asks for the address anew. */
    @Override
    public void close() {
        if (this.connection != null) {
            this.connection.close();
            this.connection = null;
        }
    }

    private void connect(HttpRequest request) throws IOException {
        long now = this.ticker.millis();
        if (!mayReuse(request, now)) {
            close();
            this.reused = false;
            this.host = request.host();
            this.port = request.port();
            this.secure = request.secure();
            this.reader.begin(0);
            this.connection = this.connector.connect(this.host, this.port, this.secure);
            this.reader.open(this.connection);
        }
        this.reader.begin(now + this.limits.totalMillis);
    }

    private boolean mayReuse(HttpRequest request, long now) throws IOException {
        this.reused = this.connection != null && this.keep && this.body.done() && request.port() == this.port
                && request.secure() == this.secure && request.host().equals(this.host)
                && now - this.lastUse < this.limits.idleMillis && !this.reader.ready();
        return this.reused;
    }

    private void exchange(HttpRequest request) throws IOException {
        this.out.begin(this.connection.output(), this.reader);
        boolean sent = send(request);
        for (int interim = 0; this.response.status < 200; interim++) {
            if (interim == HttpLimits.INTERIM_RESPONSES || this.response.status == 101) {
                throw new HttpException("more interim responses than allowed, or one that nobody asked for");
            }
            this.heads.read(this.response);
        }
        this.response.early = !sent;
        this.body.begin(this.response, request.isHead());
        this.keep = sent && this.response.minorVersion > 0 && !this.response.is(HttpResponse.CONNECTION, "close")
                && !this.body.untilClose();
        this.lastUse = this.ticker.millis();
    }

    /** Sends a request; false if the server answered before its end. */
    private boolean send(HttpRequest request) throws IOException {
        this.response.status = 0;
        request.writeHead(this.out);
        if (request.expectsContinue() && !mayContinue()) {
            return false;
        }
        try {
            request.writeBody(this.out);
            this.out.end();
            return true;
        } catch (EarlyResponseException e) {
            return false;
        } catch (BodyException e) {
            throw e;
        } catch (IOException e) {
            if (!answered()) {
                throw e;
            }
            return false;
        }
    }

    /** Waits for 100 Continue (RFC 9110, section 10.1.1); false if the final response came instead. */
    private boolean mayContinue() throws IOException {
        this.out.send();
        try {
            this.reader.await(HttpLimits.CONTINUE_MILLIS);
        } catch (TimeoutException e) {
            return true;
        }
        this.heads.read(this.response);
        return this.response.status < 200;
    }

    /** Returns whether a response lies behind a connection that no longer takes the request. */
    private boolean answered() {
        try {
            return this.reader.await(HttpLimits.LATE_RESPONSE_MILLIS);
        } catch (IOException e) {
            return false;
        }
    }
}
