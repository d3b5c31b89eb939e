package space.opensensor.station;

import java.io.IOException;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;

/**
 * Reads the readings of the log again, oldest first, each with the window it belongs to.
 * <p>
 * A reading is dated by the last anchor before it in its boot, else by the boot's first anchor, which may stand behind it.
 * What belongs to a boot without any anchor is undated: its window is a negative number that grows with the boot.
 */
final class Replay {

    /** Window of a reading that cannot be dated yet, as the running boot may still learn the time. */
    static final long NOT_YET = Long.MAX_VALUE;

    private final Spool spool;
    private final LogReader log;
    private final long windowMillis;
    private final BootAnchors anchors = new BootAnchors();
    private final Reading reading = new Reading();
    private final ReadingsReader readings;
    private final ArchiveReader archived;
    private final Frame note = new Frame();
    private final Health health = new Health();
    private final HealthFrame healthFrame;
    private final byte[] payload;

    /** Place where it ends; null: at the end of the log. */
    private Position end;
    /** Index of the next reading in the frame, how many it has, and whether it is one of the archive. */
    private int next;
    private int count;
    private boolean isArchived;
    private int boot;
    private boolean anchored;
    private long offset;
    private long window;
    /** Start of the window that was dated last. */
    private long windowStart;
    private long loss;
    private int drift;
    private boolean isHealth;
    private boolean isLate;
    private boolean isLive;
    private boolean isGivenUp;

    /**
     * @param withHealth whether {@link #next()} stops at rows of health too.
     * @param payload receives frames, {@link Spool#MAX_ARCHIVE_PAYLOAD} bytes; the caller's, between a start and the next.
     * @param readings decodes them; likewise.
     * @param state decodes those of the archive; likewise.
     */
    Replay(Spool spool, long windowMillis, boolean withHealth, byte[] payload, ReadingsReader readings, ArchiveState state) {
        this.spool = spool;
        this.log = spool.log();
        this.windowMillis = windowMillis;
        this.healthFrame = withHealth ? new HealthFrame() : null;
        this.payload = payload;
        this.readings = readings;
        this.archived = new ArchiveReader(state);
    }

    /** Forgets the anchors; a replay then learns those that it passes. */
    void forgetAnchors() {
        this.anchors.clear();
    }

    /** Learns the first anchors of all boots in the log. */
    void learnAnchors() throws IOException {
        this.anchors.clear();
        this.log.startAtNotes();
        for (int length = this.log.next(this.payload); length >= 0; length = this.log.next(this.payload)) {
            if (decode(length) == Frame.ANCHOR) {
                this.anchors.add(this.log.bootId(), this.note.monotonicMillis(), this.note.value());
            }
        }
    }

    /** Decodes a note, or the anchor of a frame of the archive; returns its kind. */
    private int decode(int length) {
        if (this.log.readings() == 0) {
            return this.note.decode(this.payload, 0, length);
        }
        return this.payload[0] != Frame.ARCHIVED ? Frame.UNKNOWN
                : this.note.decode(this.payload, ArchiveState.ANCHOR_AT,
                        Math.min(length, ArchiveReader.anchorEnd(this.payload, length)));
    }

    /**
     * Sets what becomes of readings of the running boot while it has not learnt the time.
     *
     * @param undated whether they count as undated instead of {@link #NOT_YET}.
     */
    void giveUp(boolean undated) {
        this.isGivenUp = undated;
    }

    /**
     * Starts at the oldest reading.
     *
     * @param place it ends before; null: it ends where the log does.
     */
    void start(Position place) {
        this.log.start();
        this.end = place;
        this.next = 0;
        this.count = 0;
        this.boot = 0;
        this.loss = 0;
        this.drift = Anchor.UNKNOWN_DRIFT;
        this.isLate = false;
        this.isLive = false;
    }

    /**
     * Moves to the next reading or row of health.
     *
     * @return false after the last.
     * @throws IOException if the flash fails or the readings were dropped meanwhile.
     */
    boolean next() throws IOException {
        while (true) {
            if (this.next < this.count) {
                if (!nextReading()) {
                    continue;
                }
                if (this.end != null && !this.log.isBefore(this.end, this.next - 1)) {
                    this.count = 0;
                    return false;
                }
                this.isHealth = false;
                date();
                return true;
            }
            if (!nextFrame()) {
                return false;
            }
            if (this.isHealth) {
                date();
                return true;
            }
        }
    }

