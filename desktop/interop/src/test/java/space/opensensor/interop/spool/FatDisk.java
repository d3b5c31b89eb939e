package space.opensensor.interop.spool;

import java.util.Arrays;

/** Sectors of a volume; counts what is written where, and tells before each write. */
final class FatDisk {

    /** Is told before a sector is written. */
    interface Listener {
        void before(int sector, byte[] content, String step);
    }

    final byte[] image;
    final int sectorBytes;
    private Listener listener;
    /** Sector and content of the write that a listener is being told of. */
    private int pendingSector = -1;
    private byte[] pending;
    private long writes;
    private final long[] writesOf;

    FatDisk(int sectors, int sectorBytes) {
        this(new byte[sectors * sectorBytes], sectorBytes);
    }

    /** @param image is not copied. */
    FatDisk(byte[] image, int sectorBytes) {
        this.image = image;
        this.sectorBytes = sectorBytes;
        this.writesOf = new long[image.length / sectorBytes];
    }

    void listen(Listener newListener) {
        this.listener = newListener;
    }

    void read(int sector, byte[] target) {
        System.arraycopy(this.image, sector * this.sectorBytes, target, 0, this.sectorBytes);
    }

    void write(int sector, byte[] content, String step) {
        if (this.listener != null) {
            this.pendingSector = sector;
            this.pending = content;
            this.listener.before(sector, content, step);
            this.pendingSector = -1;
            this.pending = null;
        }
        System.arraycopy(content, 0, this.image, sector * this.sectorBytes, this.sectorBytes);
        this.writes++;
        this.writesOf[sector]++;
    }

    long writes() {
        return this.writes;
    }

    long writesOf(int sector) {
        return this.writesOf[sector];
    }

    /**
     * @param torn 0: the pending write did not begin; 1: the sector is erased; 2: erased, and the first half written; 3: only
     *        the second half written over the old content.
     */
    FatDisk copy(int torn) {
        FatDisk copy = new FatDisk(this.image.clone(), this.sectorBytes);
        if (torn > 0 && this.pendingSector >= 0) {
            int at = this.pendingSector * this.sectorBytes;
            int half = this.sectorBytes / 2;
            if (torn < 3) {
                Arrays.fill(copy.image, at, at + this.sectorBytes, (byte) 0xFF);
            }
            if (torn == 2) {
                System.arraycopy(this.pending, 0, copy.image, at, half);
            } else if (torn == 3) {
                System.arraycopy(this.pending, half, copy.image, at + half, half);
            }
        }
        return copy;
    }
}
