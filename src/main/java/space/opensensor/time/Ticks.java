package space.opensensor.time;

/** Monotonic time: never set, never decreasing, any origin. */
public interface Ticks {

    /** @return milliseconds. */
    long millis();
}
