package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

/** Writes one object in whole blocks, each synced; see {@link Spool#createObject}. */
final class ObjectOutput extends OutputStream {

    private final ObjectQueue queue;
    private final StoredFile object;
    private final byte[] block;
    private int filled;
    private boolean closed;

    ObjectOutput(ObjectQueue queue, StoredFile object, byte[] block) {
        this.queue = queue;
        this.object = object;
        this.block = block;
    }

    @Override
    public void write(int b) throws IOException {
        makeRoom();
        this.block[this.filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int rest = length;
        while (rest > 0) {
            makeRoom();
            int n = Math.min(rest, this.block.length - this.filled);
            System.arraycopy(bytes, at, this.block, this.filled, n);
            this.filled += n;
            at += n;
            rest -= n;
        }
    }

    private void makeRoom() throws IOException {
        if (this.closed) {
            throw new IOException(this.object.name + " is closed");
        }
        if (this.filled == this.block.length) {
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        this.queue.write(this.object, this.block, this.filled);
        this.filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!this.closed) {
            this.closed = true;
            if (this.filled > 0) {
                writeBlock();
            }
            this.queue.close(this.object);
        }
    }
}
