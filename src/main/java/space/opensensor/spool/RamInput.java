package space.opensensor.spool;

import java.io.InputStream;

/** Reads a file of a {@link RamFlash} from its start. */
final class RamInput extends InputStream {

    private final RamFlash flash;
    private final int file;
    private final int clusterBytes;
    /** Cluster that holds the byte before the position; -1 at the start. */
    private int cluster = -1;
    private int position;

    RamInput(RamFlash flash, int file) {
        this.flash = flash;
        this.file = file;
        this.clusterBytes = flash.clusterBytes();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int n = pass(target, offset, length);
        return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public long skip(long bytes) {
        int skipped = 0;
        for (int n = -1; n != 0; skipped += n) {
            n = pass(null, 0, (int) Math.min(Math.max(0, bytes) - skipped, Integer.MAX_VALUE));
        }
        return skipped;
    }

    /** Moves on by so many bytes of one cluster, reading them unless the target is null; 0 at the end of the file. */
    private int pass(byte[] target, int offset, int length) {
        boolean atBoundary = (this.position & this.clusterBytes - 1) == 0;
        int current = atBoundary ? this.flash.clusterAfter(this.file, this.cluster) : this.cluster;
        if (current < 0) {
            return 0;
        }
        int n = this.flash.read(this.file, current, this.position, target, offset, length);
        if (n > 0) {
            this.cluster = current;
            this.position += n;
        }
        return n;
    }
}
