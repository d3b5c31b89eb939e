package space.opensensor.station;

/**
 * What writer and reader of a frame know of the readings of one quantity before the next one; nothing, at the frame's
 * start.
 */
final class Track {

    /** A code that {@link #code} does not give: the value is written as long number or as it is. */
    static final int LONG = 0;
    /** Shift of a code's length in bits, above its bits. */
    static final int LENGTH_SHIFT = 24;
    /** So many ones are no quotient, but say that a long number follows. */
    static final int ESCAPE = 12;

    private static final int MAX_PARAMETER = 12;

    /** Units of the quantity's resolution in one of its unit. */
    final int divisor;
    private final int firstParameter;
    /** Low bits of a Rice code that stand as they are. */
    int parameter;
    /** Last number; meaningless if there is none. */
    int last;
    /** Whether there is a last number. */
    boolean isKnown;

    Track(int divisor, int firstParameter) {
        this.divisor = divisor;
        this.firstParameter = firstParameter;
    }

    /** Forgets all. */
    void clear() {
        this.parameter = this.firstParameter;
        this.isKnown = false;
    }

    /** Returns the Rice code of a value after the last one, its length above it; or {@link #LONG}, and remembers nothing. */
    int code(int bits) {
        int n = ScaledFloat.scaled(bits, this.divisor);
        if (n == ScaledFloat.NONE || !this.isKnown) {
            return LONG;
        }
        int difference = n - this.last;
        int zigzag = difference << 1 ^ difference >> 31;
        int k = this.parameter;
        int ones = zigzag >>> k;
        if (ones >= ESCAPE) {
            return LONG;
        }
        this.last = n;
        adapt(k, zigzag);
        return ones + 1 + k << LENGTH_SHIFT | (zigzag & (1 << k) - 1) << ones + 1 | (1 << ones) - 1;
    }

    /** Changes the parameter after a number by one, if that suits it better. */
    void adapt(int k, int zigzag) {
        int ones = zigzag >>> k;
        if (ones > 1) {
            this.parameter = k < MAX_PARAMETER ? k + 1 : k;
        } else if (k > 0 && zigzag >>> k - 1 == 0) {
            this.parameter = k - 1;
        }
    }
}
