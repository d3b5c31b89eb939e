package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.http.BodyException;
import space.opensensor.http.HttpException;
import space.opensensor.http.HttpResponse;

/**
 * Reads an object or a range of it. An attempt that breaks off is continued by the next one, with the same ETag.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
final class GetObject extends Operation {

    private final long first;
    private final long last;
    private final OutputStream target;
    private long written;
    private String etag;

    /** @param last index of the last byte; -1 for the end. */
    GetObject(String key, long first, long last, OutputStream target) {
        super("GET", key);
        this.first = first;
        this.last = last;
        this.target = target;
    }

    @Override
    void build(S3Request request) {
        if (isRange()) {
            request.header("range", "bytes=" + (this.first + this.written) + "-" + (this.last < 0 ? "" : "" + this.last));
        }
        if (this.etag != null) {
            request.header("if-match", this.etag);
        }
    }

    private boolean isRange() {
        return this.first + this.written > 0 || this.last >= 0;
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] buffer) throws IOException {
        if (isRange() && response.status() != 206) {
            throw new BodyException("store ignores ranges", null);
        }
        if (this.etag == null) {
            this.etag = response.field("etag");
        }
        for (int count = body.read(buffer, 0, buffer.length); count >= 0; count = body.read(buffer, 0, buffer.length)) {
            write(buffer, count);
        }
    }

    private void write(byte[] buffer, int count) throws BodyException {
        try {
            this.target.write(buffer, 0, count);
        } catch (IOException e) {
            throw new BodyException("object cannot be written", e);
        }
        this.written += count;
        if (this.last >= 0 && this.written > this.last - this.first + 1) {
            throw new BodyException("store sent more than the range", new HttpException("range exceeded"));
        }
    }

    long written() {
        return this.written;
    }
}
