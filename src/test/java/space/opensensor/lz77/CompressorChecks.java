package space.opensensor.lz77;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import space.opensensor.bytes.Hex;

/** What holds for the compressor of every format, at both efforts. */
public abstract class CompressorChecks {

    /** Efforts, as indices of {@link #compressors}. */
    private static final int EFFORTS = 2;

    private final BlockCompressor[] compressors = new BlockCompressor[EFFORTS];

    protected CompressorChecks(int maxInput) {
        for (int effort = 0; effort < EFFORTS; effort++) {
            this.compressors[effort] = compressor(4096, effort, maxInput);
        }
    }

    /** Makes a compressor. */
    protected abstract BlockCompressor compressor(int tableBytes, int effort, int maxInput);

    /** Returns the bound of the format. */
    protected abstract int maxCompressedLength(int length);

    /** Decodes a block of so many bytes, strictly. */
    protected abstract byte[] decode(byte[] in, int offset, int length, int decodedLength);

    /** Compresses a whole input with a table of 4 KiB; returns it as text. */
    public final String compress(int effort, byte[] input) {
        return compress(this.compressors[effort], input, 0, input.length);
    }

    /** Returns the bytes of a whole input compressed with a table of 4 KiB. */
    public final int compressedLength(int effort, byte[] input) {
        return compressedLength(this.compressors[effort], input);
    }

    public final void assertGolden(String expected, byte[] input) {
        for (int effort = 0; effort < EFFORTS; effort++) {
            assertEquals(expected, compress(effort, input));
        }
    }

