package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.Hex;

/** Scaling of readings, ranges of logical types, half precision. */
public class NumbersTest {

    @Test
    public void scalesReadingsExactlyAndRoundsHalvesToEven() {
        assertEquals(2373, Decimal.unscaled(23.73f, 2));
        assertEquals(-2373, Decimal.unscaled(-23.73, 2));
        assertEquals(2, Decimal.unscaled(0.25, 1));
        assertEquals(4, Decimal.unscaled(0.375, 1));
        assertEquals(2, Decimal.unscaled(2.5, 0));
        assertEquals(4, Decimal.unscaled(3.5, 0));
        assertEquals(-2, Decimal.unscaled(-2.5, 0));
        assertEquals(3, Decimal.unscaled(2.5000000000000004, 0));
        assertEquals(100, Decimal.unscaled(1.005, 2));
        assertEquals(0, Decimal.unscaled(0.0, 9));
        assertEquals(0, Decimal.unscaled(-0.0, 9));
        assertEquals(0, Decimal.unscaled(Double.MIN_VALUE, 18));
        assertEquals(1000000000000000000L, Decimal.unscaled(1.0, 18));
        assertEquals(100000000000000006L, Decimal.unscaled(0.1, 18));
        assertEquals(1L << 61, Decimal.unscaled(1L << 61, 0));
    }

    @Test
    public void tellsWhatCannotBeScaled() {
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(Double.NaN, 0));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(Double.POSITIVE_INFINITY, 0));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(Double.NEGATIVE_INFINITY, 3));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(1e300, 0));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(Math.pow(2, 62), 0));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(5.0, 18));
        assertEquals(Long.MIN_VALUE, Decimal.unscaled(1e18, 18));
    }

    @Test
    public void knowsTheBytesOfAPrecision() {
        int[] precision = { 1, 2, 3, 4, 5, 7, 9, 10, 18, 19, 21, 22, 38 };
        int[] bytes = { 1, 1, 2, 2, 3, 4, 4, 5, 8, 9, 9, 10, 16 };
        for (int i = 0; i < precision.length; i++) {
            assertEquals("precision " + precision[i], bytes[i], Decimal.bytesFor(precision[i]));
        }
        byte[] largest = new byte[16];
        Decimal.largest(38, largest);
        assertEquals("4b3b4ca85a86c47a098a223fffffffff", Hex.encode(largest, 0, 16));
    }

    @Test
    public void comparesMagnitudesOfBigEndianNumbers() {
        byte[] largest = new byte[2];
        Decimal.largest(3, largest);
        String[] within = { "03e7", "0000", "fc19", "ffff" };
        String[] outside = { "03e8", "fc18", "7fff", "8000" };
        for (int i = 0; i < 4; i++) {
            assertTrue(within[i], ValueRange.isWithin(largest, Hex.decode(within[i]), 0));
            assertFalse(outside[i], ValueRange.isWithin(largest, Hex.decode(outside[i]), 0));
        }
    }

    @Test
    public void roundsToHalfPrecision() {
        float[] values = { 0f, -0f, 1f, -2f, 65504f, 65519.99f, 65520f, 1e9f, 6.1035156e-5f, 5.9604645e-8f, 2.9802322e-8f,
            2.980233e-8f, 1.00048828125f, 1.00146484375f, Float.NEGATIVE_INFINITY };
        int[] halves = { 0, 0x8000, 0x3C00, 0xC000, 0x7BFF, 0x7BFF, 0x7C00, 0x7C00, 0x0400, 1, 0, 1, 0x3C00, 0x3C02,
            0xFC00 };
        for (int i = 0; i < values.length; i++) {
            assertEquals("value " + i, halves[i], Float16.of(values[i]));
        }
        assertTrue(Float16.isNan(Float16.of(Float.NaN)));
        assertTrue(Float16.order(0x8000) < Float16.order(0));
        assertTrue(Float16.order(0xC000) < Float16.order(0xBC00));
    }
}
