package space.opensensor.time;

/**
 * The time between two answers of the network: follows the samples, estimates how fast the crystal runs, and does not let a
 * single sample move the time far. Not thread-safe; allocates nothing.
 * <p>
 * A sample that differs from the expected time by more than the jump limit is held back until the next one confirms it.
 */
public final class ClockDiscipline {

    /** The sample was the first one: the time is now known. */
    public static final int FIRST = 0;
    /** The sample was near the expected time, which now follows it. */
    public static final int FOLLOWED = 1;
    /** The sample was too far off and is held back. */
    public static final int HELD = 2;
    /** The sample confirmed the one that was held back: the time stepped. */
    public static final int STEPPED = 3;

    /** Fastest drift believed, parts per billion: 500 ppm, as NTP's frequency tolerance. */
    private static final long MAX_DRIFT_PPB = 500000;
    private static final long BILLION = 1000000000L;

    private final int jumpLimitMillis;
    private final long minSpanMillis;
    private boolean known;
    /** First sample since the start or the last step. */
    private long baseMonotonic;
    private long baseUtc;
    /** Sample that the time follows. */
    private long lastMonotonic;
    private long lastUtc;
    private boolean held;
    private long heldOffset;
    private long driftPpb;
    private boolean driftKnown;
    private long lastCorrectionMillis;
    private int steps;

    /**
     * Creates a discipline that knows no time.
     *
     * @param jumpLimitMillis largest difference that a single sample may correct, 10 to 3,600,000.
     * @param minSpanMillis shortest time between two samples from which a drift is estimated, 60,000 to 2^40: with an
     *        error of 20 ms an hour gives 6 ppm.
     * @throws IllegalArgumentException outside these ranges.
     */
    public ClockDiscipline(int jumpLimitMillis, long minSpanMillis) {
        if (jumpLimitMillis < 10 || jumpLimitMillis > 3600000) {
            throw new IllegalArgumentException(
                    "jumpLimitMillis: " + jumpLimitMillis + " is not allowed; 10 to 3600000 are");
        }
        if (minSpanMillis < 60000 || minSpanMillis > 1L << 40) {
            throw new IllegalArgumentException("minSpanMillis: " + minSpanMillis + " is not allowed; 60000 to 2^40 are");
        }
        this.jumpLimitMillis = jumpLimitMillis;
        this.minSpanMillis = minSpanMillis;
    }

    /**
     * Takes a sample into account.
     *
     * @param sample not older than the last one.
     * @return {@link #FIRST}, {@link #FOLLOWED}, {@link #HELD} or {@link #STEPPED}.
     */
    public int update(SntpSample sample) {
        if (!this.known) {
            this.known = true;
            start(sample);
            return FIRST;
        }
        long correction = sample.utcMillis() - utcMillis(sample.monotonicMillis());
        if (Math.abs(correction) <= this.jumpLimitMillis + (long) sample.errorMillis()) {
            this.held = false;
            this.lastCorrectionMillis = correction;
            follow(sample);
            return FOLLOWED;
        }
        boolean confirmed = this.held && Math.abs(sample.offset() - this.heldOffset) <= this.jumpLimitMillis;
        this.held = !confirmed;
        this.heldOffset = sample.offset();
        if (!confirmed) {
            return HELD;
        }
        this.lastCorrectionMillis = correction;
        this.steps++;
        start(sample);
        return STEPPED;
    }

    private void start(SntpSample sample) {
        this.baseMonotonic = sample.monotonicMillis();
        this.baseUtc = sample.utcMillis();
        this.lastMonotonic = this.baseMonotonic;
        this.lastUtc = this.baseUtc;
    }

    private void follow(SntpSample sample) {
        this.lastMonotonic = sample.monotonicMillis();
        this.lastUtc = sample.utcMillis();
        long span = this.lastMonotonic - this.baseMonotonic;
        if (span < this.minSpanMillis) {
            return;
        }
        long gained = this.lastUtc - this.baseUtc - span;
        long ppb = gained * BILLION / span;
        if (Math.abs(ppb) <= MAX_DRIFT_PPB) {
            this.driftPpb = ppb;
            this.driftKnown = true;
        }
    }

    /** @return whether there was a sample. */
    public boolean isKnown() {
        return this.known;
    }

    /**
     * Tells the time of a moment, with the drift taken into account; moments before the last sample are dated with it too.
     *
     * @param monotonicMillis milliseconds of the monotonic clock.
     * @return milliseconds since 1970-01-01T00:00:00Z.
     * @throws IllegalStateException if there was no sample.
     */
    public long utcMillis(long monotonicMillis) {
        if (!this.known) {
            throw new IllegalStateException("utcMillis: no sample yet");
        }
        long passed = monotonicMillis - this.lastMonotonic;
        return this.lastUtc + passed + scaled(passed, this.driftPpb);
    }

    /** Multiplies by parts per billion without overflow, rounding towards zero. */
    private static long scaled(long millis, long ppb) {
        return millis / BILLION * ppb + millis % BILLION * ppb / BILLION;
    }

    /** @return whether the drift has been estimated. */
    public boolean isDriftKnown() {
        return this.driftKnown;
    }

    /** @return how much faster UTC runs than the monotonic clock, parts per billion; 0 while it is not known. */
    public long driftPpb() {
        return this.driftPpb;
    }

    /** @return by how much the last sample that counted moved the time, milliseconds. */
    public long lastCorrectionMillis() {
        return this.lastCorrectionMillis;
    }

    /** @return how often the time stepped. */
    public int steps() {
        return this.steps;
    }
}
