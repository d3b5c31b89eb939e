package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.BodyException;

/** Reads a body once, from start to end, and makes sure that it has the length it told. */
final class BodyReader {

    private static final byte[] NOTHING = new byte[0];

    private InputStream input;
    private long left;

    /** Opens the body. */
    void open(Body body) throws BodyException {
        this.left = body.length();
        try {
            this.input = body.open();
        } catch (IOException e) {
            throw new BodyException("body cannot be opened", e);
        }
        if (this.left == 0) {
            readFully(NOTHING, 0, 0);
        }
    }

    /** Returns bytes not read yet. */
    long left() {
        return this.left;
    }

    /** Reads exactly {@code length} bytes, no more than are left. */
    void readFully(byte[] target, int offset, int length) throws BodyException {
        try {
            for (int done = 0; done < length;) {
                int count = this.input.read(target, offset + done, length - done);
                if (count <= 0) {
                    throw new BodyException("body ended " + (this.left - done) + " bytes before its length", null);
                }
                done += count;
            }
            this.left -= length;
            if (this.left == 0 && this.input.read() >= 0) {
                throw new BodyException("body goes on after its length", null);
            }
        } catch (BodyException e) {
            throw e;
        } catch (IOException e) {
            throw new BodyException("body cannot be read", e);
        }
    }

    /** Closes the body; a second call does nothing. */
    void close() {
        InputStream open = this.input;
        this.input = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                return;
            }
        }
    }
}
