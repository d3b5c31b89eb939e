package space.opensensor.station;

import java.io.IOException;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;

/**
 * Moves segments of the log to the archive of the spool, where a reading takes five bytes instead of eight or more: frames are
 * longer there, and coded by how likely each value is. One thread at a time, the one that reads the log.
 */
final class Archiver {

    /** Most readings in a frame. */
    private static final int MOST_READINGS = 4096;
    /** Most bytes that a reading may take beyond the longest frame before it is known not to fit. */
    private static final int SPARE_BYTES = 400;

    private final Spool spool;
    private final LogReader log;
    private final byte[] payload;
    private final ReadingsReader readings;
    private final Reading reading = new Reading();
    private final ArchiveWriter writer;
    private final byte[] frame = new byte[Spool.MAX_ARCHIVE_PAYLOAD + SPARE_BYTES];
    private final Frame note = new Frame();

    /** Frames that are moved together: from here, up to there; how many readings they have. */
    private final Position from = new Position();
    private final Position to = new Position();
    private boolean begun;
    private int count;
    /** The anchor that dates the readings, and its boot. */
    private final byte[] anchor = new byte[Frame.MAX_BYTES];
    private int anchorLength;
    private int anchorBoot;

    /**
     * @param payload receives frames of the log, at least {@link Spool#MAX_PAYLOAD} bytes; the caller's, between calls.
     * @param readings decodes them; likewise.
     * @param state encodes them; likewise.
     */
    Archiver(Spool spool, byte[] payload, ReadingsReader readings, ArchiveState state) {
        this.spool = spool;
        this.log = spool.log();
        this.payload = payload;
        this.readings = readings;
        this.writer = new ArchiveWriter(state);
    }

    /**
     * Moves full segments of the log to the archive until few enough are left; the last of them in part, as only full frames
     * are written.
     *
     * @param left how many full segments may stay.
     * @throws IOException if the flash is full or fails; what was not moved stays in the log.
     */
    void run(int left) throws IOException {
        if (this.spool.sealedSegments() <= left) {
            return;
        }
        this.begun = false;
        this.count = 0;
        this.log.startAtLog();
        int length = this.log.next(this.payload);
        while (length >= 0 && !this.log.isOpen() && (this.begun || this.spool.sealedSegments() > left)) {
            if (this.log.bootId() != this.anchorBoot) {
                flush();
                this.anchorBoot = this.log.bootId();
                keep(0);
            }
            if (this.log.readings() > 0) {
                moveReadings(length);
            } else {
                moveNote(length);
            }
            length = this.log.next(this.payload);
        }
    }

    /** Moves a frame of readings; one that does not fit with those before it begins the next frame of the archive. */
    private void moveReadings(int length) throws IOException {
        if (!add(length)) {
            flush();
            if (!add(length)) {
                copy(length);
            }
        }
    }

    /** Adds a frame of readings to those that are moved together; false if it does not fit, or cannot be read. */
    private boolean add(int length) {
        int added = this.log.readings();
        if (this.payload[0] != Frame.READINGS || this.count + added > MOST_READINGS) {
            return false;
        }
        begin();
        if (this.count == 0) {
            this.writer.start(this.frame, this.anchor, this.anchorLength);
        }
        this.writer.mark();
        this.readings.start(this.payload, length, added);
        int written = 0;
        while (this.writer.length() <= Spool.MAX_ARCHIVE_PAYLOAD && this.readings.next(this.reading)) {
            this.writer.write(this.reading);
            written++;
        }
        if (written < added || this.writer.length() > Spool.MAX_ARCHIVE_PAYLOAD) {
            this.writer.reset();
            return false;
        }
        this.count += added;
        this.log.markBehind(this.to);
        return true;
    }

    private void begin() {
        if (!this.begun) {
            this.log.markBefore(this.from, 0);
            this.to.set(this.from);
            this.begun = true;
            this.count = 0;
        }
    }

    /** Moves a note; an anchor that is known already only counts as moved. */
    private void moveNote(int length) throws IOException {
        boolean isAnchor = this.note.decode(this.payload, 0, length) == Frame.ANCHOR;
        if (this.log.isReplaced()) {
            if (isAnchor) {
                keep(length);
            }
        } else if (isAnchor && isKnown(length)) {
            begin();
            this.log.markBehind(this.to);
        } else {
            flush();
            copy(length);
            if (isAnchor) {
                keep(length);
            }
        }
    }

    private boolean isKnown(int length) {
        boolean same = length == this.anchorLength;
        for (int i = 0; same && i < length; i++) {
            same = this.payload[i] == this.anchor[i];
        }
        return same;
    }

    /** Keeps the note read last as the anchor that dates what follows. */
    private void keep(int length) {
        System.arraycopy(this.payload, 0, this.anchor, 0, length);
        this.anchorLength = length;
    }

    /** Moves the frame read last as it is. */
    private void copy(int length) throws IOException {
        begin();
        this.log.markBehind(this.to);
        write(this.payload, length, this.log.readings());
    }

    /** Writes what is moved together. */
    private void flush() throws IOException {
        if (this.begun && this.count > 0) {
            write(this.frame, this.writer.finish(), this.count);
        } else if (this.begun && this.to.isBehind(this.from)) {
            write(this.anchor, this.anchorLength, 0);
        }
        this.begun = false;
        this.count = 0;
    }

    private void write(byte[] bytes, int length, int counted) throws IOException {
        this.begun = false;
        this.count = 0;
        this.spool.archive(bytes, 0, length, counted, this.from, this.to);
    }
}
