package space.opensensor.xtensa;

import space.opensensor.s3.TimeSource;
import space.opensensor.station.Anchor;
import space.opensensor.station.Clock;

/** A clock that moves only when told to. */
final class SteppingClock implements Clock, TimeSource {

    private final long start;
    private long booted;
    private long now;

    /** @param start of the first boot, milliseconds since 1970-01-01T00:00:00Z. */
    SteppingClock(long start) {
        this.start = start;
    }

    /** Moves to a time after the start. */
    void moveTo(long millis) {
        this.now = millis;
    }

    /** The monotonic time starts again at 0. */
    void reboot() {
        this.booted = this.now;
    }

    /** Returns what dates the readings of this boot. */
    Anchor anchor() {
        return new Anchor(monotonicMillis(), utcMillis());
    }

    /** Returns the date, milliseconds since 1970-01-01T00:00:00Z. */
    long utcMillis() {
        return this.start + this.now;
    }

    @Override
    public long currentTimeMillis() {
        return utcMillis();
    }

    @Override
    public long monotonicMillis() {
        return this.now - this.booted;
    }
}
