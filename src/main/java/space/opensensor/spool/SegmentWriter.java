package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The appending end of the log: frames that wait in one buffer, and the open segment they go to.
 * <p>
 * The segment's file stays open between writes. One that failed is sealed where it was last synced, as nothing is known
 * of what stands behind that; the frames go on waiting for another segment.
 */
final class SegmentWriter {

    private final Flash flash;
    private final Room room;
    private final FrameCodec codec = new FrameCodec();
    /** A header, if one is needed, and the frames that wait. */
    private final byte[] waiting;
    /** Bytes of {@link #waiting} that count. */
    private int length = FrameCodec.HEADER_BYTES;
    private OutputStream out;
    private StoredFile segment;
    private boolean headerNeeded;
    private int writes;
    /** The place of the next frame that is written. */
    private final Position next = new Position();
    private int frames;
    private int appends;
    private int readings;

    /** Where the frame added last starts, its readings, who goes on writing it, and whether it lacks its check sum. */
    private int frameAt;
    private int frameReadings;
    private Payload source;
    private boolean frameOpen;

    SegmentWriter(Flash flash, Room room, int bufferBytes) {
        this.flash = flash;
        this.room = room;
        this.waiting = new byte[bufferBytes];
    }

    /** Sets the boot; {@code open} is the segment to continue, or null. */
    void start(int bootId, StoredFile open) {
        this.next.set(bootId, 0, 0);
        this.segment = open;
        this.writes = 0;
        this.headerNeeded = true;
    }

    /** @return the open segment; null if there is none. */
    StoredFile segment() {
        return this.segment;
    }

    /** Opens a new segment; there must be none. */
    void open(StoredFile fresh) {
        this.segment = fresh;
        this.writes = 0;
        this.headerNeeded = true;
    }

    /** @return whether a frame of that payload length can wait with the others. */
    boolean fits(int bytes) {
        return this.length + FrameCodec.CHECK_SUM_BYTES + bytes + FrameCodec.OVERHEAD <= this.waiting.length;
    }

    /** Adds a frame that fits: a note, or one reading. */
    void add(boolean note, byte[] payload, int offset, int bytes) {
        begin();
        System.arraycopy(payload, offset, this.waiting, this.length, bytes);
        this.length += bytes;
        count(note ? 0 : 1);
    }

    /** Adds a reading to the frame that the payload wrote before, or begins one; room for a frame of it is there. */
    void add(Payload payload) {
        if (!continues(payload)) {
            begin();
            this.source = payload;
        }
        int at = this.frameAt + FrameCodec.HEAD_BYTES;
        this.length = at + payload.write(this.waiting, at, this.length - at);
        count(1);
    }

    private boolean continues(Payload payload) {
        return this.frameOpen && this.source == payload && this.frameReadings < FrameCodec.MAX_READINGS
                && this.length - this.frameAt <= FrameCodec.HEAD_BYTES + FrameCodec.MAX_PAYLOAD - Payload.MOST_BYTES;
    }

    private void begin() {
        end();
        this.frameAt = this.length;
        this.frameReadings = 0;
        this.frameOpen = true;
        this.source = null;
        this.frames++;
        this.length += FrameCodec.HEAD_BYTES;
    }

    private void count(int newReadings) {
        this.frameReadings += newReadings;
        this.readings += newReadings;
        this.appends++;
    }

    /** Ends the frame added last; a payload then begins another one. */
    void end() {
        if (this.frameOpen) {
            this.frameOpen = false;
            int bytes = this.length - this.frameAt - FrameCodec.HEAD_BYTES;
            this.codec.putFrame(this.waiting, this.frameAt, bytes, this.frameReadings, this.next.boot,
                    this.next.sequence + this.frames - 1);
            this.length += FrameCodec.CHECK_SUM_BYTES;
        }
    }

    /** Takes what was added last back, after {@link #end()}. Its bytes may stay in the frame, but do not count there. */
    void removeLast(boolean note) {
        this.appends--;
        this.readings -= note ? 0 : 1;
        this.frameReadings -= note ? 0 : 1;
        if (this.frameReadings > 0) {
            this.length -= FrameCodec.CHECK_SUM_BYTES;
            this.frameOpen = true;
            end();
        } else {
            this.length = this.frameAt;
            this.frames--;
        }
    }

    /** @return notes and readings that wait. */
    int waitingAppends() {
        return this.appends;
    }

    /** @return the place of the next frame that is written. */
    Position next() {
        return this.next;
    }

    /** @return writes to the open segment since the boot. */
    int writes() {
        return this.writes;
    }

    /** @return bytes that the next write adds to a segment, at most; after {@link #end()}. */
    int waitingBytes() {
        return this.length;
    }

    /**
     * Writes what waits to the open segment and syncs it; after {@link #end()}.
     *
     * @throws IOException if the flash fails; call {@link #abandon()} then.
     */
    void write() throws IOException {
        if (this.out == null) {
            this.out = this.segment.size == 0 ? this.flash.create(this.segment.file)
                    : this.flash.append(this.segment.file);
        }
        int from = this.headerNeeded ? 0 : FrameCodec.HEADER_BYTES;
        int bytes = this.length - from;
        if (this.headerNeeded) {
            FrameCodec.putHeader(this.waiting, this.segment.id, this.next.boot, this.next.sequence);
        }
        this.out.write(this.waiting, from, bytes);
        this.out.flush();
        this.room.grow(this.segment.size, bytes);
        this.writes++;
        this.segment.size += bytes;
        this.segment.intact = this.segment.size;
        this.segment.readings += this.readings;
        this.headerNeeded = false;
        if (this.segment.first.boot == 0) {
            this.segment.first.set(this.next);
        }
        this.next.set(this.next.boot, this.next.sequence + this.frames, 0);
        this.segment.end.set(this.next);
        this.length = FrameCodec.HEADER_BYTES;
        this.frames = 0;
        this.appends = 0;
        this.readings = 0;
    }

    /** Lets go of the open segment without a further write; returns it. */
    StoredFile abandon() {
        Streams.closeQuietly(this.out);
        return letGo();
    }

    /** Closes the open segment, whether or not that fails; what waits goes to the next one. */
    void close() throws IOException {
        OutputStream open = this.out;
        letGo();
        if (open != null) {
            open.close();
        }
    }

    private StoredFile letGo() {
        StoredFile last = this.segment;
        this.out = null;
        this.segment = null;
        return last;
    }
}
