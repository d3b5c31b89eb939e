package space.opensensor.snappy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** The Snappy compressor against the format description and a strict decoder, at both efforts. */
public class SnappyCompressorTest {

    private static final int[] LENGTHS = { 0, 1, 2, 3, 4, 5, 11, 12, 15, 16, 17, 59, 60, 61, 63, 64, 65, 67, 68, 69, 255, 256,
            257, 712, 1424, 2047, 2048, 2052, 4099 };

    private static final int[] LONG_LENGTHS = { 65535, 65536, 65537, 70000, 131073, 262145 };

    private final SnappyCompressor fast = new SnappyCompressor(4096, SnappyCompressor.FAST, 262145);
    private final SnappyCompressor high = new SnappyCompressor(4096, SnappyCompressor.HIGH, 262145);

    @Test
    public void writesThePreambleAndLiteralsOfSection2Point1() {
        assertGolden("00", new byte[0]);
        assertGolden("0100" + "61", Utf8.encode("a"));
        assertGolden("0308" + "616263", Utf8.encode("abc"));
        assertGolden("3cec" + Hex.encode(counting(60)), counting(60));
        assertGolden("3df03c" + Hex.encode(counting(61)), counting(61));
        assertGolden("8002f0ff" + Hex.encode(counting(256)), counting(256));
        byte[] random = Inputs.make(1, 257);
        assertGolden("8102f40001" + Hex.encode(random), random);
    }

    @Test
    public void writesCopiesWithOneByteOffsetsOfSection2Point2Point1() {
        assertGolden("0808" + "616263" + "0503", Utf8.encode("abcabcab"));
        assertGolden("0c0061" + "1d01", repeat('a', 12));
        byte[] apart = new byte[2051];
        System.arraycopy(Inputs.make(1, 2047), 0, apart, 0, 2047);
        System.arraycopy(apart, 0, apart, 2047, 4);
        assertEquals("8310" + "f4fe07" + Hex.encode(apart, 0, 2047) + "e1ff", compress(this.high, apart, 0, 2051));
    }

    @Test
    public void writesCopiesWithTwoByteOffsetsOfSection2Point2Point2() {
        assertGolden("41" + "0061" + "fe0100", repeat('a', 65));
        byte[] apart = new byte[2053];
        System.arraycopy(Inputs.make(1, 2048), 0, apart, 0, 2048);
        System.arraycopy(apart, 0, apart, 2048, 5);
        assertEquals("8510" + "f4ff07" + Hex.encode(apart, 0, 2048) + "120008", compress(this.high, apart, 0, 2053));
    }

    @Test
    public void splitsLongCopiesWithoutAnExpensiveRest() {
        assertEquals(2 + 2 + 3 + 2, compressedLength(this.fast, repeat('a', 69)) + 1);
        assertEquals(2 + 2 + 3 + 2, compressedLength(this.high, repeat('a', 69)) + 1);
    }

    @Test
    public void roundTripsShortInputsOfEveryShape() {
        for (int i = 0; i < LENGTHS.length; i++) {
            roundTripShapes(LENGTHS[i]);
        }
    }

    @Test
    public void roundTripsInputsAroundAndBeyond64KiB() {
        for (int i = 0; i < LONG_LENGTHS.length; i++) {
            roundTripShapes(LONG_LENGTHS[i]);
        }
    }

