package space.opensensor.station;

/**
 * What dates the readings of one boot: the UTC time of one moment of the monotonic clock. Immutable.
 */
public final class Anchor {

    /** The earliest time believed, 2000-01-01T00:00:00Z: a clock before it has not been set. */
    public static final long EARLIEST_UTC = 946684800000L;
    /** The first time not believed any more, 2200-01-01T00:00:00Z. */
    public static final long LATEST_UTC = 7258118400000L;

    /** Drift that has not been estimated. */
    public static final int UNKNOWN_DRIFT = Integer.MIN_VALUE;

    private final long monotonicMillis;
    private final long utcMillis;
    private final int driftPpb;

    /**
     * Creates an anchor without an estimate of the drift.
     *
     * @param monotonicMillis milliseconds since the boot, 0 or more.
     * @param utcMillis milliseconds since 1970-01-01T00:00:00Z at that moment.
     * @throws IllegalArgumentException if the time lies before 2000 or after 2199.
     */
    public Anchor(long monotonicMillis, long utcMillis) {
        this(monotonicMillis, utcMillis, UNKNOWN_DRIFT);
    }

    /**
     * Creates an anchor.
     *
     * @param driftPpb how much faster UTC runs than the monotonic clock, parts per billion, or {@link #UNKNOWN_DRIFT}. It
     *        is kept in the metadata of files and does not change how readings are dated.
     * @throws IllegalArgumentException see {@link #Anchor(long, long)}.
     */
    public Anchor(long monotonicMillis, long utcMillis, int driftPpb) {
        if (!isPlausible(utcMillis)) {
            throw new IllegalArgumentException(
                    "utcMillis: " + utcMillis + " is not allowed; 2000-01-01 to 2199-12-31 is");
        }
        this.monotonicMillis = monotonicMillis;
        this.utcMillis = utcMillis;
        this.driftPpb = driftPpb;
    }

    /** @return whether a time can be the time of a reading. */
    public static boolean isPlausible(long utcMillis) {
        return utcMillis >= EARLIEST_UTC && utcMillis < LATEST_UTC;
    }

    /** @return milliseconds since 1970-01-01T00:00:00Z of a moment of the same boot, before or after the anchor. */
    public long utcMillis(long monotonic) {
        return this.utcMillis + (monotonic - this.monotonicMillis);
    }

    /** @return how much faster UTC runs than the monotonic clock, parts per billion, or {@link #UNKNOWN_DRIFT}. */
    public int driftPpb() {
        return this.driftPpb;
    }

    /** @return the anchor's own moment, milliseconds since the boot. */
    public long monotonicMillis() {
        return this.monotonicMillis;
    }

    /** @return the anchor's own time, milliseconds since 1970-01-01T00:00:00Z. */
    public long utcMillis() {
        return this.utcMillis;
    }
}
