package space.opensensor.spool;

import java.io.IOException;

/** The appending side of the spool: when frames are written, and to which segment. */
final class Log {

    /**
     * A segment is sealed when another write like the last one, and so many bytes, might not fit: so what is appended next
     * knows that it begins a segment.
     */
    private static final int SPARE_BYTES = 16;

    private final Holdings holdings;
    private final SegmentWriter writer;
    private final int segmentBytes;
    private final int reserveBytes;
    private final int syncAppends;
    private final int syncMillis;
    /** The segment after the open one, made when there is time; or null. */
    private StoredFile next;
    private boolean isDueKnown;
    private long dueMillis;

    Log(Holdings holdings, SpoolConfig config) {
        this.holdings = holdings;
        this.writer = holdings.writer;
        this.segmentBytes = config.segmentBytes();
        this.reserveBytes = config.reserveBytes();
        this.syncAppends = config.syncAppends();
        this.syncMillis = config.syncMillis();
    }

    /** Starts a boot; {@code open} is the segment to continue, or null. */
    void start(int bootId, StoredFile open) {
        this.writer.start(bootId, open);
        makeNext();
    }

    /** @return the open segment; null if there is none. */
    StoredFile segment() {
        return this.writer.segment();
    }

    /** Appends a reading of a payload; see {@link Spool#append(Payload)}. */
    boolean append(Payload payload) throws IOException {
        boolean added = false;
        boolean taken = false;
        try {
            if (!this.writer.fits(Payload.MOST_BYTES)) {
                write();
            }
            this.writer.add(payload);
            added = true;
            boolean synced = syncIfEnough();
            taken = true;
            return synced;
        } finally {
            if (!taken) {
                refuse(false, added);
            }
        }
    }

    /** Appends a frame of its own; see {@link Spool#append(byte[], int, int)}. */
    boolean append(boolean note, byte[] payload, int offset, int length) throws IOException {
        boolean added = false;
        boolean taken = false;
        try {
            if (!this.writer.fits(length)) {
                write();
            }
            this.writer.add(note, payload, offset, length);
            added = true;
            boolean synced = syncIfEnough();
            taken = true;
            return synced;
        } finally {
            if (!taken) {
                refuse(note, added);
            }
        }
    }

    /** Returns whether nothing waits any more. */
    private boolean syncIfEnough() throws IOException {
        if (this.syncAppends == 0 || this.writer.waitingAppends() < this.syncAppends) {
            return false;
        }
        write();
        return true;
    }

    private void refuse(boolean note, boolean added) {
        if (added) {
            this.writer.removeLast(note);
        }
        if (!note) {
            this.holdings.countRefused(this.syncAppends);
        }
    }

    /** See {@link Spool#syncIfDue}. */
    void syncIfDue(long monotonicMillis) throws IOException {
        if (this.syncMillis == 0 || this.writer.waitingAppends() == 0) {
            return;
        }
        if (!this.isDueKnown) {
            this.isDueKnown = true;
            this.dueMillis = monotonicMillis + this.syncMillis;
        } else if (monotonicMillis - this.dueMillis >= 0) {
            sync();
        }
    }

    /** See {@link Spool#sync}. */
    void sync() throws IOException {
        this.isDueKnown = false;
        write();
        this.holdings.saveRefused();
    }

    /** Writes what waits; a failure seals the segment, and the next one is tried once. */
    private void write() throws IOException {
        if (this.writer.waitingAppends() == 0) {
            return;
        }
        this.writer.end();
        int bytes = this.writer.waitingBytes() + SPARE_BYTES;
        prepare();
        try {
            writeOnce();
        } catch (IOException e) {
            prepare();
            writeOnce();
        }
        this.isDueKnown = false;
        this.holdings.saveRefused();
        if (isFull(this.writer.segment(), bytes)) {
            close();
        }
    }

    /** Writes what waits; after any failure, want of memory too, the segment is not continued. */
    private void writeOnce() throws IOException {
        boolean written = false;
        try {
            this.writer.write();
            written = true;
        } finally {
            if (!written) {
                abandon();
            }
        }
    }

    /** Makes sure that there is an open segment with room for what waits. */
    private void prepare() throws IOException {
        StoredFile last = this.writer.segment();
        if (last != null && last.size > 0 && isFull(last, this.writer.waitingBytes())) {
            close();
        }
        while (needsRoom()) {
            makeRoom();
        }
        if (this.writer.segment() == null) {
            makeNext();
            this.writer.open(this.next);
            this.next = null;
            this.holdings.journal.nextSegment++;
        }
    }

    /** Allocates what opening the next segment needs, so that an append does not. */
    void makeNext() {
        int id = this.holdings.journal.nextSegment;
        if (this.next == null || this.next.id != id) {
            this.next = StoredFile.segment(id);
        }
    }

    private boolean isFull(StoredFile open, int bytes) {
        return this.holdings.room.filled(open.size + bytes, this.writer.writes() + 1) > this.segmentBytes;
    }

    private boolean needsRoom() {
        long bytes = growth();
        return bytes > 0 && this.holdings.room.free() - bytes < this.reserveBytes;
    }

    private long growth() {
        StoredFile open = this.writer.segment();
        return this.holdings.room.growth(open == null ? 0 : open.size, this.writer.waitingBytes());
    }

    /** Lets the oldest give way; that may be the open segment. */
    private void makeRoom() throws IOException {
        if (this.holdings.dropOne(true)) {
            return;
        }
        StoredFile open = this.writer.segment();
        if (open == null || open.size == 0 || !this.holdings.dropsOldest()) {
            throw new SpoolFullException("spool is full: no room for " + growth() + " bytes of log");
        }
        close();
    }

    private void abandon() throws IOException {
        this.holdings.countError();
        StoredFile broken = this.writer.abandon();
        if (broken.intact > 0) {
            seal(broken);
        } else {
            this.holdings.deleteUncounted(broken);
        }
        this.holdings.askRoom();
    }

    /** Seals the open segment as it is. */
    void close() {
        StoredFile open = this.writer.segment();
        if (open == null) {
            return;
        }
        try {
            this.writer.close();
        } catch (IOException e) {
            this.holdings.countError();
        }
        if (open.size > 0) {
            seal(open);
        }
    }

    /** Lets a segment take no more frames; one in which nothing counts goes. */
    private void seal(StoredFile segment) {
        this.holdings.segments.add(segment);
        this.holdings.deleteReplaced();
    }
}