    @Test
    public void roundTripsWithEveryTableSize() {
        for (int size = SnappyCompressor.MIN_TABLE_BYTES; size <= SnappyCompressor.MAX_TABLE_BYTES; size <<= 1) {
            for (int effort = SnappyCompressor.FAST; effort <= SnappyCompressor.HIGH; effort++) {
                SnappyCompressor compressor = new SnappyCompressor(size, effort, 9000);
                for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                    roundTrip(compressor, Inputs.make(shape, 9000));
                }
            }
        }
    }

    @Test
    public void givesTheSameBytesWhateverWasCompressedBefore() {
        for (int effort = SnappyCompressor.FAST; effort <= SnappyCompressor.HIGH; effort++) {
            SnappyCompressor used = new SnappyCompressor(4096, effort, 70000);
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                byte[] input = Inputs.make(shape, 1424);
                String expected = compress(new SnappyCompressor(4096, effort, 70000), input, 0, 1424);
                compress(used, Inputs.make((shape + 1) % Inputs.SHAPES, 70000), 0, 70000);
                assertEquals("shape " + shape, expected, compress(used, input, 0, 1424));
            }
        }
    }

    @Test
    public void givesTheSameBytesAtAnyIndexOfTheArray() {
        byte[] input = Inputs.make(3, 2000);
        byte[] shifted = new byte[72000];
        System.arraycopy(input, 0, shifted, 70000, 2000);
        assertEquals(compress(this.fast, input, 0, 2000), compress(this.fast, shifted, 70000, 2000));
        assertEquals(compress(this.high, input, 0, 2000), compress(this.high, shifted, 70000, 2000));
    }

    @Test
    public void fitsExactlyAndRefusesOneByteLess() {
        for (int i = 0; i < LENGTHS.length; i++) {
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                limits(this.fast, Inputs.make(shape, LENGTHS[i]));
                limits(this.high, Inputs.make(shape, LENGTHS[i]));
            }
        }
    }

    @Test
    public void refusesEveryLimitBelowTheSizeAndWritesNothingBeyondIt() {
        byte[] input = Inputs.make(5, 1200);
        int size = compressedLength(this.fast, input);
        byte[] out = new byte[size + 8];
        for (int limit = 0; limit < size; limit++) {
            out[limit] = 77;
            assertEquals(-1, this.fast.compress(input, 0, input.length, out, 0, limit));
            assertEquals(77, out[limit]);
        }
        assertEquals(size, this.fast.compress(input, 0, input.length, out, 0, out.length));
    }

    @Test
    public void highFindsTheOptimumOfCopiesOfFourBytesOrMore() {
        int excess = 0;
        for (int shape = 0; shape < Inputs.SHAPES; shape++) {
            for (int length = 40; length < 900; length += 150) {
                byte[] input = Inputs.make(shape, length);
                int size = compressedLength(this.high, input) - (length < 128 ? 1 : 2);
                int optimum = SnappyOptimum.cost(input, SnappyElements.MIN_MATCH);
                assertTrue(size + " < " + optimum, size >= optimum);
                excess += size - optimum;
            }
        }
        assertEquals(0, excess);
    }

    @Test
    public void highIsNeverLargerThanFastOnSensorPages() {
        for (int length = 100; length < 3000; length += 100) {
            byte[] input = Inputs.make(3, length);
            int fastSize = compressedLength(this.fast, input);
            int highSize = compressedLength(this.high, input);
            assertTrue(highSize + " > " + fastSize, highSize <= fastSize);
        }
    }

    @Test
    public void refusesEveryLimitOfARangeBehindAnother() {
        byte[] input = new byte[1032];
        for (int i = 1000; i < input.length; i++) {
            int part = i - 1000 >> 3;
            input[i] = (byte) ((part == 1 || part == 2 ? 8 : 0) + (i & 7));
        }
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(input.length)];
        int size = this.fast.compress(input, 1000, 32, out, 0, out.length);
        for (int limit = 0; limit < size; limit++) {
            this.fast.compress(input, 0, 20, out, 0, out.length);
            assertEquals(-1, this.fast.compress(input, 1000, 32, out, 0, limit));
        }
    }

    @Test
    public void neverExceedsItsBound() {
        for (int length = 0; length < 600; length++) {
            byte[] input = Inputs.make(1, length);
            assertTrue(compressedLength(this.fast, input) <= SnappyCompressor.maxCompressedLength(length));
            assertTrue(compressedLength(this.high, input) <= SnappyCompressor.maxCompressedLength(length));
        }
    }

    @Test
    public void tellsItsMemoryInAdvance() {
        assertEquals(4096, SnappyCompressor.memoryBytes(4096, SnappyCompressor.FAST, 1424));
        assertEquals(2048 + 3 * 1424 + 512, SnappyCompressor.memoryBytes(2048, SnappyCompressor.HIGH, 1424));
        assertEquals(16384 + 3 * 262144 + 512, SnappyCompressor.memoryBytes(16384, SnappyCompressor.HIGH, 1 << 24));
    }

    @Test
    public void rejectsArgumentsOutsideTheirRange() {
        assertRejected(512, SnappyCompressor.FAST, 100, "tableBytes 512");
        assertRejected(32768, SnappyCompressor.FAST, 100, "tableBytes 32768");
        assertRejected(3000, SnappyCompressor.FAST, 100, "tableBytes 3000");
        assertRejected(1024, 2, 100, "effort 2");
        assertRejected(1024, SnappyCompressor.HIGH, 0, "maxInput 0");
    }

    @Test
    public void rejectsRangesOutsideTheirArrays() {
        assertRangeRejected(0, 11, 0, 10, "input range");
        assertRangeRejected(-1, 5, 0, 10, "input range");
        assertRangeRejected(8, 3, 0, 10, "input range");
        assertRangeRejected(0, 10, 0, 21, "output range");
        assertRangeRejected(0, 10, 21, 0, "output range");
        assertRangeRejected(0, 10, 0, 20, "input of 10 bytes, at most 9");
    }

    private static void assertRejected(int tableBytes, int effort, int maxInput, String message) {
        try {
            new SnappyCompressor(tableBytes, effort, maxInput);
            fail(message);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(message));
        }
    }

    private static void assertRangeRejected(int inOffset, int length, int outOffset, int outLimit, String message) {
        SnappyCompressor small = new SnappyCompressor(1024, SnappyCompressor.FAST, 9);
        try {
            small.compress(new byte[10], inOffset, length, new byte[20], outOffset, outLimit);
            fail(message);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(message));
        }
    }

    private void assertGolden(String expected, byte[] input) {
        assertEquals(expected, compress(this.fast, input, 0, input.length));
        assertEquals(expected, compress(this.high, input, 0, input.length));
    }

    private void roundTripShapes(int length) {
        for (int shape = 0; shape < Inputs.SHAPES; shape++) {
            byte[] input = Inputs.make(shape, length);
            roundTrip(this.fast, input);
            roundTrip(this.high, input);
        }
    }

    private static void roundTrip(SnappyCompressor compressor, byte[] input) {
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(input.length) + 3];
        int length = compressor.compress(input, 0, input.length, out, 3, out.length - 3);
        assertTrue("fits its bound", length > 0);
        byte[] decoded = new SnappyDecoder(out, 3, length).decode();
        assertEquals(input.length, decoded.length);
        for (int i = 0; i < decoded.length; i++) {
            if (decoded[i] != input[i]) {
                fail("byte " + i + " of " + input.length);
            }
        }
    }

    private static void limits(SnappyCompressor compressor, byte[] input) {
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(input.length)];
        int size = compressor.compress(input, 0, input.length, out, 0, out.length);
        assertEquals(size, compressor.compress(input, 0, input.length, out, 0, size));
        assertEquals(-1, compressor.compress(input, 0, input.length, out, 0, size - 1));
    }

    private static int compressedLength(SnappyCompressor compressor, byte[] input) {
        return compressor.compress(input, 0, input.length, new byte[SnappyCompressor.maxCompressedLength(input.length)], 0,
                SnappyCompressor.maxCompressedLength(input.length));
    }

    private static String compress(SnappyCompressor compressor, byte[] input, int offset, int length) {
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(length)];
        return Hex.encode(out, 0, compressor.compress(input, offset, length, out, 0, out.length));
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] repeat(char c, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) c;
        }
        return bytes;
    }
}
