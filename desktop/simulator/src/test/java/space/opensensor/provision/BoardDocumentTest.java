package space.opensensor.provision;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** docs/board.md: the map of the flash is that of the partition tables, and the example of settings is allowed. */
public class BoardDocumentTest {

    private static final List<String> TABLES = List.of("partitions.csv", "partitions_no_ota.csv", "partitions_raw.csv");
    private static final int CLUSTER_KIB = 4;
    private static final int ROOT_SECTORS = 512 * 32 / WearLevelling.SECTOR;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void mapOfTheFlashIsThatOfTheTables() throws IOException {
        Map<String, String[]> cells = new LinkedHashMap<>();
        for (int layout = 0; layout < TABLES.size(); layout++) {
            for (Partition partition : PartitionTableTest.table(TABLES.get(layout)).partitions()) {
                String[] row = cells.computeIfAbsent(partition.name(), name -> new String[] { "", "", "" });
                row[layout] = String.format("0x%X, %d KB", partition.offset(), partition.size() >> 10);
            }
        }
        List<String> rows = document().lines().toList();
        int first = rows.indexOf("| partition | `ota` | `no-ota` | `raw` | holds |") + 2;
        assertTrue("docs/board.md has no map of the flash", first > 1);
        Map<String, String[]> documented = new LinkedHashMap<>();
        for (int i = first; rows.get(i).startsWith("| `"); i++) {
            String[] fields = rows.get(i).split(" *\\| *", -1);
            documented.put(fields[1].replace("`", ""), Arrays.copyOfRange(fields, 2, 5));
        }
        assertEquals(text(cells), text(documented));
    }

    private static Map<String, String> text(Map<String, String[]> rows) {
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> Arrays.toString(row.getValue())));
    }

    @Test
    public void mostForTheSpoolIsWhatAVolumeHolds() throws IOException {
        StringBuilder row = new StringBuilder("| most for `spool_size` |");
        for (String table : TABLES) {
            row.append(' ').append(most(PartitionTableTest.table(table))).append(" |");
        }
        assertTrue(row.toString(), document().contains("\n" + row + " "));
    }

    /** Clusters behind boot sector, file allocation table and root directory, without the one of the folder, KiB. */
    private static int most(PartitionTable table) {
        int sectors = new WearLevelling(table.find("storage").size()).volumeBytes() / WearLevelling.SECTOR;
        int fat = (sectors * 3 / 2 + WearLevelling.SECTOR) / WearLevelling.SECTOR;
        return (sectors - 1 - fat - ROOT_SECTORS - 1) * CLUSTER_KIB;
    }

    @Test
    public void theExampleIsAllowedAndFits() throws IOException {
        String text = document();
        int start = text.indexOf("station=attic-1\n");
        Path file = this.folder.newFile().toPath();
        Files.writeString(file, text.substring(start, text.indexOf("```", start)));
        Map<String, String> settings = SettingsFile.read(file);
        SettingsFile.check(settings);
        assertTrue(Integer.parseInt(settings.get("spool_size")) <= most(PartitionTableTest.table("partitions.csv")));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../../docs/board.md"));
    }
}
