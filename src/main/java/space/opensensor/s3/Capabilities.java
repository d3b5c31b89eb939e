package space.opensensor.s3;

/** What a store turned out not to do. Learnt from its answers and remembered, as one number that may be kept. */
final class Capabilities {

    static final int NO_AWS_CHUNKED = 1;
    static final int NO_CONDITIONAL_WRITES = 2;
    static final int AWS_CHUNKED_VERIFIED = 4;

    private int bits;

    int bits() {
        return this.bits;
    }

    void set(int newBits) {
        this.bits = newBits;
    }

    boolean has(int bit) {
        return (this.bits & bit) != 0;
    }

    void add(int bit) {
        this.bits |= bit;
    }
}
