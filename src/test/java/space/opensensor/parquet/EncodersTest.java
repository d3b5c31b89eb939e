package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.ByteWriter;

/** Bytes of every encoding; the examples are those of Encodings.md where it has one. */
public class EncodersTest {

    private final ByteWriter out = new ByteWriter(4096);

    private String rle(String digits, int width) {
        char[] values = new char[digits.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (char) (digits.charAt(i) - '0');
        }
        this.out.clear();
        RleHybridEncoder.encode(values, 0, values.length, width, this.out);
        return Buffers.hex(this.out);
    }

    private String plain(ColumnBuffer c) {
        this.out.clear();
        PlainEncoder.encode(c, 0, c.values, this.out);
        return Buffers.hex(this.out);
    }

    @Test
    public void packsTheNumbersZeroToSevenAsTheSpecificationDoes() {
        assertEquals("03" + "88c6fa", rle("01234567", 3));
    }

    @Test
    public void writesOneRunForEqualValues() {
        assertEquals("c801" + "04", rle(repeat("4", 100), 3));
        assertEquals("03" + "01", rle("1", 1));
    }

    @Test
    public void writesRunHeadersOfWidthZero() {
        assertEquals("14", rle("0000000000", 0));
    }

    @Test
    public void fillsAPackedGroupBeforeARunBegins() {
        assertEquals("03" + "e1ffff" + "2c" + "07", rle("147" + repeat("7", 27), 3));
    }

    @Test
    public void packsShortRunsBecauseAHeaderCostsMore() {
        assertEquals("05" + "00ff", rle("0000000011111111", 1));
        assertEquals("07" + "ff00ff", rle("111111110000000011111111", 1));
    }

    @Test
    public void fillsTheLastGroupWithZeros() {
        assertEquals("03" + "0500", rle("110", 2));
        assertEquals("03" + "01010000", rle("101", 4));
    }

    @Test
    public void packsBooleansFromTheLowestBit() {
        assertEquals("4d" + "01", plain(Buffers.booleans("101100101")));
    }

    @Test
    public void writesPlainNumbersLittleEndian() {
        assertEquals("01000000" + "feffffff", plain(Buffers.ints(Column.int32("x"), 1, -2)));
        assertEquals("0000803f", plain(Buffers.floats(1f)));
        assertEquals("0807060504030201", plain(Buffers.longs(Column.int64("x"), 0x0102030405060708L)));
        assertEquals("000000000000f03f", plain(Buffers.doubles(1.0)));
    }

    @Test
    public void writesPlainByteArraysWithTheirLengthAndFixedOnesWithout() {
        assertEquals("02000000" + "6869" + "00000000" + "01000000" + "21", plain(Buffers.strings("hi", "", "!")));
        assertEquals("00010203", plain(Buffers.bytes(Column.fixed("x", 2), "0001", "0203")));
    }

    @Test
    public void writesEntriesOfADictionaryPlain() {
        assertEquals("0700000005000000", entries(Buffers.ints(Column.int32("x"), 7, 7, 5)));
        assertEquals("07000000000000000500000000000000", entries(Buffers.longs(Column.int64("x"), 7, 7, 5)));
        assertEquals("020000006263" + "0100000061", entries(Buffers.strings("bc", "a", "bc")));
        assertEquals("0203" + "0001", entries(Buffers.bytes(Column.fixed("x", 2), "0203", "0001", "0203")));
    }

    private String entries(ColumnBuffer c) {
        Dictionary dictionary = new Dictionary(c.values, c.values);
        dictionary.build(c, 1000);
        this.out.clear();
        PlainEncoder.encode(c, dictionary, this.out);
        return Buffers.hex(this.out);
    }

    @Test
    public void splitsBytesOfNumbersAsInTheExampleOfTheSpecification() {
        ColumnBuffer c = Buffers.ints(Column.float32("x"), 0xDDCCBBAA, 0x33221100, 0xD6C5B4A3);
        ByteStreamSplitEncoder.encode(c, 0, 3, this.out);
        assertEquals("aa00a3bb11b4cc22c5dd33d6", Buffers.hex(this.out));
    }

    @Test
    public void splitsBytesOfLongsAndFixedByteArrays() {
        ByteStreamSplitEncoder.encode(Buffers.longs(Column.int64("x"), 0x0807060504030201L, 0x1817161514131211L), 0, 2,
                this.out);
        assertEquals("01110212031304140515061607170818", Buffers.hex(this.out));
        this.out.clear();
        ByteStreamSplitEncoder.encode(Buffers.bytes(Column.fixed("x", 3), "010203", "111213"), 0, 2, this.out);
        assertEquals("011102120313", Buffers.hex(this.out));
    }

