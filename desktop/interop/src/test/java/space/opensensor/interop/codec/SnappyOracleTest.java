package space.opensensor.interop.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.iq80.snappy.Snappy;
import org.junit.Test;
import space.opensensor.snappy.SnappyCompressor;

/** Our Snappy against aircompressor, iq80 and Google's own through xerial. */
public class SnappyOracleTest {

    private static final int DESKTOP_TABLE = 16384;
    private static final int DEVICE_TABLE = 4096;
    private static final int WINDOW_BYTES = 1500;
    private static final int MONTH_ROWS = 1018;

    private final List<SensorPages.Page> pages;

    public SnappyOracleTest() throws IOException {
        this.pages = SensorPages.all();
    }

    @Test
    public void threeOtherDecodersReadEveryPage() throws IOException {
        for (int table = SnappyCompressor.MIN_TABLE_BYTES; table <= SnappyCompressor.MAX_TABLE_BYTES; table *= 4) {
            for (SensorPages.Page page : pages) {
                assertDecoded(page.bytes(), compress(page.bytes(), table, SnappyCompressor.FAST));
            }
        }
        for (SensorPages.Page page : pages) {
            assertDecoded(page.bytes(), compress(page.bytes(), DEVICE_TABLE, SnappyCompressor.HIGH));
        }
    }

    @Test
    public void threeOtherDecodersReadRandomInputs() throws IOException {
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            byte[] input = random(random);
            assertDecoded(input, compress(input, DEVICE_TABLE, i % 2));
        }
    }

    @Test
    public void highIsOnNoPageLargerThanAnyOther() throws IOException {
        List<String> larger = new ArrayList<>();
        for (SensorPages.Page page : pages) {
            int ours = compress(page.bytes(), DESKTOP_TABLE, SnappyCompressor.HIGH).length;
            int others = Math.min(aircompressor(page.bytes()), Math.min(Snappy.compress(page.bytes()).length,
                    org.xerial.snappy.Snappy.compress(page.bytes()).length));
            if (ours > others) {
                larger.add(page.set() + " " + page.name() + " " + ours + " > " + others);
            }
        }
        assertEquals("[]", larger.toString());
    }

    @Test
    public void fastIsOnNoPageLargerThanAircompressor() throws IOException {
        assertEquals("[]", larger(pages, DESKTOP_TABLE).toString());
        assertEquals("[]", larger(SensorPages.month(MONTH_ROWS), DESKTOP_TABLE).toString());
    }

    @Test
    public void fastIsOnNoPageOfAWindowLargerThanAircompressorWithTheTableOfADevice() {
        List<SensorPages.Page> windows = pages.stream().filter(page -> page.bytes().length < WINDOW_BYTES).toList();
        assertEquals("[]", larger(windows, DEVICE_TABLE).toString());
    }

    private static List<String> larger(List<SensorPages.Page> pages, int table) {
        List<String> larger = new ArrayList<>();
        for (SensorPages.Page page : pages) {
            int ours = compress(page.bytes(), table, SnappyCompressor.FAST).length;
            int others = aircompressor(page.bytes());
            if (ours > others) {
                larger.add(page.set() + " " + page.name() + " " + ours + " > " + others);
            }
        }
        return larger;
    }

    private static void assertDecoded(byte[] input, byte[] compressed) throws IOException {
        byte[] decoded = new byte[input.length];
        assertEquals(input.length, new io.airlift.compress.snappy.SnappyDecompressor().decompress(compressed, 0,
                compressed.length, decoded, 0, decoded.length));
        assertArrayEquals(input, decoded);
        assertArrayEquals(input, Snappy.uncompress(compressed, 0, compressed.length));
        assertArrayEquals(input, org.xerial.snappy.Snappy.uncompress(compressed));
    }

    private static byte[] compress(byte[] input, int tableBytes, int effort) {
        byte[] out = new byte[SnappyCompressor.maxCompressedLength(input.length)];
        int length = new SnappyCompressor(tableBytes, effort, Math.max(1, input.length)).compress(input, 0, input.length, out, 0,
                out.length);
        return Arrays.copyOf(out, length);
    }

    private static int aircompressor(byte[] input) {
        io.airlift.compress.snappy.SnappyCompressor other = new io.airlift.compress.snappy.SnappyCompressor();
        byte[] out = new byte[other.maxCompressedLength(input.length)];
        return other.compress(input, 0, input.length, out, 0, out.length);
    }

    /** Random bytes of a random alphabet with random repetitions. */
    static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(3000)];
        int alphabet = 1 + random.nextInt(256);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(alphabet);
            if (i > 10 && random.nextInt(20) == 0) {
                int offset = 1 + random.nextInt(Math.min(i, 70_000));
                for (int n = random.nextInt(80); n > 0 && i < bytes.length; n--, i++) {
                    bytes[i] = bytes[i - offset];
                }
            }
        }
        return bytes;
    }
}
