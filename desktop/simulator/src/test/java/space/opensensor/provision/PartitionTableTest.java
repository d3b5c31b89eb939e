package space.opensensor.provision;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.Test;

/**
 * {@link PartitionTable} and the tables of vee-port-esp32s3. The sums are those of what gen_esp32part.py of ESP-IDF 5.0.1
 * makes of the same files.
 */
public class PartitionTableTest {

    static final Path FOLDER = Path.of("../../vee-port-esp32s3");
    private static final int FLASH = 8 << 20;

    @Test
    public void bytesAreThoseOfTheGeneratorOfEspIdf() throws Exception {
        assertEquals("68583b018f4c939798760bb16528e1f72ceded33cd96112fa50f528d1778ab06", sha256("partitions.csv"));
        assertEquals("38db8f22e378c5a71ddc503f96ab4f0e5038f3959eecb44e787d58137a2a51ea", sha256("partitions_no_ota.csv"));
        assertEquals("44952ee2bfc042be653980c6d564fb9b183ce8b427aa746a4ac5f0b1c82a2d4a", sha256("partitions_raw.csv"));
    }

    /** The layout that the VEE Port 2.5.0 publishes; apps are aligned to 64 KiB, which leaves gaps. */
    @Test
    public void readsTheTableOfThePort() throws Exception {
        PartitionTable table = PartitionTable.parse("nvs,data,nvs,0x10000,0x10000,\notadata,data,ota,0x20000,0x2000,\n"
                + "phy_init,data,phy,0x22000,0xE000,\nfactory,app,factory,0x30000,2480K,\nota_0,app,ota_0,,2480K,\n"
                + "ota_1,\tapp, \tota_1,\t,\t2480K,\nstorage,data,fat,,528K,\n", FLASH);
        assertEquals(0x77C000, table.find("storage").offset());
        assertEquals(FLASH, table.find("storage").end());
        assertEquals("bef9bd0962c9b0084e45a572ec6fb8010da3e975f20b1bfe051320c32e32dbe4",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table.bytes())));
    }

    @Test
    public void everyTableFillsTheFlashWithoutOverlap() throws Exception {
        for (String name : List.of("partitions.csv", "partitions_no_ota.csv", "partitions_raw.csv")) {
            List<Partition> read = readBack(table(name).bytes());
            int end = PartitionTable.OFFSET + 0x1000;
            for (Partition partition : read) {
                int alignment = partition.type() == 0 ? 0x10000 : 0x1000;
                assertEquals(name + " " + partition, 0, partition.offset() % alignment);
                assertEquals(name + " " + partition, 0, partition.size() % 0x1000);
                assertTrue(name + " " + partition + " overlaps", partition.offset() >= end);
                assertTrue(name + " " + partition + " leaves a gap",
                        partition.offset() == end || partition.name().equals("nvs_keys"));
                end = partition.end();
            }
            assertEquals(name, FLASH, end);
            assertEquals(name, table(name).partitions(), read);
        }
    }

    /** The scripts of the VEE Port flash by these offsets (scripts/set_project_env.sh). */
    @Test
    public void everyTableKeepsTheOffsetsOfThePort() throws Exception {
        for (String name : List.of("partitions.csv", "partitions_no_ota.csv", "partitions_raw.csv")) {
            PartitionTable table = table(name);
            assertEquals(0x8000, PartitionTable.OFFSET);
            assertEquals(0x20000, table.find("otadata").offset());
            assertEquals("gen_esp32part.py wants it of that size", 0x2000, table.find("otadata").size());
            Partition app = table.partitions().stream().filter(p -> p.type() == Partition.APP).findFirst().orElseThrow();
            assertEquals(name, 0x30000, app.offset());
            assertTrue(name + ": an app of the port takes 2480K", app.size() >= 2480 << 10);
        }
    }

    @Test
    public void onlyTheKeysAreCoveredByFlashEncryptionByAFlag() throws Exception {
        for (String name : List.of("partitions.csv", "partitions_no_ota.csv", "partitions_raw.csv")) {
            for (Partition partition : table(name).partitions()) {
                assertEquals(name + " " + partition, partition.name().equals("nvs_keys"), partition.encrypted());
            }
        }
        Partition keys = table("partitions.csv").find("nvs_keys");
        assertEquals("data, nvs_keys", "1 4", keys.type() + " " + keys.subtype());
        assertEquals(0x1000, keys.size());
    }

    @Test
    public void theRawTableHasAPartitionForTheSpool() throws Exception {
        Partition spool = table("partitions_raw.csv").find("spool");
        assertEquals("data, 0x40", "1 64", spool.type() + " " + spool.subtype());
        assertEquals("a volume for the port to mount", 0x81, table("partitions_raw.csv").find("storage").subtype());
    }

    @Test
    public void refusesTablesThatCannotBe() {
        refuses("partition \"b\": offset 0x11000 is not allowed; what is before it ends at 0x12000",
                "a,data,nvs,0x10000,0x2000,\nb,data,fat,0x11000,4K,");
        refuses("partition \"a\": offset 0x9000 is not allowed; a multiple of 0x10000 is", "a,app,factory,0x9000,64K,");
        refuses("partition \"a\": offset 0x9800 is not allowed; a multiple of 0x1000 is", "a,data,nvs,0x9800,64K,");
        refuses("partition \"a\": offset 0x8000 is not allowed; what is before it ends at 0x9000", "a,data,nvs,0x8000,4K,");
        refuses("partition \"a\": size 0x1 is not allowed; a multiple of 0x1000 is", "a,data,nvs,0x10000,1,");
        refuses("partition \"a\": ends behind the flash of 0x800000 bytes", "a,data,fat,0x7FF000,8K,");
        refuses("partition \"a\": is there twice", "a,data,nvs,,4K,\na,data,fat,,4K,");
        refuses("partition \"sixteen_letters_\": a name has 1 to 15 characters", "sixteen_letters_,data,nvs,,4K,");
        refuses("partition table, line \"a,data,floppy,,4K,\": cannot be read; For input string: \"floppy\"",
                "a,data,floppy,,4K,");
    }

    private static void refuses(String message, String csv) {
        try {
            PartitionTable.parse(csv, FLASH);
            fail("accepted " + csv);
        } catch (IllegalArgumentException e) {
            assertEquals(message, e.getMessage());
        }
    }

    /** Reads what is flashed, as the bootloader does: magic, fields, and the MD5 over all entries before its own. */
    private static List<Partition> readBack(byte[] bytes) throws Exception {
        List<Partition> partitions = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while ((in.getShort(in.position()) & 0xFFFF) == 0x50AA) {
            in.getShort();
            int type = in.get();
            int subtype = in.get() & 0xFF;
            int offset = in.getInt();
            int size = in.getInt();
            byte[] name = new byte[16];
            in.get(name);
            partitions.add(new Partition(new String(name, StandardCharsets.US_ASCII).trim(), type, subtype, offset, size,
                    in.getInt() == 1));
        }
        byte[] md5 = MessageDigest.getInstance("MD5").digest(Arrays.copyOf(bytes, in.position()));
        assertEquals("ebeb" + "ff".repeat(14) + HexFormat.of().formatHex(md5),
                HexFormat.of().formatHex(bytes, in.position(), in.position() + 32));
        for (int i = in.position() + 32; i < bytes.length; i++) {
            assertEquals(-1, bytes[i]);
        }
        return partitions;
    }

    static PartitionTable table(String name) throws IOException {
        return PartitionTable.parse(Files.readString(FOLDER.resolve(name)), FLASH);
    }

    private static String sha256(String name) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table(name).bytes()));
    }
}
