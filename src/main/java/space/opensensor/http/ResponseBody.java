package space.opensensor.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Body of a response in any of its framings (RFC 9112, section 6.3). */
final class ResponseBody extends InputStream {

    private static final int MAX_CHUNK_DIGITS = 15;
    private static final int MAX_LINE_BYTES = 4096;

    private static final int LENGTH = 0;
    private static final int CHUNKED = 1;
    private static final int UNTIL_CLOSE = 2;

    private final ConnectionReader reader;
    private final int readMillis;
    private final byte[] single = new byte[1];
    private int framing;
    private long left;
    private boolean first;
    private boolean done;

    ResponseBody(ConnectionReader reader, int readMillis) {
        this.reader = reader;
        this.readMillis = readMillis;
    }

    /** Starts the body that belongs to a head. */
    void begin(HttpResponse response, boolean toHead) throws IOException {
        this.first = true;
        this.done = false;
        this.left = 0;
        this.framing = LENGTH;
        long length = response.contentLength();
        if (toHead || response.status == 204 || response.status == 304) {
            this.done = true;
        } else if (response.has(HttpResponse.TRANSFER_ENCODING)) {
            if (!response.is(HttpResponse.TRANSFER_ENCODING, "chunked") || length >= 0) {
                throw new HttpException("transfer coding of the response is not plain chunked");
            }
            this.framing = CHUNKED;
        } else {
            this.framing = length < 0 ? UNTIL_CLOSE : LENGTH;
            this.left = length;
            this.done = length == 0;
        }
    }

    /** Returns whether the body was read to its end. */
    boolean done() {
        return this.done;
    }

    /** Returns whether only the end of the connection ends this body. */
    boolean untilClose() {
        return this.framing == UNTIL_CLOSE;
    }

    @Override
    public int read() throws IOException {
        return read(this.single, 0, 1) < 0 ? -1 : this.single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (this.done || length == 0) {
            return this.done ? -1 : 0;
        }
        if (this.framing == CHUNKED && this.left == 0 && !nextChunk()) {
            return -1;
        }
        int wanted = this.framing == UNTIL_CLOSE ? length : (int) Math.min(length, this.left);
        int count = this.reader.read(target, offset, wanted, this.readMillis);
        if (count < 0) {
            this.done = this.framing == UNTIL_CLOSE;
            if (!this.done) {
                throw new EOFException("connection closed inside a response body");
            }
            return -1;
        }
        this.left -= count;
        this.done = this.framing == LENGTH && this.left == 0;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (!this.first) {
            expectLineEnd();
        }
        this.first = false;
        this.left = chunkSize();
        if (this.left > 0) {
            return true;
        }
        trailers();
        this.done = true;
        return false;
    }

    private void expectLineEnd() throws IOException {
        int c = this.reader.read(this.readMillis);
        if (c == '\r') {
            c = this.reader.read(this.readMillis);
        }
        if (c != '\n') {
            throw new HttpException("chunk of the response is longer than its size");
        }
    }

    private long chunkSize() throws IOException {
        long size = 0;
        int digits = 0;
        int c = this.reader.read(this.readMillis);
        for (; Character.digit((char) c, 16) >= 0; c = this.reader.read(this.readMillis)) {
            size = size << 4 | Character.digit((char) c, 16);
            if (++digits > MAX_CHUNK_DIGITS) {
                throw new HttpException("chunk size of the response has more than " + MAX_CHUNK_DIGITS + " digits");
            }
        }
        if (digits == 0 || c != '\r' && c != '\n' && c != ';' && c != ' ') {
            throw new HttpException("chunk size of the response is malformed");
        }
        skipLine(c, MAX_LINE_BYTES);
        return size;
    }

    /** Reads to the end of a line; returns how many bytes lay before it. */
    private int skipLine(int firstByte, int limit) throws IOException {
        int length = 0;
        for (int c = firstByte; c != '\n'; c = this.reader.read(this.readMillis)) {
            if (c != '\r' && ++length > limit) {
                throw new HttpException("line in the response body's framing is longer than " + limit + " bytes");
            }
        }
        return length;
    }

    private void trailers() throws IOException {
        int limit = MAX_LINE_BYTES;
        for (int length = -1; length != 0; limit -= length) {
            length = skipLine(this.reader.read(this.readMillis), limit);
        }
    }
}
