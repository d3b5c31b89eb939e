package space.opensensor.lz4;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.lz77.Inputs;

/** The LZ4 compressor against the block format description and a strict decoder, at both efforts. */
public class LZ4CompressorTest {

    private static final int[] LENGTHS = { 0, 1, 4, 5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 59, 255, 269, 270, 271, 524, 525,
            712, 1424, 4099 };

    private static final int[] LONG_LENGTHS = { 64999, 65000, 65001, 65004, 65005, 65011, 65012, 65535, 65536, 65537, 65547,
            65548, 65549, 131073 };

    private final LZ4Checks checks = new LZ4Checks();

    @Test
    public void writesTokensAndLiterals() {
        this.checks.assertGolden("00", new byte[0]);
        this.checks.assertGolden("10" + "61", Utf8.encode("a"));
        this.checks.assertGolden("e0" + Hex.encode(Inputs.make(1, 14)), Inputs.make(1, 14));
        this.checks.assertGolden("f000" + Hex.encode(Inputs.make(1, 15)), Inputs.make(1, 15));
        this.checks.assertGolden("f0ff00" + Hex.encode(Inputs.make(1, 270)), Inputs.make(1, 270));
    }

    @Test
    public void writesMatchesWithTheirLengthLessFour() {
        this.checks.assertGolden("14" + "61" + "0100" + "50" + "6161616161", Inputs.repeat('a', 14));
        this.checks.assertGolden("1f" + "61" + "0100" + "00" + "50" + "6161616161", Inputs.repeat('a', 25));
        this.checks.assertGolden("1f" + "61" + "0100" + "ff00" + "50" + "6161616161", Inputs.repeat('a', 280));
    }

    @Test
    public void endsWithFiveLiteralsAndNoMatchInTheLastTwelveBytes() {
        this.checks.assertGolden("c0" + Hex.encode(Inputs.repeat('a', 12)), Inputs.repeat('a', 12));
        this.checks.assertGolden("13" + "61" + "0100" + "50" + "6161616161", Inputs.repeat('a', 13));
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
        assertEquals(4096, LZ4Compressor.memoryBytes(4096, LZ4Compressor.FAST, 1424));
        assertEquals(2048 + 6 * 1424 + 2, LZ4Compressor.memoryBytes(2048, LZ4Compressor.HIGH, 1424));
    }
}
