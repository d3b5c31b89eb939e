package space.opensensor.station;

/**
 * Time since the boot. It never steps and says nothing of the date: that comes from an {@link Anchor}.
 */
public interface Clock {

    /** @return milliseconds since the boot, 0 or more, never decreasing. */
    long monotonicMillis();
}
