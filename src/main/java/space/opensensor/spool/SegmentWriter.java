package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.bytes.ByteWriter;

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
    private final ByteWriter waiting;
    private OutputStream out;
    private StoredFile segment;
    private boolean headerNeeded;
    private int boot;
    /** Number of the first frame that waits. */
    private int sequence;
    private int frames;
    private int readings;

    SegmentWriter(Flash flash, Room room, int bufferBytes) {
        this.flash = flash;
        this.room = room;
        this.waiting = new ByteWriter(bufferBytes);
        this.waiting.setLength(FrameCodec.HEADER_BYTES);
    }

    /** Sets the boot; {@code open} is the segment to continue, or null. */
    void start(int bootId, StoredFile open) {
        this.boot = bootId;
        this.segment = open;
        this.headerNeeded = true;
    }

    /** @return the open segment; null if there is none. */
    StoredFile segment() {
        return this.segment;
    }

    /** Opens a new segment; there must be none. */
    void open(StoredFile fresh) {
        this.segment = fresh;
        this.headerNeeded = true;
    }

    /** @return whether a frame of that payload length can wait with the others. */
    boolean fits(int length) {
        return this.waiting.length() + length + FrameCodec.OVERHEAD <= this.waiting.capacity();
    }

    /** Adds a frame that fits. */
    void add(boolean note, byte[] payload, int offset, int length) {
        this.codec.putFrame(this.waiting, note, payload, offset, length, this.boot, this.sequence + this.frames);
        this.frames++;
        this.readings += note ? 0 : 1;
    }

    /** Takes the frame added last back. */
    void removeLast(boolean note, int length) {
        this.waiting.setLength(this.waiting.length() - length - FrameCodec.OVERHEAD);
        this.frames--;
        this.readings -= note ? 0 : 1;
    }

    /** @return frames that wait. */
    int waitingFrames() {
        return this.frames;
    }

    /** @return bytes that the next write adds to a segment, at most. */
    int waitingBytes() {
        return this.waiting.length();
    }

    /**
     * Writes what waits to the open segment and syncs it.
     *
     * @throws IOException if the flash fails; call {@link #abandon()} then.
     */
    void write() throws IOException {
        if (this.out == null) {
            this.out = this.segment.size == 0 ? this.flash.create(this.segment.file)
                    : this.flash.append(this.segment.file);
        }
        int from = this.headerNeeded ? 0 : FrameCodec.HEADER_BYTES;
        int bytes = this.waiting.length() - from;
        if (this.headerNeeded) {
            FrameCodec.putHeader(this.waiting.array(), this.segment.id, this.boot, this.sequence);
        }
        this.out.write(this.waiting.array(), from, bytes);
        this.out.flush();
        this.room.grow(this.segment.size, bytes);
        this.segment.size += bytes;
        this.segment.end = this.segment.size;
        this.segment.readings += this.readings;
        this.headerNeeded = false;
        this.sequence += this.frames;
        this.waiting.setLength(FrameCodec.HEADER_BYTES);
        this.frames = 0;
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
