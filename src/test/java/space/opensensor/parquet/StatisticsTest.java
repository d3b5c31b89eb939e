package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.Hex;

/** Bounds as parquet.thrift (2.13) demands them: Statistics, ColumnOrder, TYPE_ORDER. */
public class StatisticsTest {

    private final Statistics statistics = new Statistics();
    private final Bound bound = new Bound(8);

    private String bounds(ColumnBuffer c) {
        this.statistics.collect(c, 0, c.values, c.nulls());
        if (!this.statistics.bounded) {
            return "none";
        }
        if (!this.bound.minimum(c, this.statistics.min)) {
            return this.bound.maximum(c, this.statistics.max) ? "only maximum" : "too long";
        }
        String min = Hex.encode(this.bound.bytes, 0, this.bound.length) + (this.bound.exact ? "" : "~");
        boolean found = this.bound.maximum(c, this.statistics.max);
        return min + " " + (found ? Hex.encode(this.bound.bytes, 0, this.bound.length)
                + (this.bound.exact ? "" : "~") : "none");
    }

    @Test
    public void comparesSignedAndUnsignedIntegers() {
        assertEquals("ffffffff 01000000", bounds(Buffers.ints(Column.int32("x"), 1, -1, 0)));
        assertEquals("00000000 ffffffff", bounds(Buffers.ints(Column.int32("x").integer(32, false), 1, -1, 0)));
        assertEquals("ffffffffffffffff 0100000000000000", bounds(Buffers.longs(Column.int64("x"), 1, -1)));
        assertEquals("0100000000000000 ffffffffffffffff",
                bounds(Buffers.longs(Column.int64("x").integer(64, false), 1, -1)));
    }

    @Test
    public void comparesNegativeFloatingPointNumbers() {
        assertEquals("000020c1 0000a0c0", bounds(Buffers.floats(-5f, -10f)));
        assertEquals("00000000000024c0 0000000000001440", bounds(Buffers.doubles(-10, 5, 0)));
    }

    @Test
    public void neverTakesNanAsABound() {
        assertEquals("0000803f 00000040", bounds(Buffers.floats(Float.NaN, 1f, 2f, Float.NaN)));
        assertEquals(2, this.statistics.nans);
        assertEquals("none", bounds(Buffers.floats(Float.NaN, Float.intBitsToFloat(0xFFC00001))));
        assertEquals(2, this.statistics.nans);
        assertEquals("none", bounds(Buffers.doubles(Double.NaN)));
        assertEquals(1, this.statistics.nans);
    }

    @Test
    public void writesZeroAsNegativeMinimumAndPositiveMaximum() {
        assertEquals("00000080 00000000", bounds(Buffers.floats(0f)));
        assertEquals("00000080 00000000", bounds(Buffers.floats(-0f)));
        assertEquals("0000000000000080 0000000000000000", bounds(Buffers.doubles(0.0)));
        assertEquals("00000080 0000803f", bounds(Buffers.floats(0f, 1f)));
        assertEquals("000080bf 00000000", bounds(Buffers.floats(-0f, -1f)));
        assertEquals("0080 0000", bounds(Buffers.bytes(Column.float16("x"), "0000")));
    }

    @Test
    public void keepsInfinitiesAndExtremes() {
        assertEquals("000080ff 0000807f", bounds(Buffers.floats(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)));
        assertEquals("00000080 ffffff7f", bounds(Buffers.ints(Column.int32("x"), Integer.MAX_VALUE,
                Integer.MIN_VALUE)));
    }

    @Test
    public void comparesHalfPrecisionNumbers() {
        assertEquals("00c0 003c", bounds(Buffers.bytes(Column.float16("x"), "003c", "00c0", "007e", "00bc")));
        assertEquals(1, this.statistics.nans);
    }

    @Test
    public void comparesTextAsUnsignedBytes() {
        assertEquals("61 c3bc", bounds(Buffers.strings("\u00fc", "b", "a")));
        assertEquals(" 6162", bounds(Buffers.strings("ab", "", "a")));
    }

    @Test
    public void comparesDecimalsOfBytesAsSignedNumbers() {
        Column column = Column.fixed("x", 2).decimal(4, 0);
        assertEquals("ff00 0102", bounds(Buffers.bytes(column, "0102", "ffff", "ff00", "0000")));
    }

    @Test
    public void comparesBooleans() {
        assertEquals("00 01", bounds(Buffers.booleans("101")));
        assertEquals("01 01", bounds(Buffers.booleans("11")));
    }

    @Test
    public void cutsLongBoundsAndIncreasesTheMaximum() {
        Column column = Column.binary("x");
        assertEquals("0102030405060708~ 0102030405060709~", bounds(Buffers.bytes(column, "010203040506070809")));
        assertEquals("0102030405060708 0102030405060708", bounds(Buffers.bytes(column, "0102030405060708")));
        assertEquals("01ffffffffffffff~ 02~", bounds(Buffers.bytes(column, "01ffffffffffffff00")));
        assertEquals("ffffffffffffffff~ none", bounds(Buffers.bytes(column, "ffffffffffffffffff")));
    }

    @Test
    public void cutsNoBoundOfFixedLength() {
        assertEquals("0102030405060708 0102030405060708", bounds(Buffers.bytes(Column.fixed("x", 8), "0102030405060708")));
        assertEquals("too long", bounds(Buffers.bytes(Column.fixed("x", 9), "010203040506070809")));
    }

    @Test
    public void cutsTextBetweenCharacters() {
        assertEquals("61626364656667~ 61626364656668~", bounds(Buffers.strings("abcdefg\u00fc")));
        assertEquals("c3bcc3bcc3bcc3bc~ none", bounds(Buffers.strings("\u00fc\u00fc\u00fc\u00fc\u00fc")));
        assertEquals("61c3bcc3bcc3bc~ 62~", bounds(Buffers.strings("a\u00fc\u00fc\u00fc\u00fc")));
    }

    @Test
    public void joinsPagesIntoAChunk() {
        ColumnBuffer c = Buffers.floats(3f, 1f, Float.NaN, 2f);
        Statistics chunk = new Statistics();
        chunk.clear();
        this.statistics.collect(c, 2, 3, 1);
        chunk.join(c, this.statistics);
        assertFalse(chunk.bounded);
        this.statistics.collect(c, 0, 2, 0);
        chunk.join(c, this.statistics);
        this.statistics.collect(c, 3, 4, 2);
        chunk.join(c, this.statistics);
        assertTrue(chunk.bounded);
        assertEquals(3, chunk.nulls);
        assertEquals(1, chunk.nans);
        this.bound.maximum(c, chunk.max);
        assertEquals("00004040", Hex.encode(this.bound.bytes, 0, 4));
    }
}
