package space.opensensor.spool;

/** What a {@link PartitionFlash} knows of its sectors: some 22 bytes of memory for each, all allocated at once. */
final class SectorTable {

    /** Holds nothing that counts; must be erased before it is used. */
    static final int DIRTY = 0;
    /** Erased since the boot, and nothing programmed since. */
    static final int BLANK = 1;
    /** Belongs to a file. */
    static final int USED = 2;
    /** Belongs to a file; nothing was added to it since the boot. */
    static final int OLD = 3;
    /** Of another version of the format, or could not be erased. */
    static final int UNUSABLE = 4;

    final int sectors;
    final byte[] state;
    /** See {@link SectorHeader#file}. */
    final int[] file;
    /** See {@link SectorHeader#index}. */
    final char[] index;
    /** See {@link SectorHeader#start}. */
    final int[] start;
    /** Bytes of the file in the sector, as of the last flush. */
    final char[] used;
    /** See {@link SectorHeader#erases}; -1: not known. */
    final int[] erases;
    /** {@link SectorHeader#hash} of the name, in a first sector. */
    final int[] hash;
    /** See {@link SectorHeader#nameLength}. */
    final byte[] nameLength;
    /** {@link SectorHeader#sequence} of the last claim. */
    int sequence;
    /** The sector claimed last. */
    int last;

    SectorTable(int sectors) {
        this.sectors = sectors;
        this.state = new byte[sectors];
        this.file = new int[sectors];
        this.index = new char[sectors];
        this.start = new int[sectors];
        this.used = new char[sectors];
        this.erases = new int[sectors];
        this.hash = new int[sectors];
        this.nameLength = new byte[sectors];
    }

    /** Enters a sector as its header says. */
    void enter(int sector, SectorHeader header) {
        this.state[sector] = USED;
        this.file[sector] = header.file;
        this.index[sector] = (char) header.index;
        this.start[sector] = header.start;
        this.used[sector] = 0;
        this.nameLength[sector] = (byte) header.nameLength;
    }

    boolean isInFile(int sector) {
        return this.state[sector] == USED || this.state[sector] == OLD;
    }

    boolean isFirst(int sector) {
        return isInFile(sector) && this.index[sector] == 0;
    }

    /** @return address within the sector of its first byte of data. */
    int dataAt(int sector) {
        return SectorHeader.BYTES + (this.nameLength[sector] & 0xFF);
    }

    /** @return the sector of that number in a file; -1 if there is none. */
    int find(int wantedFile, int wantedIndex) {
        for (int i = 0; i < this.sectors; i++) {
            if (this.file[i] == wantedFile && this.index[i] == wantedIndex && isInFile(i)) {
                return i;
            }
        }
        return -1;
    }

    /** @return the last sector of a file that exists. */
    int lastOf(int wantedFile) {
        int found = -1;
        for (int i = 0; i < this.sectors; i++) {
            if (this.file[i] == wantedFile && isInFile(i) && (found < 0 || this.index[i] > this.index[found])) {
                found = i;
            }
        }
        return found;
    }

    /** Frees all sectors of a file. */
    void release(int wantedFile) {
        for (int i = 0; i < this.sectors; i++) {
            if (this.file[i] == wantedFile && isInFile(i)) {
                this.state[i] = DIRTY;
            }
        }
    }

    /** @return how many sectors are in a state. */
    int count(int wantedState) {
        int count = 0;
        for (int i = 0; i < this.sectors; i++) {
            count += this.state[i] == wantedState ? 1 : 0;
        }
        return count;
    }

    /** @return the sector in a state that was erased least, of several the next one behind the last claim; -1: none. */
    int leastErased(int wantedState) {
        int found = -1;
        for (int i = 1; i <= this.sectors; i++) {
            int sector = this.last + i < this.sectors ? this.last + i : this.last + i - this.sectors;
            if (this.state[sector] == wantedState && (found < 0 || this.erases[sector] < this.erases[found])) {
                found = sector;
            }
        }
        return found;
    }

    /** @return the highest known count of erases. */
    int mostErases() {
        int most = 0;
        for (int i = 0; i < this.sectors; i++) {
            most = Math.max(most, this.erases[i]);
        }
        return most;
    }
}
