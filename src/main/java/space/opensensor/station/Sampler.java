package space.opensensor.station;

import java.io.IOException;

import space.opensensor.spool.Spool;

/** Takes readings into the log and notes there what later dates them. One thread at a time. */
public final class Sampler {

    private final Sensors sensors;
    private final Spool spool;
    private final long windowMillis;
    private final boolean keepOutOfRange;
    private final Reading reading = new Reading();
    private final ReadingsWriter readings = new ReadingsWriter();
    private final Frame note = new Frame();

    private Anchor notedAnchor;
    /** Segment that the anchor was noted in last; 0 for none. */
    private int notedSegment;
    private long notedLoss;
    /** The window of the last reading that could be dated: from here, up to there. */
    private long windowStart;
    private long windowEnd;

    private int accepted;
    private int sensorErrors;
    private int emptyReadings;
    private int outOfRange;
    private int flashErrors;

    Sampler(StationConfig config, Sensors sensors, Spool spool) {
        this.sensors = sensors;
        this.spool = spool;
        this.windowMillis = config.windowMillis();
        this.keepOutOfRange = config.number(StationConfig.OUT_OF_RANGE) == StationConfig.KEPT;
    }

    /** Takes one reading; see {@link Station#sample()}. */
    boolean sample(long now, Anchor anchor) {
        endWindow(now, anchor);
        read(now);
        boolean taken = take(now, anchor);
        try {
            this.spool.syncIfDue(now);
        } catch (IOException e) {
            this.flashErrors++;
        }
        return taken;
    }

    /** Appends the reading, unless there is nothing in it. */
    private boolean take(long now, Anchor anchor) {
        if (this.reading.present == 0) {
            this.emptyReadings++;
            return false;
        }
        note(now, anchor);
        try {
            this.spool.append(this.readings);
            this.accepted++;
            return true;
        } catch (IOException e) {
            this.flashErrors++;
            return false;
        }
    }

    /** Notes what dates the readings and seals; see {@link Station#rest()}. */
    boolean rest(long now, Anchor anchor) {
        if (anchor != this.notedAnchor) {
            note(now, anchor);
        }
        int errors = this.flashErrors;
        seal();
        return anchor == this.notedAnchor && errors == this.flashErrors;
    }

    /**
     * Syncs if the reading to come belongs to another window than the last one, and has the anchor noted again: so a frame is of
     * one window, and what dates a window's readings is between them and those before.
     */
    private void endWindow(long now, Anchor anchor) {
        if (anchor == null) {
            return;
        }
        long utc = anchor.utcMillis(now);
        if (utc >= this.windowStart && utc < this.windowEnd) {
            return;
        }
        try {
            this.spool.sync();
        } catch (IOException e) {
            this.flashErrors++;
        }
        this.windowStart = utc - utc % this.windowMillis;
        this.windowEnd = this.windowStart + this.windowMillis;
        this.notedAnchor = null;
    }

    private void seal() {
        try {
            this.spool.seal();
        } catch (IOException e) {
            this.flashErrors++;
        }
    }

    private void read(long now) {
        this.reading.clear(now);
        try {
            this.sensors.read(this.reading);
        } catch (IOException e) {
            this.sensorErrors++;
        } catch (RuntimeException e) {
            this.sensorErrors++;
        }
        int outside = this.readings.take(this.reading);
        if (outside != 0) {
            treat(outside);
        }
    }

    /** Counts values outside their range and unsets them unless they are kept. */
    private void treat(int outside) {
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.outOfRange += outside >> quantity & 1;
        }
        if (!this.keepOutOfRange) {
            this.reading.present &= ~outside;
        }
    }

    /** Notes what a note is due for; one that does not fit now is due again before the next reading. */
    private void note(long now, Anchor anchor) {
        int segment = this.spool.appendSegmentId();
        boolean newAnchor = anchor != null && (segment != this.notedSegment || anchor != this.notedAnchor);
        long lost = this.spool.droppedReadings();
        this.notedSegment = segment;
        if (newAnchor || lost > this.notedLoss) {
            append(now, newAnchor ? anchor : null, lost);
        }
    }

    private void append(long now, Anchor anchor, long lost) {
        try {
            if (anchor != null) {
                this.note.encode(anchor);
                this.spool.appendNote(this.note.bytes(), 0, this.note.length());
                this.notedAnchor = anchor;
            }
            if (lost > this.notedLoss) {
                this.note.encodeLoss(now, lost);
                this.spool.appendNote(this.note.bytes(), 0, this.note.length());
                this.notedLoss = lost;
            }
        } catch (IOException e) {
            this.flashErrors++;
        }
        this.notedSegment = this.spool.appendSegmentId();
    }

    /** @return readings accepted since the boot. */
    public int accepted() {
        return this.accepted;
    }

    /** @return calls of the sensors that failed since the boot. */
    public int sensorErrors() {
        return this.sensorErrors;
    }

    /** @return intervals without any value since the boot; nothing is appended then. */
    public int emptyReadings() {
        return this.emptyReadings;
    }

    /** @return values outside their physical range since the boot. */
    public int outOfRange() {
        return this.outOfRange;
    }

    /** @return appends, notes and seals that the spool could not do since the boot. */
    public int flashErrors() {
        return this.flashErrors;
    }
}
