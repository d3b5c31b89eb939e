package space.opensensor.simulator.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class ProfileTest {

    @Test
    public void takesTheNarrowestTypeThatLosesNoDigit() {
        assertEquals("int32", type("n", null, "0", "-2147483648", "+5"));
        assertEquals("int64", type("n", null, "1", "2147483648"));
        assertEquals("float", type("n", null, "0.1", "23.4567", "1e10"));
        assertEquals("double", type("n", null, "0.1", "23.4567891"));
        assertEquals("float", type("n", null, "1", "NaN", "-Infinity"));
        assertEquals("double", type("n", null, "9223372036854775808"));
        assertEquals("boolean", type("n", null, "true", "False"));
        assertEquals("string", type("n", null, "true", "1"));
        assertEquals("string", type("n", null, "1.5", "n/a"));
        assertEquals("string", type("n", null));
    }

    @Test
    public void takesNumbersForTimesOnlyInColumnsThatAreCalledSo() {
        assertEquals("timestamp", type("timestamp", null, "1772323200000"));
        assertEquals("timestamp", type("created_at", null, "1772323200000", "1772323200001"));
        assertEquals("int64", type("steps", null, "1772323200000"));
        assertEquals("int32", type("timestamp", null, "1772323200"));
        assertEquals("timestamp", type("timestamp", "float", "1772323200000"));
    }

    @Test
    public void keepsTheFractionOfASecond() {
        assertEquals("timestamp", type("t", null, "2026-03-01T00:00:00Z", "2026-03-01 00:00:00.123+02:00"));
        assertEquals("timestamp_micros", type("t", null, "2026-03-01T00:00:00.1234Z", "2026-03-01T00:00Z"));
        assertEquals("timestamp_nanos", type("t", null, "2026-03-01T00:00:00.1234567Z", "2026-03-01T00:00:00.1Z"));
        assertEquals("local_timestamp", type("t", null, "2026-03-01T00:00:00"));
        assertEquals("string", type("t", null, "2026-03-01T00:00:00", "2026-03-01T00:00:00Z"));
        assertEquals("date", type("t", null, "2026-03-01"));
        assertEquals("string", type("t", null, "2026-02-30"));
    }

    @Test
    public void takesThePrecisionOfADecimalFromTheText() {
        assertEquals("decimal(9,2)", type("n", "decimal", "1.25", "1234567"));
        assertEquals("decimal(18,2)", type("n", "decimal", "1.25", "12345678"));
        assertEquals("decimal(38,1)", type("n", "decimal", "0.5", "123456789012345678"));
        assertEquals("decimal(9,0)", type("n", "decimal", "0", "1e3"));
        assertEquals("double", type("n", "decimal", "1", "NaN"));
    }

    @Test
    public void doesNotTakeForNumbersWhatOnlyJavaTakesForThem() {
        for (String text : new String[] { "1f", "0x1p3", "1_000", "1,5", "--1", ".", "1e", "" }) {
            assertFalse(text, Numbers.isDecimal(text));
        }
        assertTrue(Numbers.isDecimal(".5"));
        assertTrue(Numbers.isDecimal("5."));
        assertEquals(null, Numbers.toFloat("1e39"));
        assertEquals(null, Numbers.toDouble("1e309"));
        assertEquals(Float.valueOf(Float.NEGATIVE_INFINITY), Numbers.toFloat("-inf"));
    }

    private static String type(String name, String numbers, String... cells) {
        Profile profile = new Profile(name);
        for (String cell : cells) {
            profile.add(cell);
        }
        profile.add("");
        return profile.type(numbers);
    }
}
