package space.opensensor.parquet;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to the stream of the caller and is the only source of offsets in the file. Never closes the stream. */
final class CountingSink {

    private final OutputStream out;
    private long count;

    CountingSink(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        this.out.write(bytes, offset, length);
        this.count += length;
    }

    /** Returns the bytes written, which is the offset of the next one. */
    long count() {
        return this.count;
    }
}
