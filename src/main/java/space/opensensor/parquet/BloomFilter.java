package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.thrift.CompactWriter;

/** A split-block bloom filter of the values of one column chunk (BloomFilter.md). */
final class BloomFilter {

    private static final int BLOCK_BYTES = 32;
    private static final int BITS_PER_VALUE = 10;
    private static final int HEADER_LENGTH = 24;
    private static final int FLOAT_NAN = 0x7FC00000;
    private static final long DOUBLE_NAN = 0x7FF8000000000000L;
    private static final int[] SALT = { 0x47B6137B, 0x44974D91, 0x8824AD5B, 0xA2B7289D, 0x705495C7, 0x2DF1424B,
            0x9EFC4947, 0x5C6BFB31 };

    private final byte[] bits;
    private final ByteWriter header;

    /** @param distinctValues that it is made for. */
    BloomFilter(int distinctValues) {
        this.bits = new byte[bytes(distinctValues)];
        this.header = new ByteWriter(HEADER_LENGTH);
        CompactWriter thrift = new CompactWriter(this.header);
        thrift.beginStruct();
        thrift.i32(1, this.bits.length);
        for (int field = 2; field <= 4; field++) {
            thrift.beginStruct(field);
            thrift.emptyStruct(1);
            thrift.endStruct();
        }
        thrift.endStruct();
    }

    /** Returns the size: a power of two, because some readers want one. */
    private static int bytes(int distinctValues) {
        int bytes = BLOCK_BYTES;
        while ((long) bytes * 8 < (long) distinctValues * BITS_PER_VALUE) {
            bytes <<= 1;
        }
        return bytes;
    }

    static long memoryBytes(int distinctValues) {
        return Memory.object(2 * 4) + Memory.array(bytes(distinctValues), 1)
                + Memory.writer(HEADER_LENGTH);
    }

    /**
     * Makes the filter of a column chunk. Where the column has one zero or NaN, its other zero or the usual NaN is in the
     * filter too, since readers take them for equal.
     */
    void collect(ColumnBuffer c) {
        for (int i = 0; i < this.bits.length; i++) {
            this.bits[i] = 0;
        }
        for (int i = 0; i < c.values; i++) {
            if (c.type == Type.FLOAT) {
                addFloat(c.ints[i]);
            } else if (c.type == Type.DOUBLE) {
                addDouble(c.longs[i]);
            } else if (c.ints != null) {
                add(XxHash64.hash(c.ints[i]));
            } else if (c.longs != null) {
                add(XxHash64.hash(c.longs[i]));
            } else {
                add(XxHash64.hash(c.bytes, c.start(i), c.byteLength(i, i + 1)));
            }
        }
    }

    private void addFloat(int value) {
        add(XxHash64.hash(value));
        if ((value & 0x7FFFFFFF) == 0) {
            add(XxHash64.hash(value ^ 1 << 31));
        } else if ((value & 0x7FFFFFFF) > 0x7F800000) {
            add(XxHash64.hash(FLOAT_NAN));
        }
    }

    private void addDouble(long value) {
        add(XxHash64.hash(value));
        if ((value & Long.MAX_VALUE) == 0) {
            add(XxHash64.hash(value ^ 1L << 63));
        } else if ((value & Long.MAX_VALUE) > 0x7FF0000000000000L) {
            add(XxHash64.hash(DOUBLE_NAN));
        }
    }

    private void add(long hash) {
        int block = (int) ((hash >>> 32) * (this.bits.length / BLOCK_BYTES) >>> 32) * BLOCK_BYTES;
        int key = (int) hash;
        for (int i = 0; i < 8; i++) {
            int bit = key * SALT[i] >>> 27;
            this.bits[block + 4 * i + (bit >>> 3)] |= 1 << (bit & 7);
        }
    }

    /** Writes header and bits; returns how many bytes. */
    int write(CountingSink sink) throws IOException {
        sink.write(this.header.array(), 0, this.header.length());
        sink.write(this.bits, 0, this.bits.length);
        return this.header.length() + this.bits.length;
    }
}
