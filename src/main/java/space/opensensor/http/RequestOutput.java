package space.opensensor.http;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.bytes.Hex;

/**
 * Where a request writes its head and body: one buffer of the client, sent when full.
 * <p>
 * A body may write through the methods, or compose its bytes in place: {@link #array()} from {@link #position()} on,
 * then {@link #advance}. Once {@link #chunk()} was called, every piece sent is one chunk of the HTTP chunked transfer
 * coding (RFC 9112, section 7.1); its framing uses room beside the data, so a piece is one write.
 */
public final class RequestOutput {

    private static final int CHUNK_HEAD_BYTES = 10;

    private final byte[] array;
    private final int limit;
    private int position;
    private boolean chunked;
    private boolean sent;
    private OutputStream output;
    private ConnectionReader reader;

    /** @param capacity bytes that fit before something must be sent. */
    RequestOutput(int capacity) {
        this.array = new byte[capacity + HttpLimits.FRAMING_BYTES];
        this.limit = CHUNK_HEAD_BYTES + capacity;
    }

    void begin(OutputStream newOutput, ConnectionReader newReader) {
        this.output = newOutput;
        this.reader = newReader;
        this.position = CHUNK_HEAD_BYTES;
        this.chunked = false;
        this.sent = false;
    }

    /** @return the buffer; what is written lies before {@link #position()}. */
    public byte[] array() {
        return this.array;
    }

    /** @return index of the first free byte. */
    public int position() {
        return this.position;
    }

    /** @return free bytes from {@link #position()} on. */
    public int room() {
        return this.limit - this.position;
    }

    /** @param bytes how many the caller has put at {@link #position()}, at most {@link #room()}. */
    public void advance(int bytes) {
        this.position += bytes;
    }

    /**
     * Writes one byte.
     *
     * @throws IOException if the buffer was full and could not be sent.
     */
    public void write(int value) throws IOException {
        if (this.position == this.limit) {
            send();
        }
        this.array[this.position++] = (byte) value;
    }

    /** Writes a text of ASCII characters; see {@link #write(int)}. */
    public void write(String ascii) throws IOException {
        for (int i = 0, n = ascii.length(); i < n; i++) {
            write(ascii.charAt(i));
        }
    }

    /** Writes bytes; see {@link #write(int)}. */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length;) {
            if (this.position == this.limit) {
                send();
            }
            int part = Math.min(length - done, room());
            System.arraycopy(bytes, offset + done, this.array, this.position, part);
            this.position += part;
            done += part;
        }
    }

    /** Sends the head, and frames everything after it in HTTP chunks. */
    public void chunk() throws IOException {
        send();
        this.chunked = true;
    }

    /**
     * Sends what is in the buffer.
     *
     * @throws EarlyResponseException if the server has answered before the end of the request.
     * @throws IOException if the connection fails.
     */
    public void send() throws IOException {
        if (this.sent && this.reader.ready()) {
            throw new EarlyResponseException();
        }
        int length = this.position - CHUNK_HEAD_BYTES;
        if (length > 0) {
            this.position = CHUNK_HEAD_BYTES;
            this.sent = true;
            if (this.chunked) {
                sendChunk(length);
            } else {
                this.output.write(this.array, CHUNK_HEAD_BYTES, length);
            }
        }
    }

    /** Ends the request: sends the rest and, if chunked, the last chunk. */
    void end() throws IOException {
        send();
        if (this.chunked) {
            this.array[0] = '0';
            putCrLf(1);
            putCrLf(3);
            this.output.write(this.array, 0, 5);
        }
        this.output.flush();
    }

    private void sendChunk(int length) throws IOException {
        int from = CHUNK_HEAD_BYTES;
        this.array[--from] = '\n';
        this.array[--from] = '\r';
        for (int rest = length; rest > 0; rest >>>= 4) {
            this.array[--from] = (byte) Hex.digit(rest & 15);
        }
        putCrLf(CHUNK_HEAD_BYTES + length);
        this.output.write(this.array, from, CHUNK_HEAD_BYTES + length + 2 - from);
    }

    private void putCrLf(int at) {
        this.array[at] = '\r';
        this.array[at + 1] = '\n';
    }
}