    @Test
    public void needsNoBitsForConstantDifferences() {
        new DeltaBinaryPackedEncoder(8).encode(new int[] { 1, 2, 3, 4, 5 }, 0, 5, this.out);
        assertEquals("8001" + "01" + "05" + "02" + "02" + "00", Buffers.hex(this.out));
    }

    @Test
    public void packsDifferencesAboveTheLeast() {
        new DeltaBinaryPackedEncoder(8).encode(new int[] { 7, 5, 3, 1, 2, 3, 4, 5 }, 0, 8, this.out);
        assertEquals("8001" + "04" + "08" + "0e" + "03" + "02000000" + "c03f000000000000", Buffers.hex(this.out));
    }

    @Test
    public void writesOnlyTheHeaderForOneValueOrNone() {
        DeltaBinaryPackedEncoder encoder = new DeltaBinaryPackedEncoder(8);
        encoder.encode(new long[] { -1 }, 0, 1, this.out);
        assertEquals("8001" + "04" + "01" + "01", Buffers.hex(this.out));
        this.out.clear();
        encoder.encode(new long[0], 0, 0, this.out);
        assertEquals("8001" + "04" + "00" + "00", Buffers.hex(this.out));
    }

    @Test
    public void letsDifferencesWrapAround() {
        DeltaBinaryPackedEncoder encoder = new DeltaBinaryPackedEncoder(8);
        encoder.encode(new int[] { Integer.MAX_VALUE, Integer.MIN_VALUE }, 0, 2, this.out);
        assertEquals("8001" + "01" + "02" + "feffffff0f" + "02" + "00", Buffers.hex(this.out));
        this.out.clear();
        encoder.encode(new long[] { Long.MIN_VALUE, Long.MAX_VALUE, 0 }, 0, 3, this.out);
        assertEquals("8001" + "04" + "03" + "ffffffffffffffffff01" + "fdffffffffffffffff01" + "3f000000",
                Buffers.hex(this.out).substring(0, 56));
    }

    @Test
    public void neverExceedsTheDeclaredLengthOfDifferences() {
        DeltaBinaryPackedEncoder encoder = new DeltaBinaryPackedEncoder(300);
        long[] extremes = new long[300];
        int[] narrow = new int[300];
        for (int n = 0; n <= 300; n++) {
            if (n > 0) {
                extremes[n - 1] = (n & 1) == 0 ? Long.MIN_VALUE + n : Long.MAX_VALUE / (n & 7 | 1);
                narrow[n - 1] = (int) (extremes[n - 1] >>> 30);
            }
            this.out.clear();
            encoder.encode(extremes, 0, n, this.out);
            assertTrue("longs " + n, this.out.length() <= DeltaBinaryPackedEncoder.maxLength(n, 8));
            this.out.clear();
            encoder.encode(narrow, 0, n, this.out);
            assertTrue("ints " + n, this.out.length() <= DeltaBinaryPackedEncoder.maxLength(n, 4));
        }
    }

    @Test
    public void writesLengthsBeforeBytes() {
        ColumnBuffer c = Buffers.strings("Hello", "World", "Foobar", "ABCDEF");
        DeltaLengthByteArrayEncoder.encode(c, 0, 4, new int[4], new DeltaBinaryPackedEncoder(4), this.out);
        assertEquals("8001" + "04" + "04" + "0a" + "00" + "01000000" + "02000000"
                + "48656c6c6f576f726c64466f6f626172414243444546", Buffers.hex(this.out));
    }

    @Test
    public void writesPrefixLengthsAndSuffixesOfTheExample() {
        ColumnBuffer c = Buffers.strings("axis", "axle", "babble", "babyhood");
        DeltaByteArrayEncoder.encode(c, 0, 4, new int[4], new DeltaBinaryPackedEncoder(4), this.out);
        assertEquals("8001" + "04" + "04" + "00" + "03" + "03000000" + "440100000000000000000000"
                + "8001" + "04" + "04" + "08" + "03" + "03000000" + "700000000000000000000000"
                + "61786973" + "6c65" + "626162626c65" + "79686f6f64", Buffers.hex(this.out));
    }

