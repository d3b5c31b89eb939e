package space.opensensor.station;

/**
 * What writer and reader of a frame know of the readings of one quantity before the next one; nothing, at the frame's
 * start. Tracks are linked: an array costs a check of bounds for each value.
 */
final class Track {

    /** So many ones are no quotient, but say that a long number follows. */
    static final int ESCAPE = 12;
    /** Most low bits of a Rice code that stand as they are. */
    static final int MAX_PARAMETER = 12;

    /** Bit of the quantity in a set. */
    final int bit;
    /** Units of the quantity's resolution in one of its unit. */
    final int divisor;
    /** Ends of the physical range, as {@link Quantity#order} has them. */
    final int lowest;
    final int highest;
    /** The track of the next quantity; null after the last. */
    final Track next;
    /** Low bits of a Rice code that stand as they are. */
    int parameter;
    /** Last number; meaningless if there is none. */
    int last;
    /** Whether there is a last number. */
    boolean isKnown;
    /** Number to be written next, or {@link ScaledFloat#NONE}. */
    int number;
    private final int firstParameter;

    Track(int quantity, int firstParameter, Track next) {
        this.bit = 1 << quantity;
        this.divisor = Quantity.divisor(quantity);
        this.lowest = Quantity.lowest(quantity);
        this.highest = Quantity.highest(quantity);
        this.firstParameter = firstParameter;
        this.next = next;
    }

    /** Forgets all. */
    void clear() {
        this.parameter = this.firstParameter;
        this.isKnown = false;
    }

    /** Changes the parameter after a number by one, if that suits it better. */
    void adapt(int zigzag) {
        int k = this.parameter;
        if (zigzag >>> k > 1) {
            this.parameter = k < MAX_PARAMETER ? k + 1 : k;
        } else if (k > 0 && zigzag >>> k - 1 == 0) {
            this.parameter = k - 1;
        }
    }
}
