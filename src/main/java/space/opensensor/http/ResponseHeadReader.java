package space.opensensor.http;

import java.io.IOException;

/** Reads status line and fields of responses (RFC 9112, sections 4 and 5), in bounded memory and bounded length. */
final class ResponseHeadReader {

    private static final int NAME_BYTES = 64;

    private final ConnectionReader reader;
    private final int readMillis;
    private final byte[] name = new byte[NAME_BYTES];
    private int left;

    ResponseHeadReader(ConnectionReader reader, int readMillis) {
        this.reader = reader;
        this.readMillis = readMillis;
    }

    /** Reads one head, interim or final. */
    void read(HttpResponse response) throws IOException {
        response.clear();
        this.left = HttpLimits.HEAD_BYTES;
        statusLine(response);
        while (field(response)) {
            continue;
        }
    }

    private int next() throws IOException {
        if (--this.left < 0) {
            throw new HttpException("head of the response is longer than " + HttpLimits.HEAD_BYTES + " bytes");
        }
        return this.reader.read(this.readMillis);
    }

    private void statusLine(HttpResponse response) throws IOException {
        expect("HTTP/1.");
        response.minorVersion = digit();
        expect(" ");
        response.status = 100 * digit() + 10 * digit() + digit();
        if (response.status < 100 || response.status > 599) {
            throw new HttpException("status of the response is " + response.status);
        }
        int c = next();
        if (c != ' ' && c != '\r' && c != '\n') {
            throw new HttpException("status line of the response is malformed");
        }
        while (c != '\n') {
            c = next();
        }
    }

    private void expect(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (next() != text.charAt(i)) {
                throw new HttpException("answer is no HTTP/1.1 response");
            }
        }
    }

    private int digit() throws IOException {
        int digit = next() - '0';
        if (digit < 0 || digit > 9) {
            throw new HttpException("status line of the response is malformed");
        }
        return digit;
    }

    /** Reads one field line; false for the empty line that ends the head. */
    private boolean field(HttpResponse response) throws IOException {
        int length = 0;
        int c = next();
        if (c == '\r') {
            c = next();
            if (c != '\n') {
                throw new HttpException("head of the response has a stray carriage return");
            }
        }
        if (c == '\n') {
            return false;
        }
        for (; c != ':'; c = next()) {
            if (c <= ' ' || c >= 127) {
                throw new HttpException("field name of the response is malformed");
            }
            if (length < NAME_BYTES) {
                this.name[length] = (byte) c;
            }
            length++;
        }
        value(response, length > NAME_BYTES ? -1 : response.indexOf(this.name, length));
        return true;
    }

    private void value(HttpResponse response, int index) throws IOException {
        boolean kept = index >= 0;
        if (index == HttpResponse.CONTENT_LENGTH && response.has(index)) {
            throw new HttpException("response has two Content-Length fields");
        }
        if (kept) {
            response.startValue(index);
        }
        for (int c = next(); c != '\n'; c = next()) {
            if (kept && c != '\r') {
                response.addToValue(index, c);
            }
        }
        if (kept) {
            response.endValue(index);
        }
    }
}
