package space.opensensor.s3;

import space.opensensor.crypto.Hashes;
import space.opensensor.crypto.Sha256;

/** Hashes what it receives. Short pieces are collected first. */
final class HashSink implements ByteSink {

    private final Sha256 sha = Hashes.sha256();
    private final byte[] collected = new byte[4 * Sha256.BLOCK_BYTES];
    private int count;

    @Override
    public void put(int c) {
        if (this.count == this.collected.length) {
            flush();
        }
        this.collected[this.count++] = (byte) c;
    }

    @Override
    public void put(byte[] bytes, int offset, int length) {
        if (length > this.collected.length - this.count) {
            flush();
        }
        if (length > this.collected.length) {
            this.sha.update(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, this.collected, this.count, length);
            this.count += length;
        }
    }

    private void flush() {
        this.sha.update(this.collected, 0, this.count);
        this.count = 0;
    }

    /** Finishes, and starts anew. */
    void digest(byte[] target, int offset) {
        flush();
        this.sha.digest(target, offset);
    }
}
