package space.opensensor.station;

/**
 * The first anchor of each boot that has readings in the log: what dates the readings before it.
 * <p>
 * Room for {@value #CAPACITY} boots: further boots of one log count as never having learnt the time, unless an anchor
 * stands before their readings.
 */
final class BootAnchors {

    /** Most boots. */
    static final int CAPACITY = 64;

    private final int[] boots = new int[CAPACITY];
    private final long[] monotonic = new long[CAPACITY];
    private final long[] utc = new long[CAPACITY];
    private int count;

    /** Forgets all. */
    void clear() {
        this.count = 0;
    }

    /** Keeps an anchor if it is the first of its boot. */
    void add(int boot, long monotonicMillis, long utcMillis) {
        if (this.count < CAPACITY && indexOf(boot) < 0) {
            this.boots[this.count] = boot;
            this.monotonic[this.count] = monotonicMillis;
            this.utc[this.count] = utcMillis;
            this.count++;
        }
    }

    /** @return the place of a boot, -1 if it never learnt the time. */
    int indexOf(int boot) {
        for (int i = this.count - 1; i >= 0; i--) {
            if (this.boots[i] == boot) {
                return i;
            }
        }
        return -1;
    }

    /** @return UTC minus monotonic time, milliseconds, at a place that {@link #indexOf} gave. */
    long offset(int index) {
        return this.utc[index] - this.monotonic[index];
    }
}
