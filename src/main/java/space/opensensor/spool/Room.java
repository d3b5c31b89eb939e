package space.opensensor.spool;

import java.io.IOException;

/** Free space in clusters, by the spool's own arithmetic; the flash is asked only at the start and when it disagrees. */
final class Room {

    private final Flash flash;
    private final int clusterBytes;
    private long free;

    Room(Flash flash) {
        this.flash = flash;
        this.clusterBytes = flash.clusterBytes();
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
        this.free = this.flash.freeBytes() / this.clusterBytes * this.clusterBytes - keep;
    }

    /** @return bytes in free clusters. */
    long free() {
        return this.free;
    }

    /** @return bytes of new clusters that a file of that size needs to grow. */
    long growth(long size, long bytes) {
        return taken(size + bytes) - taken(size);
    }

    /** Takes the clusters that a file needs to grow. */
    void grow(long size, long bytes) {
        this.free -= growth(size, bytes);
    }

    /** Gives the clusters of a file back. */
    void release(long size) {
        this.free += taken(size);
    }
}
