package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.bytes.LittleEndian;

/**
 * Finds the frames of a segment of the log or of the archive, in one pass through one buffer.
 * <p>
 * Everything up to the first byte that is neither a frame of the expected number nor a header counts; a single damaged
 * frame is passed over if the one after it is intact.
 */
final class SegmentScanner {

    /** Another frame was found. */
    static final int FRAME = 1;
    /** The file ends where its last frame does. */
    static final int END = 2;
    /** What follows is no frame: the rest of the file does not count. */
    static final int TAIL = 3;
    /** A header of another version follows. */
    static final int OTHER_VERSION = 4;

    private static final int BLOCK = 4096;

    private final Flash flash;
    private final FrameCodec codec = new FrameCodec();
    private final ArchiveCodec archiveCodec = new ArchiveCodec();
    private final byte[] buffer;
    private InputStream in;
    private boolean keepOpen;
    private StoredFile file;
    private int filled;
    private int position;
    /** Offset in the file of the byte after the buffer's last one. */
    private long read;

    private boolean unreadable;
    private boolean hasHeader;
    private int boot;
    private int sequence;
    private int nextSequence;
    private int payloadAt;
    private int payloadLength;
    private int readings;
    private int readingsBefore;
    private long frameOffset;
    private int damaged;
    private int limitBoot;
    private int limitSequence;

    SegmentScanner(Flash flash, int bufferBytes) {
        this.flash = flash;
        this.buffer = new byte[bufferBytes];
    }

    /**
     * Starts at the beginning of a segment.
     *
     * @param stayOpen whether the file stays open until {@link #close()}, and ends where it cannot be read; else it is
     *        opened for every filling, and an error is one.
     */
    void start(StoredFile segment, boolean stayOpen) {
        this.file = segment;
        this.keepOpen = stayOpen;
        this.filled = 0;
        this.position = 0;
        this.read = 0;
        this.unreadable = false;
        this.hasHeader = false;
        this.boot = 0;
        this.nextSequence = 0;
        this.readings = 0;
        this.readingsBefore = 0;
        this.damaged = 0;
        this.limitBoot = 0;
    }

    /**
     * Starts at a place of a segment, of which frames before may count no more. The file is opened for every filling.
     *
     * @param place as {@link #frameOffset()} and the others told it of this segment; offset 0 for its beginning.
     */
    void start(StoredFile segment, Position place) {
        start(segment, false);
        if (place.offset > 0) {
            this.read = place.offset;
            this.hasHeader = true;
            this.boot = place.boot;
            this.nextSequence = place.sequence;
            this.readingsBefore = place.readingsBefore;
        }
    }

    /** Lets the segment end before a frame, if it gets that far. */
    void limit(int boot, int sequence) {
        this.limitBoot = boot;
        this.limitSequence = sequence;
    }

    /**
     * Finds the next frame.
     *
     * @throws IOException if the flash fails or the file is gone.
     */
    int next() throws IOException {
        this.readingsBefore += this.readings;
        this.readings = 0;
        for (;;) {
            if (!has(2)) {
                return this.position == this.filled && !this.unreadable ? END : TAIL;
            }
            int head = LittleEndian.getShort(this.buffer, this.position);
            if (head == FrameCodec.HEADER_MARK) {
                int end = takeHeader();
                if (end != FRAME) {
                    return end;
                }
            } else if (!(isArchive() ? takeArchiveFrame() : takeFrame(head))) {
                return TAIL;
            } else if (this.payloadLength > 0) {
                return FRAME;
            }
        }
    }

    private boolean isArchive() {
        return this.file.kind == StoredFile.ARCHIVE;
    }

    /** Passes a header; {@link #FRAME} if it is one of this segment. */
    private int takeHeader() throws IOException {
        if (!has(FrameCodec.HEADER_BYTES) || !FrameCodec.isHeader(this.buffer, this.position)) {
            return TAIL;
        }
        if (this.buffer[this.position + 2] != FrameCodec.VERSION) {
            return OTHER_VERSION;
        }
        if (LittleEndian.getInt(this.buffer, this.position + 4) != this.file.id) {
            return TAIL;
        }
        this.boot = LittleEndian.getInt(this.buffer, this.position + 8);
        this.nextSequence = LittleEndian.getInt(this.buffer, this.position + 12);
        this.position += FrameCodec.HEADER_BYTES;
        this.hasHeader = true;
        return FRAME;
    }

    /** Passes a frame, with payload length 0 if it is damaged but the next one is not; false if nothing counts any more. */
    private boolean takeFrame(int head) throws IOException {
        this.frameOffset = offset();
        if (!this.hasHeader || isBeyondLimit(this.nextSequence)) {
            return false;
        }
        if (!isFrameAt(0, this.nextSequence)) {
            boolean passed = passDamaged();
            this.nextSequence += passed ? 1 : 0;
            return passed;
        }
        this.sequence = this.nextSequence++;
        this.payloadAt = this.position + FrameCodec.HEAD_BYTES;
        this.payloadLength = FrameCodec.payloadLength(head);
        this.readings = this.buffer[this.position + 2] & 0xFF;
        this.position += this.payloadLength + FrameCodec.OVERHEAD;
        return true;
    }

    /** As {@link #takeFrame}, in the archive, where frames tell their numbers. */
    private boolean takeArchiveFrame() throws IOException {
        this.frameOffset = offset();
        if (!this.hasHeader) {
            return false;
        }
        if (!isArchiveFrameAt(0)) {
            return passDamaged();
        }
        int first = ArchiveCodec.sequence(this.buffer, this.position);
        if (isBeyondLimit(first)) {
            return false;
        }
        this.sequence = first;
        this.nextSequence = first + ArchiveCodec.frames(this.buffer, this.position);
        this.payloadAt = this.position + ArchiveCodec.HEAD_BYTES;
        this.payloadLength = ArchiveCodec.payloadLength(LittleEndian.getShort(this.buffer, this.position));
        this.readings = ArchiveCodec.readings(this.buffer, this.position);
        this.position += this.payloadLength + ArchiveCodec.OVERHEAD;
        return true;
    }

