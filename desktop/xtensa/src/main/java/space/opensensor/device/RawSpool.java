package space.opensensor.device;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Partition;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/**
 * The spool on the raw partition that the natives reach: readings are appended, the power is cut in the middle of a program,
 * and after the next boot all that was accepted is there. Once for each program of the first boot.
 */
public final class RawSpool {

    private static final int READINGS = 8;
    private static final int BYTES = 300;

    private final byte[] payload = new byte[2048];

    /**
     * Runs all cuts, one after the other.
     *
     * @param image receives, for each, the partition as the second boot leaves it.
     * @return how many there were.
     * @throws IllegalStateException if a reading that was accepted is not there, or another one is.
     */
    public int run(OutputStream image) throws IOException {
        int cuts = 0;
        boolean cut = true;
        while (cut) {
            erase();
            int accepted = accept(cuts);
            cut = accepted < READINGS;
            check(accepted);
            copy(image);
            cuts++;
        }
        return cuts;
    }

    private static void erase() throws IOException {
        BoardPartition partition = new BoardPartition();
        for (int at = 0; at < partition.size(); at += Partition.SECTOR) {
            partition.erase(at);
        }
    }

    private static Spool spool(Partition partition) throws IOException {
        Spool spool = new Spool(new PartitionFlash(partition), new SpoolConfig().segmentBytes(4096).reserveBytes(4096));
        spool.recover();
        return spool;
    }

    /** @return readings that were accepted before the power was cut. */
    private int accept(int programs) {
        int accepted = 0;
        try {
            Spool spool = spool(new CutPartition(new BoardPartition(), programs));
            for (; accepted < READINGS; accepted++) {
                fill(accepted);
                spool.append(this.payload, 0, BYTES);
            }
        } catch (IOException e) {
            return accepted;
        }
        return accepted;
    }

    private void fill(int reading) {
        for (int i = 0; i < BYTES; i++) {
            this.payload[i] = (byte) (reading * 31 + i * 7);
        }
    }

    /** Boots again, reads everything, and appends once more. The reading that was being written may be there too. */
    private void check(int accepted) throws IOException {
        Spool spool = spool(new BoardPartition());
        int found = read(spool.log());
        if (found < accepted || found > accepted + 1) {
            throw new IllegalStateException(found + " readings of " + accepted);
        }
        fill(READINGS);
        spool.append(this.payload, 0, BYTES);
    }

    private int read(LogReader reader) throws IOException {
        byte[] found = new byte[this.payload.length];
        int count = 0;
        reader.start();
        for (int length = reader.next(found); length >= 0; length = reader.next(found)) {
            fill(count);
            boolean same = length == BYTES;
            for (int i = 0; i < length && same; i++) {
                same = found[i] == this.payload[i];
            }
            if (!same) {
                throw new IllegalStateException("reading " + count + " is another one");
            }
            count++;
        }
        return count;
    }

    private void copy(OutputStream image) throws IOException {
        BoardPartition partition = new BoardPartition();
        for (int at = 0; at < partition.size(); at += this.payload.length) {
            partition.read(at, this.payload, 0, this.payload.length);
            image.write(this.payload, 0, this.payload.length);
        }
    }
}
