package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The appending side of the archive: frames that take the place of frames of the log, which are deleted as soon as a frame
 * that holds their readings is on flash. The archive lies before the log; neither needs a record in the journal, as frames
 * tell their numbers.
 */
final class Archive {

    /** Bytes that a frame of an earlier boot is taken to have. */
    private static final int MEAN_WRITE = 1024;

    private final Holdings holdings;
    private final int segmentBytes;
    private final ArchiveCodec codec = new ArchiveCodec();
    private final byte[] header = new byte[FrameCodec.HEADER_BYTES];
    private final byte[] head = new byte[ArchiveCodec.HEAD_BYTES];
    private final byte[] checkSum = new byte[ArchiveCodec.CHECK_SUM_BYTES];
    /** The segment that takes further frames; null: the next one starts it. */
    private StoredFile open;
    private int writes;

    Archive(Holdings holdings, int segmentBytes) {
        this.holdings = holdings;
        this.segmentBytes = segmentBytes;
    }

    /** Starts a boot; {@code last} is the segment to continue, or null. */
    void start(StoredFile last) {
        this.open = last;
        this.writes = last == null ? 0 : (int) (last.size / MEAN_WRITE) + 1;
    }

    /** See {@link Spool#archive}. */
    void append(byte[] payload, int offset, int length, int readings, Position from, Position to) throws IOException {
        check(from);
        StoredFile segment = this.open;
        int bytes = ArchiveCodec.OVERHEAD + length;
        if (segment == null || !this.holdings.segments.contains(segment) || isFull(segment, bytes)) {
            segment = StoredFile.archive(this.holdings.journal.nextSegment);
            this.writes = 0;
        }
        boolean fresh = segment.size == 0;
        boolean begins = fresh || segment.end.boot != from.boot;
        bytes += begins ? FrameCodec.HEADER_BYTES : 0;
        long growth = this.holdings.room.growth(segment.size, bytes);
        if (this.holdings.room.free() < growth) {
            throw new SpoolFullException("spool is full: no room for " + growth + " bytes of archive");
        }
        this.open = segment;
        write(segment, begins, payload, offset, length, readings, from, to);
        this.holdings.room.grow(segment.size, bytes);
        segment.size += bytes;
        segment.intact = segment.size;
        if (fresh) {
            this.holdings.segments.add(segment);
            this.holdings.journal.nextSegment++;
        }
        take(segment, readings, from, to);
    }

    private boolean isFull(StoredFile segment, int bytes) {
        return this.holdings.room.filled(segment.size + bytes + FrameCodec.HEADER_BYTES, this.writes + 1) > this.segmentBytes;
    }

    /** Frames that were dropped since they were read do not come back. */
    private void check(Position from) throws IOException {
        if (this.holdings.journal.replaced.isBehind(from.boot, from.sequence + 1)
                || this.holdings.archived.isBehind(from.boot, from.sequence + 1)) {
            throw new IOException("frame " + from.sequence + " of boot " + from.boot + " was replaced meanwhile");
        }
    }

    private void write(StoredFile segment, boolean begins, byte[] payload, int offset, int length, int readings, Position from,
            Position to) throws IOException {
        boolean written = false;
        OutputStream out = null;
        try {
            Flash flash = this.holdings.flash;
            out = segment.size == 0 ? flash.create(segment.file) : flash.append(segment.file);
            if (begins) {
                FrameCodec.putHeader(this.header, segment.id, from.boot, from.sequence);
                out.write(this.header, 0, this.header.length);
            }
            ArchiveCodec.putHead(this.head, length, readings, from.sequence, to.sequence - from.sequence);
            this.codec.putCheckSum(this.checkSum, from.boot, this.head, payload, offset, length);
            out.write(this.head, 0, this.head.length);
            out.write(payload, offset, length);
            out.write(this.checkSum, 0, this.checkSum.length);
            out.flush();
            written = true;
        } finally {
            if (!written) {
                Streams.closeQuietly(out);
                abandon(segment);
            }
        }
        this.writes++;
        Streams.closeQuietly(out);
    }

    /** Leaves a segment with a damaged end alone. */
    private void abandon(StoredFile segment) throws IOException {
        this.holdings.countError();
        this.open = null;
        if (segment.size == 0) {
            this.holdings.deleteUncounted(segment);
        }
        this.holdings.askRoom();
    }

    /** Lets a frame that is on flash count in the place of those of the log. */
    private void take(StoredFile segment, int readings, Position from, Position to) {
        Position replaced = this.holdings.journal.replaced;
        if (replaced.isIn(from.boot, from.sequence)) {
            segment.replaced += Math.min(readings, replaced.reading);
        }
        segment.readings += readings;
        segment.end.set(to.boot, to.sequence, 0);
        if (segment.first.boot == 0) {
            segment.first.set(from.boot, from.sequence, 0);
        }
        this.holdings.archived.set(to);
        this.holdings.forget(to);
    }
}
