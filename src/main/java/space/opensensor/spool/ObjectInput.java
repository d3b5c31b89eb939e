package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;

/** Reads one object; its file is open only during a read. */
final class ObjectInput extends InputStream {

    private final ObjectQueue queue;
    private final StoredFile object;
    private long position;

    ObjectInput(ObjectQueue queue, StoredFile object) {
        this.queue = queue;
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, this.object.size - this.position);
        if (wanted <= 0) {
            return length <= 0 ? 0 : -1;
        }
        this.queue.read(this.object, this.position, target, offset, wanted);
        this.position += wanted;
        return wanted;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, this.object.size - this.position));
        this.position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, this.object.size - this.position);
    }
}