    @Test
    public void numbersDictionaryEntriesInOrderOfFirstOccurrence() {
        Dictionary dictionary = new Dictionary(5, 5);
        dictionary.build(Buffers.floats(2f, 1f, 2f, -0f, 0f), 1000);
        assertEquals(4, dictionary.size);
        assertEquals(5, dictionary.covered);
        int[] expected = { 0, 1, 0, 2, 3 };
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], dictionary.indexes[i]);
        }
    }

    @Test
    public void stopsADictionaryAtItsLimitsAndForgetsEntriesBehindACut() {
        ColumnBuffer c = Buffers.strings("a", "bb", "a", "ccc", "bb");
        Dictionary dictionary = new Dictionary(5, 2);
        dictionary.build(c, 1000);
        assertEquals(3, dictionary.covered);
        dictionary.cut(1);
        assertEquals(1, dictionary.size);
        dictionary.build(c, 11);
        assertEquals(3, dictionary.covered);
        dictionary.build(c, 10);
        assertEquals(1, dictionary.covered);
    }

    @Test
    public void limitsDictionariesOfNumbersInBytes() {
        ColumnBuffer ints = Buffers.ints(Column.int32("x"), 1, 2, 1, 3);
        Dictionary dictionary = new Dictionary(4, 4);
        dictionary.build(ints, 12);
        assertEquals(4, dictionary.covered);
        dictionary.build(ints, 11);
        assertEquals(3, dictionary.covered);
        ColumnBuffer longs = Buffers.longs(Column.int64("x"), 1, 2, 1, 3);
        dictionary.build(longs, 24);
        assertEquals(4, dictionary.covered);
        dictionary.build(longs, 23);
        assertEquals(3, dictionary.covered);
    }

    @Test
    public void findsEveryNumberInAFullDictionary() {
        int[] values = new int[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 1000 * 0x10000;
        }
        Dictionary dictionary = new Dictionary(2000, 1000);
        dictionary.build(Buffers.ints(Column.int32("x"), values), 1 << 20);
        assertEquals(2000, dictionary.covered);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], dictionary.entries[dictionary.indexes[i]]);
        }
    }

    @Test
    public void forgetsTheDictionaryBefore() {
        Dictionary dictionary = new Dictionary(3, 3);
        dictionary.build(Buffers.longs(Column.int64("x"), 1, 2, 3), 1000);
        dictionary.build(Buffers.longs(Column.int64("x"), 3, 3, 3), 1000);
        assertEquals(1, dictionary.size);
    }

    @Test
    public void writesLevelsOfNullsWithTheirLengthForDataPageV1() {
        ColumnBuffer c = new ColumnBuffer(Column.int32("x"), 4, 4, 0);
        c.next(Type.INT32, 0);
        c.values++;
        c.addNull(1);
        c.addNull(2);
        c.next(Type.INT32, 3);
        c.values++;
        new LevelEncoder(4).definition(c, 0, 4, true, this.out);
        assertEquals("02000000" + "03" + "09", Buffers.hex(this.out));
        this.out.clear();
        new LevelEncoder(4).definition(c, 0, 4, false, this.out);
        assertEquals("03" + "09", Buffers.hex(this.out));
    }

    @Test
    public void writesOneRunWhereNothingIsNullAndNothingForRequiredColumns() {
        new LevelEncoder(2).definition(Buffers.floats(1f, 2f), 0, 2, true, this.out);
        assertEquals("02000000" + "04" + "01", Buffers.hex(this.out));
        this.out.clear();
        new LevelEncoder(0).definition(Buffers.ints(Column.int32("x").required(), 1), 0, 1, true, this.out);
        assertEquals(0, this.out.length());
    }

    @Test
    public void writesLevelsOfLists() {
        ColumnBuffer c = new ColumnBuffer(Column.int32("x").list(3, true), 4, 8, 0);
        c.beginList(0);
        c.next(Type.INT32, 0);
        c.ints[c.values++] = 1;
        c.addNull(0);
        c.endList();
        c.addNull(1);
        c.beginList(2);
        c.endList();
        assertEquals(4, c.slots);
        LevelEncoder levels = new LevelEncoder(8);
        levels.repetition(c, 0, 4, false, this.out);
        assertEquals("03" + "02", Buffers.hex(this.out));
        this.out.clear();
        levels.definition(c, 0, 4, false, this.out);
        assertEquals("03" + "4b00", Buffers.hex(this.out));
    }

    @Test
    public void marksWhatDoesNotFit() {
        ByteWriter small = new ByteWriter(3);
        PlainEncoder.encode(Buffers.floats(1f), 0, 1, small);
        assertTrue(small.overflowed());
        small.clear();
        ByteStreamSplitEncoder.encode(Buffers.floats(1f), 0, 1, small);
        assertTrue(small.overflowed());
        small.clear();
        new DeltaBinaryPackedEncoder(2).encode(new int[] { 1, 2 }, 0, 2, small);
        assertTrue(small.overflowed());
        small.clear();
        RleHybridEncoder.encode(new char[] { 1, 2, 3, 4 }, 0, 4, 8, small);
        assertTrue(small.overflowed());
        small.clear();
        assertFalse(small.overflowed());
    }

    private static String repeat(String text, int times) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(text);
        }
        return all.toString();
    }
}
