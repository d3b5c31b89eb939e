package space.opensensor.station;

/** A clock that a test sets. */
final class SettableClock implements Clock {

    long now;

    @Override
    public long monotonicMillis() {
        return this.now;
    }
}
