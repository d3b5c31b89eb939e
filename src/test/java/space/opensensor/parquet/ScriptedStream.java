package space.opensensor.parquet;

import java.io.IOException;
import java.io.OutputStream;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Hex;

/** A stream that keeps what it gets and fails at the write of a given number. */
final class ScriptedStream extends OutputStream {

    final ByteWriter bytes = new ByteWriter(1 << 18);
    int writes;
    boolean closed;
    private final int failAt;

    /** @param failAt number of the write that fails, from 1; 0 for none. */
    ScriptedStream(int failAt) {
        this.failAt = failAt;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] { (byte) value }, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        this.writes++;
        if (this.writes == this.failAt) {
            throw new IOException("refused");
        }
        this.bytes.writeBytes(source, offset, length);
    }

    @Override
    public void close() {
        this.closed = true;
    }

    String hex() {
        return Hex.encode(this.bytes.array(), 0, this.bytes.length());
    }
}
