package space.opensensor.spool;

import java.io.IOException;

/**
 * Free space in clusters, by the spool's own arithmetic; the flash is asked at the start, when it disagrees, and after every
 * change if {@link Flash#countsFree()} says that it knows better at no cost.
 */
final class Room {

    /** What a write may take beyond its bytes, where the flash counts. */
    private static final int OVERHEAD = 512;
    /** What such a flash keeps for itself of each cluster, and for every write. */
    private static final int CLUSTER_OVERHEAD = 46;
    private static final int WRITE_OVERHEAD = 4;

    private final Flash flash;
    private final int clusterBytes;
    private final boolean counts;
    private long free;
    private long kept;

    Room(Flash flash) {
        this.flash = flash;
        this.clusterBytes = flash.clusterBytes();
        this.counts = flash.countsFree();
    }

    /** @return bytes of whole clusters that hold so many bytes. */
    static long roundUp(long bytes, int clusterBytes) {
        return (bytes + clusterBytes - 1) & -clusterBytes;
    }

    /** @return bytes of the clusters that a file takes. */
    long taken(long bytes) {
        return roundUp(bytes, this.clusterBytes);
    }

    /**
     * Asks the flash.
     *
     * @param keep bytes that do not count as free.
     */
    void ask(long keep) throws IOException {
        this.kept = keep;
        this.free = this.flash.freeBytes() / this.clusterBytes * this.clusterBytes - keep;
    }

    /** @return bytes in free clusters. */
    long free() {
        return this.free;
    }

    /** @return bytes of clusters, the last one not whole, that a file takes which was written in so many pieces. */
    long filled(long bytes, int writes) {
        return this.counts ? bytes + WRITE_OVERHEAD * writes + (bytes / this.clusterBytes + 1) * CLUSTER_OVERHEAD : bytes;
    }

    /** @return bytes of new clusters that a file of that size needs to grow, at most. */
    long growth(long size, long bytes) {
        return this.counts ? taken(bytes + OVERHEAD) : taken(size + bytes) - taken(size);
    }

    /** Takes the clusters that a file needed to grow. */
    void grow(long size, long bytes) {
        this.free -= taken(size + bytes) - taken(size);
        askAgain();
    }

    /** Gives the clusters of a file back. */
    void release(long size) {
        this.free += taken(size);
        askAgain();
    }

    private void askAgain() {
        if (this.counts) {
            try {
                ask(this.kept);
            } catch (IOException e) {
                // Its own count stays.
                return;
            }
        }
    }
}
