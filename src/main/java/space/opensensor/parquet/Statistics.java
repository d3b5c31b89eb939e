package space.opensensor.parquet;

/**
 * Minimum, maximum, nulls and NaNs of some values of one column ({@code parquet.thrift}, Statistics and ColumnOrder,
 * TYPE_ORDER).
 * <p>
 * Bounds are kept as keys: numbers that order like the values, or for byte arrays the index of the value. NaN is never a
 * bound.
 */
final class Statistics {

    int nulls;
    int nans;
    /** Whether there is a value that is not NaN. */
    boolean bounded;
    long min;
    long max;

    static long memoryBytes() {
        return Memory.object(2 * 4 + 2 * 8 + 1);
    }

    /** Takes the values from {@code from} to before {@code to}, and {@code nullCount} nulls. */
    void collect(ColumnBuffer c, int from, int to, int nullCount) {
        this.nulls = nullCount;
        this.nans = 0;
        this.min = Long.MAX_VALUE;
        this.max = Long.MIN_VALUE;
        this.bounded = to > from;
        switch (c.type) {
        case Type.INT32:
            ints(c.ints, from, to, StatisticsOrder.flip(c.column));
            break;
        case Type.FLOAT:
            floats(c.ints, from, to);
            break;
        case Type.INT64:
            longs(c.longs, from, to, (long) StatisticsOrder.flip(c.column) << 32);
            break;
        case Type.DOUBLE:
            doubles(c.longs, from, to);
            break;
        default:
            bytes(c, from, to);
        }
    }

    private void ints(int[] values, int from, int to, int flip) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            int key = values[i] ^ flip;
            least = key < least ? key : least;
            most = key > most ? key : most;
        }
        this.min = least;
        this.max = most;
    }

    private void floats(int[] values, int from, int to) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        int count = 0;
        for (int i = from; i < to; i++) {
            int bits = values[i];
            if ((bits & 0x7FFFFFFF) > 0x7F800000) {
                count++;
            } else {
                int key = bits ^ bits >> 31 >>> 1;
                least = key < least ? key : least;
                most = key > most ? key : most;
            }
        }
        this.nans = count;
        this.bounded = count < to - from;
        this.min = least;
        this.max = most;
    }

    private void longs(long[] values, int from, int to, long flip) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long key = values[i] ^ flip;
            least = key < least ? key : least;
            most = key > most ? key : most;
        }
        this.min = least;
        this.max = most;
    }

    private void doubles(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            long bits = values[i];
            if ((bits & Long.MAX_VALUE) > 0x7FF0000000000000L) {
                this.nans++;
            } else {
                add(bits ^ bits >> 63 >>> 1);
            }
        }
        this.bounded = this.nans < to - from;
    }

    private void add(long key) {
        if (key < this.min) {
            this.min = key;
        }
        if (key > this.max) {
            this.max = key;
        }
    }

    private void bytes(ColumnBuffer c, int from, int to) {
        if (c.type == Type.BOOLEAN) {
            for (int i = from; i < to; i++) {
                add(c.bytes[i]);
            }
        } else if (c.column.isKind(LogicalType.FLOAT16)) {
            halves(c.bytes, from, to);
        } else {
            this.min = from;
            this.max = from;
            for (int i = from + 1; i < to; i++) {
                if (StatisticsOrder.compare(c, i, (int) this.min) < 0) {
                    this.min = i;
                } else if (StatisticsOrder.compare(c, i, (int) this.max) > 0) {
                    this.max = i;
                }
            }
        }
    }

    private void halves(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int bits = bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8;
            if (Float16.isNan(bits)) {
                this.nans++;
            } else {
                add(Float16.order(bits));
            }
        }
        this.bounded = this.nans < to - from;
    }

    /** Forgets everything, so that others can be joined. */
    void clear() {
        this.nulls = 0;
        this.nans = 0;
        this.bounded = false;
    }

    /** Adds the statistics of other values of the same column. */
    void join(ColumnBuffer c, Statistics other) {
        this.nulls += other.nulls;
        this.nans += other.nans;
        if (other.bounded) {
            if (!this.bounded || StatisticsOrder.compareKeys(c, other.min, this.min) < 0) {
                this.min = other.min;
            }
            if (!this.bounded || StatisticsOrder.compareKeys(c, other.max, this.max) > 0) {
                this.max = other.max;
            }
            this.bounded = true;
        }
    }
}
