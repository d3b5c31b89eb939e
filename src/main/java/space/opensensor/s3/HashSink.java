package space.opensensor.s3;

import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.Sha256;

/** Hashes what it receives. */
final class HashSink implements ByteSink {

    private final Sha256 sha = new JavaSha256();
    private final byte[] single = new byte[1];

    @Override
    public void put(int c) {
        this.single[0] = (byte) c;
        this.sha.update(this.single, 0, 1);
    }

    @Override
    public void put(byte[] bytes, int offset, int length) {
        this.sha.update(bytes, offset, length);
    }

    /** Finishes, and starts anew. */
    void digest(byte[] target, int offset) {
        this.sha.digest(target, offset);
    }
}
