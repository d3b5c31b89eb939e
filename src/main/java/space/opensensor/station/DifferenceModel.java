package space.opensensor.station;

/**
 * What is known of the differences of one quantity within a frame of the archive: how likely each length in bits is, and the
 * bits below the leading one. The frame tells the length that is typical at its start.
 */
final class DifferenceModel {

    /** Length that says: no difference, but a value without one follows. */
    static final int ESCAPE = 30;
    /** Greatest typical length. */
    static final int MAX_TYPICAL = 15;

    /** Probability, 4,096ths, that a length is what it is and not more, by what it is less the typical one, from -3 to 2. */
    private static final int[] ENDS = { 123, 410, 1024, 2048, 3072, 3482 };
    private static final int FIRST = -3;
    private static final int EVEN = 2048;
    /** Longer differences share the models of their upper bits. */
    private static final int LENGTHS = 16;

    /** By length: whether it ends there. */
    final char[] ends = new char[ESCAPE];
    /** By length: the bit below the leading one; then by that too: the next one. */
    final char[] upper = new char[3 * LENGTHS];

    /** Forgets all but a typical length, 0 to {@link #MAX_TYPICAL}. */
    void start(int typical) {
        for (int length = 0; length < ESCAPE; length++) {
            int at = length - typical - FIRST;
            int likely = at < 0 ? ENDS[0] : at < ENDS.length ? ENDS[at] : ENDS[ENDS.length - 1];
            this.ends[length] = BitModel.of(length == 0 && typical <= 1 ? EVEN : likely);
        }
        for (int i = 0; i < this.upper.length; i++) {
            this.upper[i] = BitModel.of(EVEN);
        }
    }

    /** @return index in {@link #upper} of the bit below the leading one. */
    static int second(int length) {
        return length < LENGTHS ? length : LENGTHS - 1;
    }

    /** @return index in {@link #upper} of the bit below that. */
    static int third(int length, int second) {
        return LENGTHS + 2 * second(length) + second;
    }
}
