package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.bytes.Crc32;
import space.opensensor.bytes.LittleEndian;

/**
 * What the spool must remember besides its files: records of 64 bytes, of which the newest intact one counts.
 * <p>
 * They go alternately to the ends of two files, {@code state.a} and {@code state.b}, so that writing one never touches
 * the sector that holds the newest. A file that is full, or has a damaged end, is started anew when its turn comes.
 */
final class StateJournal {

    /** Names of the two files. */
    static final String[] FILES = { "state.a", "state.b" };

    private static final int RECORD_BYTES = 64;
    private static final int FILE_BYTES = 56 * RECORD_BYTES;
    private static final int MARK = 0x314C5053;

    /** Boot id of the last boot. */
    int boot;
    /** Id that the next new segment gets. */
    int nextSegment;
    /** What is before it in the log is replaced by the objects that end there or before, or was dropped. */
    final Position replaced = new Position();
    /** End of the object that is being dropped; boot 0: none is. */
    final Position dropped = new Position();
    /** Its index among those of the same end. */
    int droppedIndex;
    /** Readings dropped, with those of the object that is being dropped. */
    long droppedReadings;
    /** Damaged ends cut off. */
    int damagedTails;
    /** The last segment whose damaged end is counted. */
    int lastTail;

    private final Flash flash;
    private final byte[] record = new byte[RECORD_BYTES];
    private final int[] lengths = new int[2];
    private int generation;
    private int newest;
    private boolean uncertain;

    StateJournal(Flash flash) {
        this.flash = flash;
    }

    /**
     * Reads the newest record, if there is one.
     *
     * @return whether there is.
     */
    boolean read() {
        this.newest = -1;
        for (int i = 0; i < 2; i++) {
            try {
                this.lengths[i] = readFile(i);
            } catch (IOException e) {
                this.lengths[i] = -1;
            }
        }
        boolean found = this.newest >= 0;
        this.newest = found ? this.newest : 1;
        return found;
    }

    /** Reads a file's records; its length, or -1 if nothing can be appended to it. */
    private int readFile(int which) throws IOException {
        InputStream in = this.flash.open(FILES[which]);
        try {
            int length = 0;
            for (;;) {
                int n = Streams.readFully(in, this.record, 0, RECORD_BYTES);
                if (n == 0) {
                    return length;
                }
                if (n < RECORD_BYTES || !isRecord()) {
                    return -1;
                }
                length += n;
                take(which);
            }
        } finally {
            Streams.closeQuietly(in);
        }
    }

    private boolean isRecord() {
        return LittleEndian.getInt(this.record, 0) == MARK
                && LittleEndian.getInt(this.record, RECORD_BYTES - 4) == checkSum();
    }

    private void take(int which) {
        int found = LittleEndian.getInt(this.record, 4);
        if (this.newest >= 0 && found - this.generation <= 0) {
            return;
        }
        this.newest = which;
        this.generation = found;
        this.boot = LittleEndian.getInt(this.record, 8);
        this.nextSegment = LittleEndian.getInt(this.record, 12);
        get(16, this.replaced);
        get(28, this.dropped);
        this.droppedIndex = LittleEndian.getInt(this.record, 40);
        this.droppedReadings = LittleEndian.getLong(this.record, 44);
        this.damagedTails = LittleEndian.getInt(this.record, 52);
        this.lastTail = LittleEndian.getInt(this.record, 56);
    }

    private void get(int at, Position place) {
        place.set(LittleEndian.getInt(this.record, at), LittleEndian.getInt(this.record, at + 4),
                LittleEndian.getInt(this.record, at + 8));
    }

    /**
     * Writes a record of the fields as they are; returns when it is on flash.
     *
     * @throws IOException if the flash fails; until a later record is written it is {@link #isUncertain() uncertain} which
     *         one counts after a cut.
     */
    void write() throws IOException {
        this.generation++;
        encode();
        int which = 1 - this.newest;
        boolean fresh = this.uncertain || this.lengths[which] < 0
                || this.lengths[which] + RECORD_BYTES > FILE_BYTES;
        this.uncertain = true;
        OutputStream out = fresh ? this.flash.create(FILES[which]) : this.flash.append(FILES[which]);
        Streams.writeAll(out, this.record, RECORD_BYTES);
        this.lengths[which] = (fresh ? 0 : this.lengths[which]) + RECORD_BYTES;
        this.newest = which;
        this.uncertain = false;
    }

    private void encode() {
        LittleEndian.putInt(this.record, 0, MARK);
        LittleEndian.putInt(this.record, 4, this.generation);
        LittleEndian.putInt(this.record, 8, this.boot);
        LittleEndian.putInt(this.record, 12, this.nextSegment);
        put(16, this.replaced);
        put(28, this.dropped);
        LittleEndian.putInt(this.record, 40, this.droppedIndex);
        LittleEndian.putLong(this.record, 44, this.droppedReadings);
        LittleEndian.putInt(this.record, 52, this.damagedTails);
        LittleEndian.putInt(this.record, 56, this.lastTail);
        LittleEndian.putInt(this.record, RECORD_BYTES - 4, checkSum());
    }

    private void put(int at, Position place) {
        LittleEndian.putInt(this.record, at, place.boot);
        LittleEndian.putInt(this.record, at + 4, place.sequence);
        LittleEndian.putInt(this.record, at + 8, place.reading);
    }

    private int checkSum() {
        return Crc32.IEEE.update(0, this.record, 0, RECORD_BYTES - 4);
    }

    /** @return whether writing failed, so that the last record or the one before it may be on flash. */
    boolean isUncertain() {
        return this.uncertain;
    }

    /** @return bytes that both files take on flash when they are as long as they get. */
    static long bytes(int clusterBytes) {
        return 2L * Room.roundUp(FILE_BYTES, clusterBytes);
    }

    /** @return bytes that the files do not take yet, but will. */
    long missingBytes(int clusterBytes) {
        long taken = 0;
        for (int i = 0; i < 2; i++) {
            taken += Room.roundUp(Math.max(0, this.lengths[i]), clusterBytes);
        }
        return bytes(clusterBytes) - taken;
    }
}
