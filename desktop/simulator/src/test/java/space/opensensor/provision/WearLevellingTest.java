package space.opensensor.provision;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * {@link WearLevelling}, and the volume that fits into each partition table: made by mkfs.fat, read by mtools and fsck.fat. The
 * wear levelling of ESP-IDF 5.0.1, built for a desktop, agrees with it before and after thousands of writes (docs/board.md).
 */
public class WearLevellingTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void takesSectorsFromThePartition() {
        assertEquals("528K: the port's", 128 * 4096, new WearLevelling(528 << 10).volumeBytes());
        assertEquals("3008K: 752 records of 16 bytes take 3 sectors, twice", 744 * 4096, new WearLevelling(3008 << 10).volumeBytes());
        assertEquals("5504K", (1376 - 14) * 4096, new WearLevelling(5504 << 10).volumeBytes());
    }

    @Test
    public void findsTheVolumeHoweverFarItHasTurned() {
        WearLevelling wear = new WearLevelling(40 * 4096);
        int sectors = wear.volumeBytes() / 4096;
        byte[] volume = new byte[wear.volumeBytes()];
        new Random(5).nextBytes(volume);
        byte[] image = wear.image(volume, 0x12345678);
        for (int step = 0; step <= 3 * (sectors + 1); step++) {
            assertArrayEquals("after " + step + " steps", volume, wear.volume(image));
            step(image, sectors);
        }
    }

    /** One step of ESP-IDF: the sector behind the empty one moves into it; after the last one the count of turns goes up. */
    private static void step(byte[] image, int sectors) {
        int state = image.length - 3 * 4096;
        int moves = 0;
        while (image[state + 64 + moves * 16] != -1) {
            moves++;
        }
        int next = moves + 1 <= sectors ? moves + 1 : 0;
        System.arraycopy(image, next * 4096, image, moves * 4096, 4096);
        if (next == 0) {
            java.util.Arrays.fill(image, state + 64, state + 4096, (byte) 0xFF);
            image[state + 8]++;
            int sum = NvsImage.crc(image, state, 60);
            for (int i = 0; i < 4; i++) {
                image[state + 60 + i] = (byte) (sum >>> 8 * i);
            }
        } else {
            image[state + 64 + moves * 16] = 0;
        }
    }

    @Test
    public void takesTheSecondStateIfTheFirstIsDamaged() {
        WearLevelling wear = new WearLevelling(40 * 4096);
        byte[] volume = new byte[wear.volumeBytes()];
        new Random(6).nextBytes(volume);
        byte[] image = wear.image(volume, 1);
        image[37 * 4096]++;
        assertArrayEquals(volume, wear.volume(image));
        image[38 * 4096]++;
        try {
            wear.volume(image);
            fail("both states are damaged");
        } catch (IllegalArgumentException e) {
            assertEquals("partition: no valid state of wear levelling; not formatted, or damaged", e.getMessage());
        }
    }

    @Test
    public void aVolumeOfEveryTableIsSoundAndKeepsItsFiles() throws Exception {
        assumeTrue("mkfs.fat and mtools are not installed", run("which", "mkfs.fat", "fsck.fat", "mcopy") == 0);
        for (String table : List.of("partitions.csv", "partitions_no_ota.csv", "partitions_raw.csv")) {
            keepsFiles(PartitionTableTest.table(table).find("storage").size());
        }
    }

    /** As the board formats it (FatFs R0.13c: f_mkfs): one FAT, 512 root entries, clusters of a sector, no partitions. */
    private void keepsFiles(int partitionBytes) throws Exception {
        WearLevelling wear = new WearLevelling(partitionBytes);
        Path root = this.folder.newFolder().toPath();
        Path volume = Files.write(root.resolve("volume.img"), new byte[wear.volumeBytes()]);
        check("mkfs.fat", "-S", "4096", "-s", "1", "-f", "1", "-r", "512", "-F", "12", "-a", "--invariant", volume);
        byte[] content = new byte[100_000];
        new Random(partitionBytes).nextBytes(content);
        Path object = Files.write(root.resolve("data_0800.parquet"), content);
        check("mmd", "-i", volume, "::/spool");
        check("mcopy", "-i", volume, object, "::/spool/data_0800.parquet");
        Path partition = Files.write(root.resolve("storage.bin"), wear.image(Files.readAllBytes(volume), 7));
        assertEquals(partitionBytes, Files.size(partition));
        Path copy = Files.write(root.resolve("copy.img"), wear.volume(Files.readAllBytes(partition)));
        check("fsck.fat", "-n", copy);
        Path back = root.resolve("back.parquet");
        check("mcopy", "-i", copy, "::/spool/data_0800.parquet", back);
        assertEquals(-1, Files.mismatch(object, back));
        check("minfo", "-i", copy);
        assertTrue(this.said, this.said.contains("sector size: 4096 bytes") && this.said.contains("cluster size: 1 sectors"));
        assertTrue(this.said, this.said.contains("fats: 1") && this.said.contains("max available root directory slots: 512"));
    }

    private String said;

    private void check(Object... command) throws Exception {
        assertEquals(List.of(command) + "\n" + this.said, 0, run(command));
    }

    private int run(Object... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("MTOOLS_SKIP_CHECK", "1");
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        this.said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
