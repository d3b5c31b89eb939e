package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.bytes.LittleEndian;
import space.opensensor.bytes.Utf8;

/**
 * {@link Flash} on raw NOR flash: files are chains of sectors, data is programmed once, behind what is there, and nothing
 * is copied or erased before its file was deleted. What {@code flush} returned for is there after any cut, byte for byte,
 * and files end exactly where a flush ended. {@code docs/spool-format.md}, section 11, has every bit.
 * <p>
 * Every byte programmed is read back; a sector that cannot be erased is left out until the next boot. Thread-safe. A call
 * erases at most one sector for each 4,000 bytes that it writes, none if {@link #prepare} was called in time.
 */
public final class PartitionFlash implements Flash {

    private static final int BLOCK = 256;

    private final Partition partition;
    private final SectorTable table;
    private final SectorHeader header = new SectorHeader();
    private final EndMarks marks = new EndMarks();
    private final byte[] block = new byte[BLOCK];
    private final byte[] check = new byte[BLOCK];

    /**
     * Reads the head and the end of every sector, at most 256 bytes of the one and 1,024 of the other, and makes final what
     * a cut left undecided.
     *
     * @param partition 8 sectors or more.
     * @throws IOException if it cannot be read or is too small.
     */
    public PartitionFlash(Partition partition) throws IOException {
        if (partition.size() < 8 * Partition.SECTOR) {
            throw new IOException("partition: " + partition.size() + " bytes are too few; " + 8 * Partition.SECTOR
                    + " are needed");
        }
        this.partition = partition;
        this.table = new SectorTable(partition.size() / Partition.SECTOR);
        new PartitionMount(this, this.table, this.header).run();
    }

    @Override
    public synchronized String[] list() throws IOException {
        int count = 0;
        for (int i = 0; i < this.table.sectors; i++) {
            count += this.table.isFirst(i) ? 1 : 0;
        }
        String[] names = new String[count];
        for (int i = 0, at = 0; at < count; i++) {
            if (this.table.isFirst(i)) {
                names[at++] = Utf8.decode(readHead(i), SectorHeader.BYTES, this.table.nameLength[i] & 0xFF);
            }
        }
        return names;
    }

    @Override
    public synchronized long size(String name) throws IOException {
        int last = this.table.lastOf(this.table.file[existing(name)]);
        return this.table.start[last] + this.table.used[last];
    }

    @Override
    public synchronized InputStream open(String name) throws IOException {
        return new PartitionInput(this, this.table, existing(name));
    }

    @Override
    public synchronized OutputStream create(String name) throws IOException {
        delete(name);
        return new PartitionOutput(this, this.table, Utf8.encode(name));
    }

    @Override
    public synchronized OutputStream append(String name) throws IOException {
        PartitionOutput out = new PartitionOutput(this, this.table, Utf8.encode(name));
        int first = find(name);
        while (first >= 0 && !out.resume(this.table.lastOf(this.table.file[first]))) {
            first = find(name);
        }
        return out;
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        int first = find(name);
        if (first >= 0) {
            markDeleted(first);
            this.table.release(this.table.file[first]);
        }
    }

    /** @return bytes of the sectors that belong to no file; a file takes 32 of each, the length of its name, 4 per flush. */
    @Override
    public synchronized long freeBytes() {
        return (long) Partition.SECTOR * (this.table.count(SectorTable.DIRTY) + this.table.count(SectorTable.BLANK));
    }

    @Override
    public int clusterBytes() {
        return Partition.SECTOR;
    }

    @Override
    public boolean countsFree() {
        return true;
    }

    /**
     * Erases a sector ahead of its use, so that the write which will need it does not wait. To be called by a thread that has
     * nothing else to do.
     *
     * @param ahead how many erased sectors are enough.
     * @return whether a sector was erased; false if enough are, or none is free.
     * @throws IOException if the flash fails.
     */
    public synchronized boolean prepare(int ahead) throws IOException {
        return this.table.count(SectorTable.BLANK) < ahead && eraseOne() >= 0;
    }

    /** @return how often the sector was erased that was erased most often, as far as known. */
    public synchronized int mostErases() {
        return this.table.mostErases();
    }

    /** @return sectors that are not used: of another version of the format, or they could not be erased since the boot. */
    public synchronized int unusableSectors() {
        return this.table.count(SectorTable.UNUSABLE);
    }

