package space.opensensor.station;

/**
 * Probabilities of bits that learn from those seen, each in a {@code char}: the upper 12 bits are that of a 1 in 4,096ths, the
 * lower 4 count what was seen, as the first ones teach more.
 */
final class BitModel {

    /** Bits of a probability. */
    static final int BITS = 12;

    private static final int ONE = 1 << BITS;
    private static final int COUNT_BITS = 4;
    private static final int MOST = (1 << COUNT_BITS) - 1;
    /** Bits seen after which each further one teaches half as much. */
    private static final int YOUNG = 6;

    private BitModel() {
        // Functions only.
    }

    /** @return a model that has seen nothing. @param ones probability of a 1, 4,096ths, 1 to 4,095. */
    static char of(int ones) {
        return (char) (ones << COUNT_BITS);
    }

    /** @return the probability of a 1, 4,096ths, 1 to 4,095. */
    static int ones(char model) {
        return model >>> COUNT_BITS;
    }

    /** @return the model after one more bit. */
    static char after(char model, int bit) {
        int ones = model >>> COUNT_BITS;
        int seen = model & MOST;
        int shift = seen < YOUNG ? 3 : seen < MOST ? 4 : 5;
        int next = bit == 0 ? ones - (ones >> shift) : ones + (ONE - ones >> shift);
        return (char) (next << COUNT_BITS | (seen < MOST ? seen + 1 : MOST));
    }
}
