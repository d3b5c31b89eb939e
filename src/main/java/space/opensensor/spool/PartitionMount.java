package space.opensensor.spool;

import java.io.IOException;

/**
 * Reads the sectors of a {@link PartitionFlash} after a boot. Whatever a cut may have left half programmed is programmed
 * again or declared void, so that no later boot can see it otherwise; every step may be cut and repeated.
 */
final class PartitionMount {

    private final PartitionFlash flash;
    private final SectorTable table;
    private final SectorHeader header;

    PartitionMount(PartitionFlash flash, SectorTable table, SectorHeader header) {
        this.flash = flash;
        this.table = table;
        this.header = header;
    }

    void run() throws IOException {
        for (int i = 0; i < this.table.sectors; i++) {
            this.table.state[i] = (byte) judge(i);
        }
        for (int i = 0; i < this.table.sectors; i++) {
            if (this.table.state[i] == SectorTable.USED && this.table.index[i] == 0) {
                link(i);
            }
        }
        int most = this.table.mostErases();
        for (int i = 0; i < this.table.sectors; i++) {
            if (this.table.state[i] == SectorTable.USED) {
                this.table.state[i] = SectorTable.DIRTY;
            }
            if (this.table.erases[i] < 0) {
                this.table.erases[i] = most;
            }
        }
    }

    /** Tells the state of a sector by itself. */
    private int judge(int sector) throws IOException {
        byte[] head = this.flash.readHead(sector);
        int found = this.header.decode(head);
        if (found < SectorHeader.SECTOR) {
            this.table.erases[sector] = -1;
            return found == SectorHeader.NONE ? SectorTable.DIRTY : SectorTable.UNUSABLE;
        }
        this.table.enter(sector, this.header);
        this.table.hash[sector] = SectorHeader.hash(head, SectorHeader.BYTES, this.header.nameLength);
        this.table.erases[sector] = this.header.erases;
        if (this.header.sequence > this.table.sequence) {
            this.table.sequence = this.header.sequence;
            this.table.last = sector;
        }
        if (found == SectorHeader.DELETED || !takeEnd(sector)) {
            this.flash.strengthenMark(sector);
            return SectorTable.DIRTY;
        }
        return SectorTable.USED;
    }

    /** Sets how much of a sector is used and makes that final; false if nothing in it was ever flushed. */
    private boolean takeEnd(int sector) throws IOException {
        EndMarks marks = this.flash.readMarks(sector);
        int end = marks.end();
        if (end < this.table.dataAt(sector)) {
            return false;
        }
        this.table.used[sector] = (char) (end - this.table.dataAt(sector));
        int word = marks.isLastTorn() ? EndMarks.VOID : marks.last();
        this.flash.strengthen(sector, marks.next() + EndMarks.BYTES, word);
        if (marks.isUndecided()) {
            this.flash.strengthen(sector, marks.next(), EndMarks.word(end));
        }
        return true;
    }

    /** Follows a file from its first sector on; how long each sector but the last is, the next one's header says. */
    private void link(int first) {
        int sector = first;
        this.table.state[sector] = SectorTable.OLD;
        int next = this.table.find(this.table.file[first], 1);
        while (next >= 0) {
            int used = this.table.start[next] - this.table.start[sector];
            if (used < 0 || used > Partition.SECTOR - this.table.dataAt(sector)) {
                return;
            }
            this.table.used[sector] = (char) used;
            this.table.state[next] = SectorTable.OLD;
            sector = next;
            next = this.table.find(this.table.file[first], this.table.index[sector] + 1);
        }
    }
}