    /** Decodes the next reading of the frame; false if it does not count, or the frame ends early. */
    private boolean nextReading() {
        boolean decoded = this.isArchived ? this.archived.next(this.reading) : this.readings.next(this.reading);
        this.next++;
        this.count = decoded ? this.count : 0;
        return decoded && this.next > this.log.firstReading();
    }

    private boolean nextFrame() throws IOException {
        int length = this.log.next(this.payload);
        this.isHealth = false;
        this.next = 0;
        this.count = 0;
        if (length < 0 || this.end != null && !this.log.isBefore(this.end, 0)) {
            return false;
        }
        if (this.log.bootId() != this.boot) {
            startBoot(this.log.bootId());
        }
        this.isLive |= !this.log.isReplaced();
        int kind = decode(length);
        if (kind == Frame.ANCHOR) {
            takeAnchor();
        }
        if (this.log.readings() > 0) {
            takeReadings(length);
        } else if (!this.log.isReplaced()) {
            takeNote(kind, length);
        }
        return true;
    }

    private void takeReadings(int length) {
        this.isArchived = this.payload[0] == Frame.ARCHIVED;
        if (this.isArchived) {
            this.archived.start(this.payload, length);
        } else if (this.payload[0] == Frame.READINGS) {
            this.readings.start(this.payload, length, this.log.readings());
        } else {
            return;
        }
        this.count = this.log.readings();
    }

    private void startBoot(int id) {
        this.boot = id;
        int known = this.anchors.indexOf(id);
        this.anchored = known >= 0;
        this.offset = known >= 0 ? this.anchors.offset(known) : 0;
        this.drift = Anchor.UNKNOWN_DRIFT;
    }

    private void takeAnchor() {
        this.anchors.add(this.boot, this.note.monotonicMillis(), this.note.value());
        this.anchored = true;
        this.offset = this.note.value() - this.note.monotonicMillis();
        this.drift = this.note.driftPpb();
    }

    private void takeNote(int kind, int length) {
        if (kind == Frame.LOSS) {
            this.loss = this.note.value();
        } else if (kind == Frame.UNKNOWN) {
            this.isHealth = this.healthFrame != null && this.healthFrame.decode(this.payload, length, this.health);
        }
    }

    private void date() {
        if (this.anchored) {
            long utc = utcMillis();
            if (utc < this.windowStart || utc >= this.windowStart + this.windowMillis) {
                this.windowStart = utc - utc % this.windowMillis;
            }
            this.window = this.windowStart;
        } else {
            this.isLate = true;
            boolean running = this.boot == this.spool.bootId() && !this.isGivenUp;
            this.window = running ? NOT_YET : Long.MIN_VALUE + this.boot;
        }
    }

    /** @return whether a boot was met, since the start, of which no anchor is known: one may stand further on. */
    boolean isLate() {
        return this.isLate;
    }

    /** @return whether a row of health stands here, not a reading. */
    boolean isHealth() {
        return this.isHealth;
    }

    /** @return the row of health. */
    Health health() {
        return this.health;
    }

    /** @return the reading. */
    Reading reading() {
        return this.reading;
    }

    /** @return its window: start in milliseconds since 1970, negative if undated, or {@link #NOT_YET}. */
    long window() {
        return this.window;
    }

    /** @return time of the reading or row, milliseconds since 1970-01-01T00:00:00Z; only if its window is 0 or more. */
    long utcMillis() {
        return (this.isHealth ? this.health.monotonicMillis() : this.reading.monotonicMillis()) + this.offset;
    }

    /** Sets a place to the one behind it, and before the notes that follow. */
    void markBehind(Position place) {
        this.log.markBefore(place, this.isHealth ? Integer.MAX_VALUE : this.next);
    }

    /** Sets a place to the one behind all that was read. @return whether anything of it counts. */
    boolean markEnd(Position place) {
        this.log.markBehind(place);
        return this.isLive;
    }

    /** @return the boot in which it was taken. */
    int boot() {
        return this.boot;
    }

    /** @return the number of its frame within that boot. */
    long sequence() {
        return this.log.sequence();
    }

    /** @return drift of the clock as the last anchor before it has it, or {@link Anchor#UNKNOWN_DRIFT}. */
    int driftPpb() {
        return this.drift;
    }

    /** @return readings lost up to it, as a note before it says since the last call; 0 for none. */
    long takeLoss() {
        long lost = this.loss;
        this.loss = 0;
        return lost;
    }
}
