package space.opensensor.station;

/** Reads what an {@link ArithmeticEncoder} wrote, with the same models in the same order. */
final class ArithmeticDecoder {

    private byte[] source;
    private int position;
    private int end;
    private int low;
    private int high;
    private int value;

    /** Starts at an index; behind {@code limit} there are 0s. */
    void start(byte[] array, int from, int limit) {
        this.source = array;
        this.position = from;
        this.end = limit;
        this.low = 0;
        this.high = -1;
        this.value = 0;
        for (int i = 0; i < 4; i++) {
            this.value = this.value << 8 | nextByte();
        }
    }

    private int nextByte() {
        int at = this.position++;
        return at < this.end ? this.source[at] & 0xFF : 0;
    }

    /** @return the next bit of a model, which learns it. */
    int decode(char[] models, int model) {
        char m = models[model];
        int bit = divide((this.high - this.low >>> BitModel.BITS) * BitModel.ones(m));
        models[model] = BitModel.after(m, bit);
        return bit;
    }

    /** @return the next bits, the first one highest, that were as likely 0 as 1. */
    int decodeEven(int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits = bits << 1 | divide(this.high - this.low >>> 1);
        }
        return bits;
    }

    private int divide(int ones) {
        int middle = this.low + ones;
        int bit = this.value + Integer.MIN_VALUE <= middle + Integer.MIN_VALUE ? 1 : 0;
        if (bit == 0) {
            this.low = middle + 1;
        } else {
            this.high = middle;
        }
        while ((this.low ^ this.high) >>> 24 == 0) {
            this.low <<= 8;
            this.high = this.high << 8 | 0xFF;
            this.value = this.value << 8 | nextByte();
        }
        return bit;
    }

    /** @return whether more was read than there is: bytes are missing, or were changed. */
    boolean isBeyondEnd() {
        return this.position > this.end + 4;
    }
}
