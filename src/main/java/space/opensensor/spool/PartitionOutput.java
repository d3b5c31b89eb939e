package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes at the end of a file of a {@link PartitionFlash}. Every write announces where it will end, then programs its
 * bytes; {@code flush} repeats the end, and only then do they count.
 */
final class PartitionOutput extends OutputStream {

    /** Words of {@link EndMarks} that must find room behind data: its own two, and one for what a cut leaves. */
    private static final int SPARE_WORDS = 3;

    private final PartitionFlash flash;
    private final SectorTable table;
    private final byte[] name;
    /** 0 while the file has no sector. */
    private int file;
    /** Sector of the next byte; -1 if another one is needed first. */
    private int sector = -1;
    private int nextIndex;
    /** Offset in the file of the next byte. */
    private int length;
    /** Address within the sector of the next byte, and of the next word. */
    private int end;
    private int wordAt;
    private boolean announced;
    private boolean broken;

    PartitionOutput(PartitionFlash flash, SectorTable table, byte[] name) {
        this.flash = flash;
        this.table = table;
        this.name = name;
        if (name.length == 0 || name.length > SectorHeader.MAX_NAME) {
            throw new IllegalArgumentException("name: " + name.length + " bytes are not allowed; 1 to "
                    + SectorHeader.MAX_NAME + " are");
        }
    }

    /**
     * Goes on in the last sector of a file, or behind it.
     *
     * @return false if nothing was ever flushed in that sector, and it is not part of the file any more.
     */
    boolean resume(int last) throws IOException {
        EndMarks marks = this.flash.readMarks(last);
        if (marks.end() < 0) {
            this.flash.giveUp(last);
            return false;
        }
        this.file = this.table.file[last];
        this.nextIndex = this.table.index[last] + 1;
        this.length = this.table.start[last] + this.table.used[last];
        this.end = this.table.dataAt(last) + this.table.used[last];
        this.wordAt = marks.next();
        if (marks.isClean() && marks.end() == this.end && room() > EndMarks.BYTES) {
            this.sector = last;
            passWeakWord();
        }
        return true;
    }

    /** Passes the next word in a sector of the last boot: it may be half programmed, though it reads blank. */
    private void passWeakWord() throws IOException {
        if (this.table.state[this.sector] == SectorTable.OLD) {
            this.flash.strengthen(this.sector, this.wordAt, EndMarks.word(this.end));
            this.wordAt -= EndMarks.BYTES;
            this.table.state[this.sector] = SectorTable.USED;
        }
    }

    /** @return bytes that the sector still takes in one write; 0 or less if none. */
    private int room() {
        return this.wordAt - (SPARE_WORDS - 1) * EndMarks.BYTES - this.end;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        synchronized (this.flash) {
            check();
            this.broken = true;
            int done = 0;
            while (done < count) {
                if (this.sector < 0 || room() <= 0) {
                    nextSector();
                }
                int n = Math.min(count - done, room());
                program(bytes, offset + done, n);
                done += n;
            }
            this.broken = false;
        }
    }

    private void program(byte[] bytes, int offset, int count) throws IOException {
        int from = this.end;
        this.end += count;
        this.length += count;
        programWord();
        this.announced = true;
        this.flash.program(this.sector, from, bytes, offset, count);
    }

    private void nextSector() throws IOException {
        commit();
        this.sector = this.flash.claim(this.file, this.nextIndex, this.length, this.name);
        this.file = this.table.file[this.sector];
        this.nextIndex++;
        this.end = this.table.dataAt(this.sector);
        this.wordAt = Partition.SECTOR - EndMarks.BYTES;
    }

    private void commit() throws IOException {
        if (this.announced) {
            programWord();
            this.announced = false;
            this.table.used[this.sector] = (char) (this.end - this.table.dataAt(this.sector));
        }
    }

    private void programWord() throws IOException {
        this.flash.programWord(this.sector, this.wordAt, EndMarks.word(this.end));
        this.wordAt -= EndMarks.BYTES;
    }

    private void check() throws IOException {
        if (this.broken || this.sector >= 0 && (this.table.file[this.sector] != this.file
                || !this.table.isInFile(this.sector))) {
            throw new IOException("file is closed, was deleted, or failed before");
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (this.flash) {
            check();
            this.broken = true;
            if (this.file == 0) {
                nextSector();
                program(this.name, 0, 0);
            }
            commit();
            this.broken = false;
        }
    }

    @Override
    public void close() throws IOException {
        if (!this.broken) {
            flush();
            this.broken = true;
        }
    }
}
