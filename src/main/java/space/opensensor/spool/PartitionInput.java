package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file of a {@link PartitionFlash} from its start. */
final class PartitionInput extends InputStream {

    private final PartitionFlash flash;
    private final SectorTable table;
    private final int file;
    private int sector;
    /** Bytes of the sector that were read. */
    private int position;

    PartitionInput(PartitionFlash flash, SectorTable table, int first) {
        this.flash = flash;
        this.table = table;
        this.file = table.file[first];
        this.sector = first;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int done = pass(length, target, offset);
        return done == 0 && length > 0 ? -1 : done;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return pass((int) Math.min(Math.max(0, bytes), Integer.MAX_VALUE), null, 0);
    }

    /** Moves on by so many bytes, or to the end, reading them unless the target is null. */
    private int pass(int length, byte[] target, int offset) throws IOException {
        synchronized (this.flash) {
            int done = 0;
            while (done < length && hasMore()) {
                int n = Math.min(length - done, this.table.used[this.sector] - this.position);
                if (target != null) {
                    int at = this.table.dataAt(this.sector) + this.position;
                    this.flash.read(this.sector, at, target, offset + done, n);
                }
                this.position += n;
                done += n;
            }
            return done;
        }
    }

    /** Goes to the next sector if this one is read. */
    private boolean hasMore() throws IOException {
        if (this.table.file[this.sector] != this.file || !this.table.isInFile(this.sector)) {
            throw new IOException("file was deleted");
        }
        while (this.position == this.table.used[this.sector]) {
            int next = this.table.find(this.file, this.table.index[this.sector] + 1);
            if (next < 0) {
                return false;
            }
            this.sector = next;
            this.position = 0;
        }
        return true;
    }
}
