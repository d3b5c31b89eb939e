package space.opensensor.station;

import java.io.IOException;

import space.opensensor.spool.SegmentReader;
import space.opensensor.spool.Spool;

/**
 * Reads the readings of sealed segments again, oldest first, each with the window it belongs to.
 * <p>
 * A reading is dated by the last anchor before it in its boot, else by the boot's first anchor, which may stand in a later
 * segment. What belongs to a boot without any anchor is undated: its window is a negative number that grows with the boot.
 */
final class Replay {

    /** Window of a reading that cannot be dated yet, as the running boot may still learn the time. */
    static final long NOT_YET = Long.MAX_VALUE;

    /** Longest payload of the spool, bytes. */
    private static final int MAX_PAYLOAD = 1024;

    private final Spool spool;
    private final long windowMillis;
    private final BootAnchors anchors = new BootAnchors();
    private final Reading reading = new Reading();
    private final ReadingsReader readings = new ReadingsReader();
    private final Frame note = new Frame();
    private final Health health = new Health();
    private final HealthFrame healthFrame;
    private final byte[] payload = new byte[MAX_PAYLOAD];

    private SegmentReader segment;
    private int segmentId;
    private int through;
    private int boot;
    private long sequence;
    private boolean anchored;
    private long offset;
    private long window;
    /** Start of the window that was dated last. */
    private long windowStart;
    private long loss;
    private int drift;
    private boolean isHealth;
    private boolean isLate;
    private boolean isGivenUp;

    /** @param withHealth whether {@link #next()} stops at rows of health too. */
    Replay(Spool spool, long windowMillis, boolean withHealth) {
        this.spool = spool;
        this.windowMillis = windowMillis;
        this.healthFrame = withHealth ? new HealthFrame() : null;
    }

    /** Forgets the anchors; a replay then learns those that it passes. */
    void forgetAnchors() {
        this.anchors.clear();
    }

    /** Learns the first anchors of all boots in the log, the open segment included. */
    void learnAnchors() throws IOException {
        this.anchors.clear();
        int count = this.spool.segmentCount();
        for (int i = 0; i < count; i++) {
            learnAnchors(this.spool.segmentId(i));
        }
        learnAnchors(this.spool.openSegmentId());
    }

    private void learnAnchors(int id) throws IOException {
        if (id == 0) {
            return;
        }
        SegmentReader frames = this.spool.openSegment(id);
        for (int length = frames.next(this.payload); length >= 0; length = frames.next(this.payload)) {
            if (frames.readings() == 0 && this.note.decode(this.payload, length) == Frame.ANCHOR) {
                this.anchors.add(frames.bootId(), this.note.monotonicMillis(), this.note.value());
            }
        }
    }

    /**
     * Sets what becomes of readings of the running boot while it has not learnt the time.
     *
     * @param undated whether they count as undated instead of {@link #NOT_YET}.
     */
    void giveUp(boolean undated) {
        this.isGivenUp = undated;
    }

    /** Starts at the oldest sealed segment and ends after the segment {@code last}. */
    void start(int last) {
        this.segmentId = 0;
        this.segment = null;
        this.readings.stop();
        this.through = last;
        this.boot = 0;
        this.loss = 0;
        this.drift = Anchor.UNKNOWN_DRIFT;
        this.isLate = false;
    }

    /**
     * Moves to the next reading or row of health.
     *
     * @return false after the last.
     * @throws IOException if the flash fails or a segment was dropped meanwhile.
     */
    boolean next() throws IOException {
        while (true) {
            if (this.readings.next(this.reading)) {
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

    private boolean nextFrame() throws IOException {
        int length = this.segment == null ? -1 : this.segment.next(this.payload);
        this.isHealth = false;
        if (length < 0) {
            return nextSegment();
        }
        this.sequence = this.segment.sequence();
        if (this.segment.bootId() != this.boot) {
            startBoot(this.segment.bootId());
        }
        if (this.segment.readings() == 0) {
            takeNote(length);
        } else if (this.payload[0] == Frame.READINGS) {
            this.readings.start(this.payload, length, this.segment.readings());
        }
        return true;
    }

    private boolean nextSegment() throws IOException {
        int index = 0;
        int id = this.spool.segmentId(index);
        while (id != 0 && id <= this.segmentId) {
            id = this.spool.segmentId(++index);
        }
        if (id == 0 || id > this.through) {
            return false;
        }
        this.segment = this.spool.openSegment(id);
        this.segmentId = id;
        return true;
    }

    private void startBoot(int id) {
        this.boot = id;
        int known = this.anchors.indexOf(id);
        this.anchored = known >= 0;
        this.offset = known >= 0 ? this.anchors.offset(known) : 0;
        this.drift = Anchor.UNKNOWN_DRIFT;
    }

    private void takeNote(int length) {
        int kind = this.note.decode(this.payload, length);
        if (kind == Frame.ANCHOR) {
            this.anchors.add(this.boot, this.note.monotonicMillis(), this.note.value());
            this.anchored = true;
            this.offset = this.note.value() - this.note.monotonicMillis();
            this.drift = this.note.driftPpb();
        } else if (kind == Frame.LOSS) {
            this.loss = this.note.value();
        } else {
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

    /** @return the segment it stands in. */
    int segmentId() {
        return this.segmentId;
    }

    /** @return the boot in which it was taken. */
    int boot() {
        return this.boot;
    }

    /** @return the number of its frame within that boot. */
    long sequence() {
        return this.sequence;
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
