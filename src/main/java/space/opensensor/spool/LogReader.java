package space.opensensor.spool;

import java.io.IOException;

/**
 * Reads the frames of a spool, oldest first: those of the archive, then those of the log that are on flash by now.
 * <p>
 * Readings that objects, or the archive, have replaced are left out; notes that stand before them in the same segment need not
 * be, as what follows may depend on them. A file is open only while the one buffer is filled. There is one reader per
 * spool, for one thread.
 */
public final class LogReader {

    private final Spool spool;
    private final Holdings holdings;
    private final Log log;
    private final SegmentScanner scanner;
    private StoredFile file;
    private boolean skips;
    private boolean replaced;
    private int firstReading;

    LogReader(Spool spool, Holdings holdings, Log log, SegmentScanner scanner) {
        this.spool = spool;
        this.holdings = holdings;
        this.log = log;
        this.scanner = scanner;
    }

    /** Starts at the oldest frame that counts. */
    public void start() {
        synchronized (this.spool) {
            start(first(), true);
        }
    }

    /** Starts at the beginning of the oldest segment: notes in it that count no more are told too. */
    public void startAtNotes() {
        synchronized (this.spool) {
            start(first(), false);
        }
    }

    /** Starts at the oldest frame that counts and is not in the archive. */
    public void startAtLog() {
        synchronized (this.spool) {
            StoredFile last = null;
            FileList segments = this.holdings.segments;
            for (int i = 0; i < segments.count() && segments.get(i).kind == StoredFile.ARCHIVE; i++) {
                last = segments.get(i);
            }
            start(last == null ? first() : next(last), true);
        }
    }

    private void start(StoredFile segment, boolean skip) {
        this.file = segment;
        this.skips = skip;
        startFile();
    }

    private void startFile() {
        if (this.file != null && this.skips) {
            this.scanner.start(this.file, this.file.first);
        } else if (this.file != null) {
            this.scanner.start(this.file, false);
        }
    }

    private StoredFile first() {
        FileList segments = this.holdings.segments;
        return segments.count() > 0 ? segments.get(0) : this.log.segment();
    }

    /** Returns the segment after one, which may be gone by now; null after the last. */
    private StoredFile next(StoredFile last) {
        FileList segments = this.holdings.segments;
        for (int i = 0; i < segments.count(); i++) {
            if (last.isBefore(segments.get(i))) {
                return segments.get(i);
            }
        }
        StoredFile open = this.log.segment();
        return open == last ? null : open;
    }

    /**
     * Reads the next frame; damaged ones are passed over, see {@link Spool#damagedFrames()}.
     *
     * @param payload receives the payload from index 0 on; {@link Spool#MAX_ARCHIVE_PAYLOAD} bytes are enough.
     * @return its length, 1 or more; -1 after the last frame that is on flash.
     * @throws IOException if the flash fails or the segment was dropped meanwhile.
     * @throws IllegalArgumentException if the array is shorter than the payload.
     */
    public int next(byte[] payload) throws IOException {
        synchronized (this.spool) {
            while (this.file != null) {
                if (this.scanner.next() != SegmentScanner.FRAME) {
                    StoredFile next = next(this.file);
                    if (next == null) {
                        return -1;
                    }
                    this.file = next;
                    startFile();
                } else if (counts()) {
                    return this.scanner.copyPayload(payload);
                }
            }
            return -1;
        }
    }

    private boolean counts() {
        Position place = this.holdings.journal.replaced;
        int boot = this.scanner.boot();
        int end = this.scanner.nextSequence();
        this.replaced = place.isBehind(boot, end)
                || this.file.kind == StoredFile.SEGMENT && this.holdings.archived.isBehind(boot, end);
        this.firstReading = !this.replaced && place.isIn(boot, this.scanner.sequence()) ? place.reading : 0;
        return !this.replaced || this.scanner.readings() == 0;
    }

    /** @return the boot in which the frame read last was appended, 1 or more. */
    public int bootId() {
        return this.scanner.boot();
    }

    /** @return the number of the frame read last within its boot, from 0 on; in the archive, of the first of several. */
    public int sequence() {
        return this.scanner.sequence();
    }

    /** @return readings in the frame read last, those included that do not count; 0 for a note. */
    public int readings() {
        return this.scanner.readings();
    }

    /** @return index of the first reading in the frame read last that counts: objects replace those before it. */
    public int firstReading() {
        return this.firstReading;
    }

    /** @return whether the note read last is of a part that counts no more. */
    public boolean isReplaced() {
        return this.replaced;
    }

    /** @return whether the segment of the frame read last takes further frames. */
    public boolean isOpen() {
        synchronized (this.spool) {
            return this.file == this.log.segment();
        }
    }

    /** @return whether a reading of the frame read last, or the note itself, is before a place. */
    public boolean isBefore(Position place, int reading) {
        return place.isBehind(this.scanner.boot(), this.scanner.nextSequence())
                || place.isIn(this.scanner.boot(), this.scanner.sequence()) && reading < place.reading;
    }

    /** Sets a place to the one before a reading of the frame read last; from {@link #readings()} on, to the one behind it. */
    public void markBefore(Position place, int reading) {
        boolean behind = reading > 0 && reading >= this.scanner.readings();
        place.set(this.scanner.boot(), behind ? this.scanner.nextSequence() : this.scanner.sequence(), behind ? 0 : reading);
        int before = this.scanner.readingsBefore() + (behind ? this.scanner.readings() : 0);
        place.setIn(this.file, behind ? this.scanner.offset() : this.scanner.frameOffset(), before);
    }

    /** Sets a place to the one behind all that was read. */
    public void markBehind(Position place) {
        if (this.file == null) {
            place.set(this.holdings.journal.replaced);
        } else {
            markBefore(place, Integer.MAX_VALUE);
        }
    }
}
