package space.opensensor.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams of a {@link Flash}. */
final class Streams {

    private Streams() {
    }

    /** Closes a stream whose outcome no longer matters. */
    static void closeQuietly(Closeable stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // The caller has the error that matters, or none that does.
                return;
            }
        }
    }

    /** Writes, syncs and closes; closed is in any case, as only two files may be open. */
    static void writeAll(OutputStream out, byte[] bytes, int length) throws IOException {
        boolean written = false;
        try {
            out.write(bytes, 0, length);
            out.flush();
            written = true;
        } finally {
            if (!written) {
                closeQuietly(out);
            }
        }
        out.close();
    }

    /**
     * Reads until so many bytes are there or the file ends.
     *
     * @return bytes read.
     */
    static int readFully(InputStream in, byte[] target, int offset, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            int n = in.read(target, offset + filled, length - filled);
            if (n <= 0) {
                break;
            }
            filled += n;
        }
        return filled;
    }

    /** Passes so many bytes. */
    static void skipFully(InputStream in, long bytes) throws IOException {
        long rest = bytes;
        while (rest > 0) {
            long n = in.skip(rest);
            if (n <= 0) {
                throw new IOException("file ends before byte " + bytes);
            }
            rest -= n;
        }
    }
}
