package space.opensensor.snappy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.lz77.Inputs;

/** The Snappy compressor against the format description and a strict decoder, at both efforts. */
public class SnappyCompressorTest {

    private static final int[] LENGTHS = { 0, 1, 2, 3, 4, 5, 11, 12, 15, 16, 17, 59, 60, 61, 63, 64, 65, 67, 68, 69, 255, 256,
            257, 712, 1424, 2047, 2048, 2052, 4099 };

    private static final int[] LONG_LENGTHS = { 65535, 65536, 65537, 70000, 131073, 262145 };

    private final SnappyChecks checks = new SnappyChecks();

    @Test
    public void writesThePreambleAndLiteralsOfSection2Point1() {
        this.checks.assertGolden("00", new byte[0]);
        this.checks.assertGolden("0100" + "61", Utf8.encode("a"));
        this.checks.assertGolden("0308" + "616263", Utf8.encode("abc"));
        this.checks.assertGolden("3cec" + Hex.encode(counting(60)), counting(60));
        this.checks.assertGolden("3df03c" + Hex.encode(counting(61)), counting(61));
        this.checks.assertGolden("8002f0ff" + Hex.encode(counting(256)), counting(256));
        byte[] random = Inputs.make(1, 257);
        this.checks.assertGolden("8102f40001" + Hex.encode(random), random);
    }

    @Test
    public void writesCopiesWithOneByteOffsetsOfSection2Point2Point1() {
        this.checks.assertGolden("0808" + "616263" + "0503", Utf8.encode("abcabcab"));
        this.checks.assertGolden("0c0061" + "1d01", Inputs.repeat('a', 12));
        byte[] apart = new byte[2051];
        System.arraycopy(Inputs.make(1, 2047), 0, apart, 0, 2047);
        System.arraycopy(apart, 0, apart, 2047, 4);
        assertEquals("8310" + "f4fe07" + Hex.encode(apart, 0, 2047) + "e1ff",
                this.checks.compress(SnappyCompressor.HIGH, apart));
    }

    @Test
    public void writesCopiesWithTwoByteOffsetsOfSection2Point2Point2() {
        this.checks.assertGolden("41" + "0061" + "fe0100", Inputs.repeat('a', 65));
        byte[] apart = new byte[2053];
        System.arraycopy(Inputs.make(1, 2048), 0, apart, 0, 2048);
        System.arraycopy(apart, 0, apart, 2048, 5);
        assertEquals("8510" + "f4ff07" + Hex.encode(apart, 0, 2048) + "120008",
                this.checks.compress(SnappyCompressor.HIGH, apart));
    }

    @Test
    public void splitsLongCopiesWithoutAnExpensiveRest() {
        assertEquals(2 + 2 + 3 + 2, this.checks.compressedLength(SnappyCompressor.FAST, Inputs.repeat('a', 69)) + 1);
        assertEquals(2 + 2 + 3 + 2, this.checks.compressedLength(SnappyCompressor.HIGH, Inputs.repeat('a', 69)) + 1);
    }

    @Test
    public void highFindsTheOptimumOfCopiesOfFourBytesOrMore() {
        int excess = 0;
        for (int shape = 0; shape < Inputs.SHAPES; shape++) {
            for (int length = 40; length < 900; length += 150) {
                byte[] input = Inputs.make(shape, length);
                int size = this.checks.compressedLength(SnappyCompressor.HIGH, input) - (length < 128 ? 1 : 2);
                int optimum = SnappyOptimum.cost(input, SnappyElements.MIN_MATCH);
                assertTrue(size + " < " + optimum, size >= optimum);
                excess += size - optimum;
            }
        }
        assertEquals(0, excess);
    }

    @Test
    public void refusesEveryLimitOfARangeBehindAnother() {
        byte[] input = new byte[1032];
        for (int i = 1000; i < input.length; i++) {
            int part = i - 1000 >> 3;
            input[i] = (byte) ((part == 1 || part == 2 ? 8 : 0) + (i & 7));
        }
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(input.length)];
        SnappyCompressor fast = new SnappyCompressor(4096, SnappyCompressor.FAST, 32);
        int size = fast.compress(input, 1000, 32, out, 0, out.length);
        for (int limit = 0; limit < size; limit++) {
            fast.compress(input, 0, 20, out, 0, out.length);
            assertEquals(-1, fast.compress(input, 1000, 32, out, 0, limit));
        }
    }

    @Test
    public void roundTripsShortInputsOfEveryShape() {
        this.checks.roundTripsEveryShape(LENGTHS);
    }

    @Test
    public void roundTripsInputsAroundAndBeyond64KiB() {
        this.checks.roundTripsEveryShape(LONG_LENGTHS);
    }

    @Test
    public void roundTripsWithEveryTableSize() {
        this.checks.roundTripsWithEveryTableSize();
    }

    @Test
    public void givesTheSameBytesWhateverWasCompressedBefore() {
        this.checks.givesTheSameBytesWhateverWasCompressedBefore();
    }

    @Test
    public void givesTheSameBytesAtAnyIndexOfTheArray() {
        this.checks.givesTheSameBytesAtAnyIndexOfTheArray();
    }

    @Test
    public void fitsExactlyAndRefusesOneByteLess() {
        this.checks.fitsExactlyAndRefusesOneByteLess(LENGTHS);
    }

    @Test
    public void refusesEveryLimitBelowTheSizeAndWritesNothingBeyondIt() {
        this.checks.refusesEveryLimitBelowTheSizeAndWritesNothingBeyondIt();
    }

    @Test
    public void highIsNeverLargerThanFastOnSensorPages() {
        this.checks.highIsNeverLargerThanFastOnSensorPages();
    }

    @Test
    public void neverExceedsItsBound() {
        this.checks.neverExceedsItsBound();
    }

    @Test
    public void rejectsArgumentsOutsideTheirRange() {
        this.checks.rejectsArgumentsOutsideTheirRange();
    }

    @Test
    public void rejectsRangesOutsideTheirArrays() {
        this.checks.rejectsRangesOutsideTheirArrays();
    }

    @Test
    public void tellsItsMemoryInAdvance() {
        assertEquals(4096, SnappyCompressor.memoryBytes(4096, SnappyCompressor.FAST, 1424));
        assertEquals(2048 + 3 * 1424 + 512, SnappyCompressor.memoryBytes(2048, SnappyCompressor.HIGH, 1424));
        assertEquals(16384 + 3 * 262144 + 512, SnappyCompressor.memoryBytes(16384, SnappyCompressor.HIGH, 1 << 24));
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
