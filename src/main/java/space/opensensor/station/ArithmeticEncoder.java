package space.opensensor.station;

/**
 * A binary arithmetic coder: writes bits of known probability in as many bits as they tell. Carryless: an interval of 32-bit
 * numbers is divided in the proportion of the two probabilities, and its leading byte leaves as soon as it is certain.
 *
 * @see <a href="https://doi.org/10.1147/rd.203.0198">J. J. Rissanen: Generalized Kraft inequality and arithmetic coding
 *      (1976)</a>
 */
final class ArithmeticEncoder {

    private byte[] target;
    private int position;
    private int low;
    private int high;
    private int markedPosition;
    private int markedLow;
    private int markedHigh;

    /** Starts at an index; the array has room for all that is written before {@link #finish()}. */
    void start(byte[] array, int from) {
        this.target = array;
        this.position = from;
        this.low = 0;
        this.high = -1;
    }

    /** Writes a bit of a model, which learns it. */
    void encode(char[] models, int model, int bit) {
        char m = models[model];
        models[model] = BitModel.after(m, bit);
        divide((this.high - this.low >>> BitModel.BITS) * BitModel.ones(m), bit);
    }

    /** Writes the low bits of a number, highest first, each as likely 0 as 1. */
    void encodeEven(int bits, int count) {
        for (int i = count - 1; i >= 0; i--) {
            divide(this.high - this.low >>> 1, bits >>> i & 1);
        }
    }

    private void divide(int ones, int bit) {
        int middle = this.low + ones;
        if (bit == 0) {
            this.low = middle + 1;
        } else {
            this.high = middle;
        }
        while ((this.low ^ this.high) >>> 24 == 0) {
            this.target[this.position++] = (byte) (this.high >>> 24);
            this.low <<= 8;
            this.high = this.high << 8 | 0xFF;
        }
    }

    /** @return bytes written before an index, with those that {@link #finish()} adds. */
    int end() {
        return this.position + 1;
    }

    /** Remembers this place in what is written. */
    void mark() {
        this.markedPosition = this.position;
        this.markedLow = this.low;
        this.markedHigh = this.high;
    }

    /** Goes back to the place that is remembered; the models do not. */
    void reset() {
        this.position = this.markedPosition;
        this.low = this.markedLow;
        this.high = this.markedHigh;
    }

    /** Ends what is written; returns the index behind it. A reader finds 0s there. */
    int finish() {
        this.target[this.position++] = (byte) (this.high >>> 24);
        return this.position;
    }
}