    private boolean isBeyondLimit(int first) {
        return this.boot == this.limitBoot && first >= this.limitSequence;
    }

    /** Passes a damaged frame if an intact one, or a header, is near; false if not. */
    private boolean passDamaged() throws IOException {
        int least = isArchive() ? ArchiveCodec.OVERHEAD : FrameCodec.OVERHEAD;
        int most = least + (isArchive() ? ArchiveCodec.MAX_PAYLOAD : FrameCodec.MAX_PAYLOAD);
        for (int away = least + 1; away <= most; away++) {
            boolean found = isHeaderAt(away)
                    || (isArchive() ? isArchiveFrameAt(away) : isFrameAt(away, this.nextSequence + 1));
            if (found) {
                this.payloadLength = 0;
                this.damaged++;
                this.position += away;
                return true;
            }
        }
        return false;
    }

    private boolean isHeaderAt(int away) throws IOException {
        return has(away + FrameCodec.HEADER_BYTES) && FrameCodec.isHeader(this.buffer, this.position + away);
    }

    private boolean isFrameAt(int away, int number) throws IOException {
        if (!has(away + 2)) {
            return false;
        }
        int length = FrameCodec.payloadLength(LittleEndian.getShort(this.buffer, this.position + away));
        return length > 0 && has(away + length + FrameCodec.OVERHEAD)
                && this.codec.isFrame(this.buffer, this.position + away, length, this.boot, number);
    }

    private boolean isArchiveFrameAt(int away) throws IOException {
        if (!has(away + 2)) {
            return false;
        }
        int length = ArchiveCodec.payloadLength(LittleEndian.getShort(this.buffer, this.position + away));
        return length > 0 && has(away + length + ArchiveCodec.OVERHEAD)
                && this.archiveCodec.isFrame(this.buffer, this.position + away, length, this.boot)
                && ArchiveCodec.sequence(this.buffer, this.position + away) >= this.nextSequence;
    }

    /** Fills the buffer until so many bytes follow the position; false if the file ends before. */
    private boolean has(int bytes) throws IOException {
        if (this.filled - this.position >= bytes) {
            return true;
        }
        System.arraycopy(this.buffer, this.position, this.buffer, 0, this.filled - this.position);
        this.filled -= this.position;
        this.position = 0;
        try {
            fill();
        } catch (IOException e) {
            if (!this.keepOpen) {
                throw e;
            }
            this.unreadable = true;
        } finally {
            if (!this.keepOpen) {
                close();
            }
        }
        return this.filled >= bytes;
    }

    /** Reads until the buffer is full or the segment ends, never across a {@value #BLOCK}-byte boundary at once. */
    private void fill() throws IOException {
        if (this.in == null && this.read < this.file.intact) {
            this.in = this.flash.open(this.file.file);
            Streams.skipFully(this.in, this.read);
        }
        while (this.read < this.file.intact && this.filled < this.buffer.length) {
            int room = Math.min(this.buffer.length - this.filled, BLOCK - (int) (this.read % BLOCK));
            int n = this.in.read(this.buffer, this.filled, (int) Math.min(room, this.file.intact - this.read));
            if (n <= 0) {
                throw new IOException(this.file.file + " ends at byte " + this.read);
            }
            this.filled += n;
            this.read += n;
        }
    }

    /** Closes the file if it is open. */
    void close() {
        InputStream open = this.in;
        this.in = null;
        Streams.closeQuietly(open);
    }

    /** Copies the payload found last; see {@link LogReader#next(byte[])}. */
    int copyPayload(byte[] target) {
        if (target.length < this.payloadLength) {
            throw new IllegalArgumentException("payload: an array of " + target.length + " bytes is too short; "
                    + this.payloadLength + " are needed");
        }
        System.arraycopy(this.buffer, this.payloadAt, target, 0, this.payloadLength);
        return this.payloadLength;
    }

    /** @return boot of the frame found last, or of the last header. */
    int boot() {
        return this.boot;
    }

    /** @return number within its boot of the frame found last; in the archive, of the first one whose place it takes. */
    int sequence() {
        return this.sequence;
    }

    /** @return number within its boot that the next frame has. */
    int nextSequence() {
        return this.nextSequence;
    }

    /** @return readings in the frame found last; 0 for a note. */
    int readings() {
        return this.readings;
    }

    /** @return readings in the frames before the one found last. */
    int readingsBefore() {
        return this.readingsBefore;
    }

    /** @return offset in the file of the frame found last. */
    long frameOffset() {
        return this.frameOffset;
    }

    /** @return whether a header of this segment was found at its start. */
    boolean hasHeader() {
        return this.hasHeader;
    }

    /** @return offset in the file of the first byte that is not part of what was found. */
    long offset() {
        return this.read - this.filled + this.position;
    }

    /** @return whether reading failed: the file ends there. */
    boolean isUnreadable() {
        return this.unreadable;
    }

    /** @return damaged frames passed over. */
    int damaged() {
        return this.damaged;
    }

    /** @return whether the first bytes, so far read, are all 00 or all FF: never written. */
    boolean isBlank() {
        int first = this.filled == 0 ? 0 : this.buffer[0];
        for (int i = 1; i < Math.min(this.filled, FrameCodec.HEADER_BYTES); i++) {
            if (this.buffer[i] != first) {
                return false;
            }
        }
        return first == 0 || first == -1;
    }
}
