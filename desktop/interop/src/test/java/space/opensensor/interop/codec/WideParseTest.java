package space.opensensor.interop.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import space.opensensor.lz77.BlockCompressor;

/** The board's search and the desktop's: the same compressed bytes. */
public class WideParseTest {

    private static final String SNAPPY = "space.opensensor.snappy.";
    private static final int[] TABLES = {BlockCompressor.MIN_TABLE_BYTES, 4096, BlockCompressor.MAX_TABLE_BYTES};
    private static final int RANDOM_INPUTS = 2_000;
    private static final int EVERY_LENGTH_TO = 150;
    private static final int MONTH_ROWS = 20_000;

    private final Version board = Version.board();
    private final Version desktop = Version.desktop();
    private final Random random = new Random(20261123);

    @Test
    public void aJarIsTakenWithTheDesktopsVersionAndAFolderWithTheBoards() {
        assertEquals(Version.isJar(), Version.desktopIsUsed());
    }

    @Test
    public void eachVersionHasItsSearch() throws ReflectiveOperationException {
        assertEquals(SNAPPY + "GreedyParse", search(board));
        assertEquals(SNAPPY + "WideParse", search(desktop));
    }

    @Test
    public void withoutACompilerTheDesktopSearchesAsTheBoard() throws ReflectiveOperationException {
        String info = System.getProperty("java.vm.info");
        System.setProperty("java.vm.info", "interpreted mode, sharing");
        try {
            assertEquals(SNAPPY + "GreedyParse", search(desktop));
        } finally {
            System.setProperty("java.vm.info", info);
        }
    }

    @Test
    public void everyPageBecomesTheSameBytes() throws Exception {
        for (int table : TABLES) {
            for (SensorPages.Page page : SensorPages.all()) {
                assertSameBytes(page.bytes(), table);
            }
            for (SensorPages.Page page : SensorPages.month(MONTH_ROWS)) {
                assertSameBytes(page.bytes(), table);
            }
        }
    }

    @Test
    public void randomAndShortInputsBecomeTheSameBytes() throws Exception {
        for (int i = 0; i < RANDOM_INPUTS; i++) {
            assertSameBytes(SnappyOracleTest.random(random), TABLES[i % TABLES.length]);
        }
        for (int length = 0; length <= EVERY_LENGTH_TO; length++) {
            for (int alphabet : new int[] {1, 2, 4, 256}) {
                assertSameBytes(bytes(length, alphabet), TABLES[0]);
            }
        }
    }

    private static String search(Version version) throws ReflectiveOperationException {
        Method fast = version.loadClass(SNAPPY + "PlatformParse").getDeclaredMethod("fast", int.class);
        fast.setAccessible(true);
        return fast.invoke(null, TABLES[0]).getClass().getName();
    }

    /** Compresses inside of larger arrays, with room to spare, with just enough and with a byte too little. */
    private void assertSameBytes(byte[] input, int table) throws ReflectiveOperationException {
        int before = random.nextInt(3);
        int behind = random.nextInt(3) * 8;
        byte[] in = bytes(before + input.length + behind, 256);
        System.arraycopy(input, 0, in, before, input.length);
        byte[] atBoard = new byte[input.length * 2 + 40];
        int length = compress(board, table, in, before, input.length, atBoard, atBoard.length);
        for (int room : new int[] {atBoard.length, length + random.nextInt(20), length, length - 1}) {
            byte[] atDesktop = new byte[atBoard.length];
            int fits = compress(desktop, table, in, before, input.length, atDesktop, room);
            if (room < length) {
                assertEquals(-1, fits);
            } else {
                assertEquals(length, fits);
                assertArrayEquals(Arrays.copyOf(atBoard, length), Arrays.copyOf(atDesktop, length));
            }
            assertArrayEquals(new byte[atDesktop.length - room], Arrays.copyOfRange(atDesktop, room, atDesktop.length));
        }
    }

    private static int compress(Version version, int table, byte[] in, int from, int length, byte[] out, int room)
            throws ReflectiveOperationException {
        Class<?> type = version.loadClass(SNAPPY + "SnappyCompressor");
        Object compressor = type.getConstructor(int.class, int.class, int.class).newInstance(table, BlockCompressor.FAST,
                Math.max(1, length));
        return (int) type.getMethod("compress", byte[].class, int.class, int.class, byte[].class, int.class, int.class)
                .invoke(compressor, in, from, length, out, 0, room);
    }

    private byte[] bytes(int length, int alphabet) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(alphabet);
        }
        return bytes;
    }
}
