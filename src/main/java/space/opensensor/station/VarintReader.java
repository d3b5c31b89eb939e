package space.opensensor.station;

/** Reads unsigned LEB128 numbers from a part of an array. One that ends early is 0 and moves past the end. */
final class VarintReader {

    private byte[] bytes;
    private int position;
    private int end;

    /** Starts at an index; {@code limit} is the index after the last byte. */
    void start(byte[] source, int from, int limit) {
        this.bytes = source;
        this.position = from;
        this.end = limit;
    }

    /** @return the next number of at most 64 bits. */
    long next() {
        long value = 0;
        for (int shift = 0; shift < 64 && this.position < this.end; shift += 7) {
            int b = this.bytes[this.position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        this.position = this.end + 1;
        return 0;
    }

    /** @return whether everything was read, and nothing beyond it. */
    boolean isAtEnd() {
        return this.position == this.end;
    }
}
