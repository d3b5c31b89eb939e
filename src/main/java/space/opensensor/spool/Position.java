package space.opensensor.spool;

/**
 * A place in the log, before one reading of one frame. {@link LogReader} sets it; the spool takes it to say how far
 * objects, or the archive, replace what is before it. Frames are known by boot and number, so a place stays the same
 * wherever its frame lies.
 */
public final class Position {

    int boot;
    int sequence;
    /** Readings of the frame that are before the place. */
    int reading;
    /** The segment that it was set in; null if it is not known. */
    StoredFile segment;
    /** Where its frame starts in that segment, and readings of the frames before. */
    long offset;
    int readingsBefore;

    /** Makes a position at the beginning of all logs. */
    public Position() {
        // All fields are 0.
    }

    /** Sets it to another one. */
    public void set(Position other) {
        set(other.boot, other.sequence, other.reading);
        setIn(other.segment, other.offset, other.readingsBefore);
    }

    void set(int newBoot, int newSequence, int newReading) {
        this.boot = newBoot;
        this.sequence = newSequence;
        this.reading = newReading;
        setIn(null, 0, 0);
    }

    /** Sets where it is in a segment. */
    void setIn(StoredFile file, long frameOffset, int readings) {
        this.segment = file;
        this.offset = frameOffset;
        this.readingsBefore = readings;
    }

    /** @return whether a frame of that boot, with all numbers less than {@code end}, is wholly before this place. */
    boolean isBehind(int frameBoot, int end) {
        return frameBoot < this.boot || frameBoot == this.boot && end <= this.sequence;
    }

    /** @return whether the place is in the frame of that boot and number, or right before it. */
    boolean isIn(int frameBoot, int frame) {
        return frameBoot == this.boot && frame == this.sequence;
    }

    /** @return whether another place is before this one. */
    public boolean isBehind(Position other) {
        return isBehind(other.boot, other.sequence + 1)
                || isIn(other.boot, other.sequence) && other.reading < this.reading;
    }

    /** @return whether another place is this one. */
    boolean isAt(Position other) {
        return isIn(other.boot, other.sequence) && other.reading == this.reading;
    }
}
