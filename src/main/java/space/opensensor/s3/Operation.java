package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.HttpResponse;

/** One operation of S3: what to send, and what the answer means. May be sent more than once. */
abstract class Operation {

    private final String method;
    private final String key;

    /** @param key null for operations on the bucket. */
    Operation(String method, String key) {
        this.method = method;
        this.key = key;
    }

    String method() {
        return this.method;
    }

    String key() {
        return this.key;
    }

    /** Returns the body. */
    Payload payload() {
        return NoPayload.NONE;
    }

    /** Adds query and headers of this operation. */
    void build(S3Request request) throws IOException {
        return;
    }

    /**
     * Reads a successful answer, status 200 to 299.
     *
     * @throws IOException if the answer breaks off or makes no sense: the operation is repeated.
     */
    void receive(HttpResponse response, InputStream body, byte[] scratch) throws IOException {
        return;
    }
}
