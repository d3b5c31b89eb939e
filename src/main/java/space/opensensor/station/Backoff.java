package space.opensensor.station;

import java.util.Random;

/** When to try again after failures: a random time up to a limit that doubles with each failure (full jitter). */
public final class Backoff {

    private final int base;
    private final int cap;
    private final Random random;
    private int failures;

    /**
     * Creates it without failures.
     *
     * @param base limit after the first failure, milliseconds, 1 or more.
     * @param cap largest limit, milliseconds.
     */
    public Backoff(int base, int cap, Random random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /** Forgets the failures. */
    public void reset() {
        this.failures = 0;
    }

    /** Counts a failure. @return milliseconds to wait, 1 to the cap. */
    public int next() {
        long limit = this.failures >= 30 ? this.cap : Math.min((long) this.base << this.failures, this.cap);
        this.failures++;
        return 1 + this.random.nextInt((int) limit);
    }
}