    public final void roundTripsEveryShape(int[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                byte[] input = Inputs.make(shape, lengths[i]);
                roundTrip(this.compressors[BlockCompressor.FAST], input);
                roundTrip(this.compressors[BlockCompressor.HIGH], input);
            }
        }
    }

    public final void roundTripsWithEveryTableSize() {
        for (int size = BlockCompressor.MIN_TABLE_BYTES; size <= BlockCompressor.MAX_TABLE_BYTES; size <<= 1) {
            for (int effort = 0; effort < EFFORTS; effort++) {
                BlockCompressor compressor = compressor(size, effort, 9000);
                for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                    roundTrip(compressor, Inputs.make(shape, 9000));
                }
            }
        }
    }

    public final void givesTheSameBytesWhateverWasCompressedBefore() {
        for (int effort = 0; effort < EFFORTS; effort++) {
            BlockCompressor used = compressor(4096, effort, 70000);
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                byte[] input = Inputs.make(shape, 1424);
                String expected = compress(compressor(4096, effort, 70000), input, 0, 1424);
                compress(used, Inputs.make((shape + 1) % Inputs.SHAPES, 70000), 0, 70000);
                assertEquals("shape " + shape, expected, compress(used, input, 0, 1424));
            }
        }
    }

    public final void givesTheSameBytesAtAnyIndexOfTheArray() {
        byte[] input = Inputs.make(3, 2000);
        byte[] shifted = new byte[72000];
        System.arraycopy(input, 0, shifted, 70000, 2000);
        for (int effort = 0; effort < EFFORTS; effort++) {
            assertEquals(compress(effort, input), compress(this.compressors[effort], shifted, 70000, 2000));
        }
    }

    public final void fitsExactlyAndRefusesOneByteLess(int[] lengths) {
        for (int i = 0; i < lengths.length; i++) {
            for (int shape = 0; shape < Inputs.SHAPES; shape++) {
                byte[] input = Inputs.make(shape, lengths[i]);
                limits(this.compressors[BlockCompressor.FAST], input);
                limits(this.compressors[BlockCompressor.HIGH], input);
            }
        }
    }

    public final void refusesEveryLimitBelowTheSizeAndWritesNothingBeyondIt() {
        byte[] input = Inputs.make(5, 1200);
        for (int effort = 0; effort < EFFORTS; effort++) {
            int size = compressedLength(effort, input);
            byte[] out = new byte[size];
            for (int limit = 0; limit < size; limit++) {
                out[limit] = 77;
                assertEquals(-1, this.compressors[effort].compress(input, 0, input.length, out, 0, limit));
                assertEquals(77, out[limit]);
            }
        }
    }

    public final void highIsNeverLargerThanFastOnSensorPages() {
        for (int length = 100; length < 3000; length += 100) {
            byte[] input = Inputs.make(3, length);
            int fastSize = compressedLength(BlockCompressor.FAST, input);
            int highSize = compressedLength(BlockCompressor.HIGH, input);
            assertTrue(highSize + " > " + fastSize, highSize <= fastSize);
        }
    }

    public final void neverExceedsItsBound() {
        for (int length = 0; length < 600; length++) {
            byte[] input = Inputs.make(1, length);
            byte[] out = new byte[2 * length + 20];
            for (int effort = 0; effort < EFFORTS; effort++) {
                int size = this.compressors[effort].compress(input, 0, length, out, 0, out.length);
                assertTrue(size + " of " + length, size > 0 && size <= maxCompressedLength(length));
            }
        }
    }

    public final void rejectsArgumentsOutsideTheirRange() {
        assertRejected(512, BlockCompressor.FAST, 100, "tableBytes 512");
        assertRejected(32768, BlockCompressor.FAST, 100, "tableBytes 32768");
        assertRejected(3000, BlockCompressor.FAST, 100, "tableBytes 3000");
        assertRejected(1024, 2, 100, "effort 2");
        assertRejected(1024, BlockCompressor.HIGH, 0, "maxInput 0");
    }

    public final void rejectsRangesOutsideTheirArrays() {
        assertRangeRejected(0, 11, 0, 10, "input range");
        assertRangeRejected(-1, 5, 0, 10, "input range");
        assertRangeRejected(8, 3, 0, 10, "input range");
        assertRangeRejected(0, 10, 0, 21, "output range");
        assertRangeRejected(0, 10, 21, 0, "output range");
        assertRangeRejected(0, 10, 0, 20, "input of 10 bytes, at most 9");
    }

    private void assertRejected(int tableBytes, int effort, int maxInput, String message) {
        try {
            compressor(tableBytes, effort, maxInput);
            fail(message);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(message));
        }
    }

    private void assertRangeRejected(int inOffset, int length, int outOffset, int outLimit, String message) {
        BlockCompressor small = compressor(1024, BlockCompressor.FAST, 9);
        try {
            small.compress(new byte[10], inOffset, length, new byte[20], outOffset, outLimit);
            fail(message);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith(message));
        }
    }

    private void roundTrip(BlockCompressor compressor, byte[] input) {
        byte[] out = new byte[maxCompressedLength(input.length) + 3];
        int length = compressor.compress(input, 0, input.length, out, 3, out.length - 3);
        assertTrue("fits its bound", length > 0);
        byte[] decoded = decode(out, 3, length, input.length);
        assertEquals(input.length, decoded.length);
        for (int i = 0; i < decoded.length; i++) {
            if (decoded[i] != input[i]) {
                fail("byte " + i + " of " + input.length);
            }
        }
    }

    private void limits(BlockCompressor compressor, byte[] input) {
        byte[] out = new byte[maxCompressedLength(input.length)];
        int size = compressor.compress(input, 0, input.length, out, 0, out.length);
        assertEquals(size, compressor.compress(input, 0, input.length, out, 0, size));
        assertEquals(-1, compressor.compress(input, 0, input.length, out, 0, size - 1));
    }

    private int compressedLength(BlockCompressor compressor, byte[] input) {
        byte[] out = new byte[maxCompressedLength(input.length)];
        return compressor.compress(input, 0, input.length, out, 0, out.length);
    }

    private String compress(BlockCompressor compressor, byte[] input, int offset, int length) {
        byte[] out = new byte[maxCompressedLength(length)];
        return Hex.encode(out, 0, compressor.compress(input, offset, length, out, 0, out.length));
    }
}
