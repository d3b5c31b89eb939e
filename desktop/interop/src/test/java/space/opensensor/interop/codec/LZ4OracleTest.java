package space.opensensor.interop.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jpountz.lz4.LZ4Factory;
import org.junit.Test;
import space.opensensor.lz4.LZ4Compressor;

/** Our LZ4 against aircompressor and the reference implementation through lz4-java. */
public class LZ4OracleTest {

    private static final int TABLE = 16384;

    private final List<SensorPages.Page> pages;

    public LZ4OracleTest() throws IOException {
        this.pages = SensorPages.all();
    }

    @Test
    public void otherDecodersReadEveryPage() {
        for (SensorPages.Page page : pages) {
            assertDecoded(page.bytes(), compress(page.bytes(), LZ4Compressor.FAST));
            assertDecoded(page.bytes(), compress(page.bytes(), LZ4Compressor.HIGH));
        }
    }

    @Test
    public void otherDecodersReadRandomInputs() {
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            byte[] input = SnappyOracleTest.random(random);
            assertDecoded(input, compress(input, i % 2));
        }
    }

    @Test
    public void highIsOnNoPageLargerThanAircompressor() {
        for (SensorPages.Page page : pages) {
            int ours = compress(page.bytes(), LZ4Compressor.HIGH).length;
            int other = aircompressor(page.bytes());
            assertTrue(page.set() + " " + page.name() + " " + ours + " > " + other, ours <= other);
        }
    }

    @Test
    public void fastIsSmallerThanAircompressorOverAllPages() {
        long ours = 0;
        long others = 0;
        for (SensorPages.Page page : pages) {
            ours += compress(page.bytes(), LZ4Compressor.FAST).length;
            others += aircompressor(page.bytes());
        }
        assertTrue(ours + " > " + others, ours <= others);
    }

    private static void assertDecoded(byte[] input, byte[] compressed) {
        byte[] decoded = new byte[input.length];
        assertEquals(input.length, new Lz4Decompressor().decompress(compressed, 0, compressed.length, decoded, 0,
                decoded.length));
        assertArrayEquals(input, decoded);
        assertArrayEquals(input, LZ4Factory.safeInstance().safeDecompressor().decompress(compressed, input.length));
        assertArrayEquals(input, LZ4Factory.fastestInstance().safeDecompressor().decompress(compressed, input.length));
    }

    private static byte[] compress(byte[] input, int effort) {
        byte[] out = new byte[LZ4Compressor.maxCompressedLength(input.length)];
        int length = new LZ4Compressor(TABLE, effort, Math.max(1, input.length)).compress(input, 0, input.length, out, 0,
                out.length);
        return Arrays.copyOf(out, length);
    }

    private static int aircompressor(byte[] input) {
        Lz4Compressor other = new Lz4Compressor();
        byte[] out = new byte[other.maxCompressedLength(input.length)];
        return other.compress(input, 0, input.length, out, 0, out.length);
    }
}
