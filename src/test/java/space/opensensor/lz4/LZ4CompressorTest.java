package space.opensensor.lz4;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** The LZ4 compressor against the block format description and a strict decoder, at both efforts. */
public class LZ4CompressorTest {

    private static final int[] LENGTHS = { 0, 1, 4, 5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 59, 255, 269, 270, 271, 524, 525,
            712, 1424, 4099 };

    private static final int[] LONG_LENGTHS = { 64999, 65000, 65001, 65004, 65005, 65011, 65012, 65535, 65536, 65537, 65547,
            65548, 65549, 131073 };

    private final LZ4Compressor fast = new LZ4Compressor(4096, LZ4Compressor.FAST, 140000);
    private final LZ4Compressor high = new LZ4Compressor(4096, LZ4Compressor.HIGH, 140000);

    @Test
    public void writesTokensAndLiterals() {
        assertGolden("00", new byte[0]);
        assertGolden("10" + "61", Utf8.encode("a"));
        assertGolden("e0" + Hex.encode(Inputs.make(1, 14)), Inputs.make(1, 14));
        assertGolden("f000" + Hex.encode(Inputs.make(1, 15)), Inputs.make(1, 15));
        assertGolden("f0ff00" + Hex.encode(Inputs.make(1, 270)), Inputs.make(1, 270));
    }

    @Test
    public void writesMatchesWithTheirLengthLessFour() {
        assertGolden("14" + "61" + "0100" + "50" + "6161616161", repeat('a', 14));
        assertGolden("1f" + "61" + "0100" + "00" + "50" + "6161616161", repeat('a', 25));
        assertGolden("1f" + "61" + "0100" + "ff00" + "50" + "6161616161", repeat('a', 280));
    }

    @Test
    public void endsWithFiveLiteralsAndNoMatchInTheLastTwelveBytes() {
        assertGolden("c0" + Hex.encode(repeat('a', 12)), repeat('a', 12));
        assertGolden("13" + "61" + "0100" + "50" + "6161616161", repeat('a', 13));
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
    public void givesTheSameBytesWhateverWasCompressedBefore() {
        for (int effort = LZ4Compressor.FAST; effort <= LZ4Compressor.HIGH; effort++) {
            LZ4Compressor used = new LZ4Compressor(4096, effort, 70000);
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                byte[] input = Inputs.make(shape, 1424);
                String expected = compress(new LZ4Compressor(4096, effort, 70000), input, 0);
                compress(used, Inputs.make((shape + 1) % Inputs.SHAPES, 70000), 0);
                assertEquals("shape " + shape, expected, compress(used, input, 0));
            }
        }
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
        byte[] out = new byte[2000];
        int size = this.fast.compress(input, 0, input.length, out, 0, out.length);
        for (int limit = 0; limit < size; limit++) {
            out[limit] = 77;
            assertEquals(-1, this.fast.compress(input, 0, input.length, out, 0, limit));
            assertEquals(77, out[limit]);
        }
        assertEquals(size, this.fast.compress(input, 0, input.length, out, 0, size));
    }

    @Test
    public void highIsNeverLargerThanFastOnSensorPages() {
        for (int length = 100; length < 3000; length += 100) {
            byte[] input = Inputs.make(3, length);
            int fastSize = compress(this.fast, input, 0).length();
            int highSize = compress(this.high, input, 0).length();
            assertTrue(highSize + " > " + fastSize, highSize <= fastSize);
        }
    }

    @Test
    public void tellsItsMemoryInAdvance() {
        assertEquals(4096, LZ4Compressor.memoryBytes(4096, LZ4Compressor.FAST, 1424));
        assertEquals(2048 + 6 * 1424 + 2, LZ4Compressor.memoryBytes(2048, LZ4Compressor.HIGH, 1424));
    }

    @Test
    public void rejectsArgumentsOutsideTheirRange() {
        try {
            new LZ4Compressor(3000, LZ4Compressor.FAST, 100);
            fail("table of 3000 bytes");
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("tableBytes 3000"));
        }
        try {
            this.fast.compress(new byte[10], 8, 3, new byte[20], 0, 20);
            fail("range beyond the array");
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("input range"));
        }
    }

    private void assertGolden(String expected, byte[] input) {
        assertEquals(expected, compress(this.fast, input, 0));
        assertEquals(expected, compress(this.high, input, 0));
    }

    private void roundTripShapes(int length) {
        for (int shape = 0; shape < Inputs.SHAPES; shape++) {
            byte[] input = Inputs.make(shape, length);
            roundTrip(this.fast, input);
            roundTrip(this.high, input);
        }
    }

    private static void roundTrip(LZ4Compressor compressor, byte[] input) {
        byte[] out = new byte[LZ4Compressor.maxCompressedLength(input.length) + 3];
        int length = compressor.compress(input, 0, input.length, out, 3, out.length - 3);
        assertTrue("fits its bound", length > 0);
        byte[] decoded = new LZ4Decoder(out, 3, length, input.length).decode();
        for (int i = 0; i < decoded.length; i++) {
            if (decoded[i] != input[i]) {
                fail("byte " + i + " of " + input.length);
            }
        }
    }

    private static void limits(LZ4Compressor compressor, byte[] input) {
        byte[] out = new byte[LZ4Compressor.maxCompressedLength(input.length)];
        int size = compressor.compress(input, 0, input.length, out, 0, out.length);
        assertEquals(size, compressor.compress(input, 0, input.length, out, 0, size));
        assertEquals(-1, compressor.compress(input, 0, input.length, out, 0, size - 1));
    }

    private static String compress(LZ4Compressor compressor, byte[] input, int offset) {
        byte[] out = new byte[LZ4Compressor.maxCompressedLength(input.length)];
        return Hex.encode(out, 0, compressor.compress(input, offset, input.length - offset, out, 0, out.length));
    }

    private static byte[] repeat(char c, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) c;
        }
        return bytes;
    }
}
