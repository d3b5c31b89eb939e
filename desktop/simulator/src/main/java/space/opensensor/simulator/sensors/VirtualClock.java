package space.opensensor.simulator.sensors;

import space.opensensor.station.Clock;

/** The clock of a simulated boot: it stands still until it is moved. */
public final class VirtualClock implements Clock {

    private final long bootUtcMillis;
    private volatile long utcMillis;

    /** @param bootUtcMillis when the station started, milliseconds since 1970-01-01T00:00:00Z. */
    public VirtualClock(long bootUtcMillis) {
        this.bootUtcMillis = bootUtcMillis;
        this.utcMillis = bootUtcMillis;
    }

    /** Moves on; a time in the past is left out. */
    public void moveTo(long utc) {
        this.utcMillis = Math.max(this.utcMillis, utc);
    }

    /** @return the simulated time, milliseconds since 1970-01-01T00:00:00Z. */
    public long utcMillis() {
        return this.utcMillis;
    }

    /** @return when the station started, milliseconds since 1970-01-01T00:00:00Z. */
    public long bootUtcMillis() {
        return this.bootUtcMillis;
    }

    @Override
    public long monotonicMillis() {
        return this.utcMillis - this.bootUtcMillis;
    }
}