    /** @return the first sector of a file; -1 if there is none of that name. */
    private int find(String name) throws IOException {
        byte[] bytes = Utf8.encode(name);
        int hash = SectorHeader.hash(bytes, 0, bytes.length);
        for (int i = 0; i < this.table.sectors; i++) {
            if (this.table.hash[i] == hash && this.table.isFirst(i) && isNamed(i, name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNamed(int first, String name) throws IOException {
        return name.equalsIgnoreCase(
                Utf8.decode(readHead(first), SectorHeader.BYTES, this.table.nameLength[first] & 0xFF));
    }

    private int existing(String name) throws IOException {
        int first = find(name);
        if (first < 0) {
            throw new IOException("no file " + name);
        }
        return first;
    }

    /** Takes a sector for a file. @param file 0: this is the first one. */
    int claim(int file, int index, int start, byte[] name) throws IOException {
        int blank = this.table.leastErased(SectorTable.BLANK);
        int sector = blank >= 0 ? blank : eraseOne();
        if (sector < 0) {
            throw new IOException("partition is full");
        }
        this.header.sequence = ++this.table.sequence;
        this.header.file = file == 0 ? this.header.sequence : file;
        this.header.index = index;
        this.header.start = start;
        this.header.erases = this.table.erases[sector];
        this.table.state[sector] = SectorTable.DIRTY;
        program(sector, 0, this.block, 0, this.header.encode(this.block, name));
        this.table.enter(sector, this.header);
        this.table.hash[sector] = SectorHeader.hash(name, 0, name.length);
        this.table.last = sector;
        return sector;
    }

    /** Erases the free sector that was erased least; returns it, -1 if there is none. */
    private int eraseOne() throws IOException {
        int sector = this.table.leastErased(SectorTable.DIRTY);
        while (sector >= 0) {
            this.table.erases[sector]++;
            this.partition.erase(sector * Partition.SECTOR);
            this.table.state[sector] = (byte) (isBlank(sector) ? SectorTable.BLANK : SectorTable.UNUSABLE);
            if (this.table.state[sector] == SectorTable.BLANK) {
                return sector;
            }
            sector = this.table.leastErased(SectorTable.DIRTY);
        }
        return -1;
    }

    private boolean isBlank(int sector) throws IOException {
        for (int at = 0; at < Partition.SECTOR; at += BLOCK) {
            read(sector, at, this.check, 0, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                if (this.check[i] != -1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Says in the header of a sector that it belongs to no file any more. */
    void markDeleted(int sector) throws IOException {
        strengthenMark(sector);
        verify(sector, SectorHeader.MARK_AT, this.block, 0, SectorHeader.MARK_BYTES);
    }

    /** As {@link #markDeleted}, where bits may be worn, so that it may not read back. */
    void strengthenMark(int sector) throws IOException {
        LittleEndian.putInt(this.block, 0, 0);
        this.partition.program(sector * Partition.SECTOR + SectorHeader.MARK_AT, this.block, 0, SectorHeader.MARK_BYTES);
    }

    /** Frees a sector in which nothing was flushed. */
    void giveUp(int sector) throws IOException {
        markDeleted(sector);
        this.table.state[sector] = SectorTable.DIRTY;
    }

    /** Programs a word of {@link EndMarks}. */
    void programWord(int sector, int at, int word) throws IOException {
        strengthen(sector, at, word);
        verify(sector, at, this.block, 0, EndMarks.BYTES);
    }

    /** As {@link #programWord}, where bits may be half programmed, so that it may not read back. */
    void strengthen(int sector, int at, int word) throws IOException {
        this.block[0] = (byte) word;
        this.block[1] = (byte) (word >>> 8);
        this.partition.program(sector * Partition.SECTOR + at, this.block, 0, EndMarks.BYTES);
    }

    /** Programs bytes and reads them back. */
    void program(int sector, int at, byte[] source, int offset, int length) throws IOException {
        this.partition.program(sector * Partition.SECTOR + at, source, offset, length);
        verify(sector, at, source, offset, length);
    }

    private void verify(int sector, int at, byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += BLOCK) {
            int n = Math.min(BLOCK, length - done);
            read(sector, at + done, this.check, 0, n);
            for (int i = 0; i < n; i++) {
                if (this.check[i] != source[offset + done + i]) {
                    throw new IOException("sector " + sector + " does not keep what is programmed");
                }
            }
        }
    }

    void read(int sector, int at, byte[] target, int offset, int length) throws IOException {
        this.partition.read(sector * Partition.SECTOR + at, target, offset, length);
    }

    /** Reads what a header and its name may take; the array is overwritten by the next call of anything. */
    byte[] readHead(int sector) throws IOException {
        read(sector, 0, this.block, 0, SectorHeader.BYTES + SectorHeader.MAX_NAME);
        return this.block;
    }

    /** Reads the words at the end of a sector; the result is good until the next call. */
    EndMarks readMarks(int sector) throws IOException {
        this.marks.clear();
        int at = Partition.SECTOR;
        do {
            at -= BLOCK;
            read(sector, at, this.check, 0, BLOCK);
        } while (this.marks.takeAll(this.check, BLOCK) && at > SectorHeader.BYTES);
        return this.marks;
    }
}
