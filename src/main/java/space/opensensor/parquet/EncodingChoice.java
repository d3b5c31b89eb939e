package space.opensensor.parquet;

/** What came to the fewest bytes when a column was last tried in every encoding, for the row groups after it. */
final class EncodingChoice {

    /** Row groups of a file that share the choice of one. */
    static final int ROW_GROUPS = 16;

    /** The choice suits as long as the bytes per value differ by less than this part of what they were. */
    private static final int TOLERANCE = 8;

    int encoding;
    int codec;
    private int cost;
    private int values;

    static long memoryBytes() {
        return Memory.object(4 * 4);
    }

    void clear() {
        this.values = 0;
    }

    void set(ChunkImage image, int bytes, int valueCount) {
        this.encoding = image.encoding;
        this.codec = image.codec;
        this.cost = bytes;
        this.values = valueCount;
    }

    boolean isMade() {
        return this.values > 0;
    }

    /** Returns whether the choice comes to about as many bytes per value as when it was made. */
    boolean suits(int bytes, int valueCount) {
        long expected = (long) this.cost * valueCount;
        return Math.abs((long) bytes * this.values - expected) * TOLERANCE < expected;
    }
}
