package space.opensensor.provision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A partition table of ESP-IDF, as text and as the bytes that are flashed (ESP-IDF Programming Guide, Partition Tables):
 * entries of 32 bytes, one with the MD5 of those before it, filled up with ones.
 */
public final class PartitionTable {

    /** Where the table itself is flashed; it takes one sector. */
    public static final int OFFSET = 0x8000;
    /** Bytes of the table. */
    public static final int BYTES = 0xC00;

    private static final int SECTOR = 0x1000;
    private static final int APP_ALIGNMENT = 0x10000;
    private static final short MAGIC = 0x50AA;
    private static final int MAX_NAME = 15;
    private static final int COLUMNS = 6;
    private static final Map<String, Integer> TYPES = Map.of("app", Partition.APP, "data", Partition.DATA);
    private static final Map<String, Integer> SUBTYPES = Map.of("app factory", 0, "app ota_0", 0x10, "app ota_1", 0x11,
            "data ota", 0, "data phy", 1, "data nvs", 2, "data coredump", 3, "data nvs_keys", 4, "data fat", 0x81,
            "data spiffs", 0x82);

    private final List<Partition> partitions = new ArrayList<>();

    private PartitionTable() {
    }

    /**
     * Reads a table: lines of {@code name, type, subtype, offset, size, flags}. An empty offset is the next one that is
     * allowed; numbers are decimal or start with 0x, and may end in K or M.
     *
     * @param csv the text.
     * @param flashBytes size of the flash.
     * @throws IllegalArgumentException if a line cannot be read, a partition overlaps the one before, is not aligned (apps to
     *         64 KiB, data to 4 KiB) or does not fit into the flash, or a name comes twice; names the line or partition.
     */
    public static PartitionTable parse(String csv, int flashBytes) {
        PartitionTable table = new PartitionTable();
        int end = OFFSET + SECTOR;
        for (String line : csv.split("\r?\n")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                Partition partition = partition(line, end);
                table.check(partition, end, flashBytes);
                table.partitions.add(partition);
                end = partition.end();
            }
        }
        return table;
    }

    private static Partition partition(String line, int end) {
        String[] fields = Arrays.copyOf(line.split(","), COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            fields[i] = fields[i] == null ? "" : fields[i].strip();
        }
        try {
            int type = TYPES.containsKey(fields[1]) ? TYPES.get(fields[1]) : number(fields[1]);
            Integer subtype = SUBTYPES.get(fields[1] + " " + fields[2]);
            int offset = fields[3].isEmpty() ? up(end, alignment(type)) : number(fields[3]);
            return new Partition(fields[0], type, subtype == null ? number(fields[2]) : subtype, offset, number(fields[4]),
                    fields[5].equals("encrypted"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("partition table, line \"" + line + "\": cannot be read; " + e.getMessage(), e);
        }
    }

    private static int number(String text) {
        int unit = text.endsWith("K") ? 1 << 10 : text.endsWith("M") ? 1 << 20 : 1;
        return Math.multiplyExact(Integer.decode(unit == 1 ? text : text.substring(0, text.length() - 1)), unit);
    }

    private static int alignment(int type) {
        return type == Partition.APP ? APP_ALIGNMENT : SECTOR;
    }

    private static int up(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    private void check(Partition partition, int end, int flashBytes) {
        String name = partition.name();
        refuse(name.isEmpty() || name.length() > MAX_NAME, name, "a name has 1 to " + MAX_NAME + " characters");
        refuse(this.partitions.stream().anyMatch(other -> other.name().equals(name)), name, "is there twice");
        refuse(partition.offset() % alignment(partition.type()) != 0, name,
                String.format("offset 0x%x is not allowed; a multiple of 0x%x is", partition.offset(), alignment(partition.type())));
        refuse(partition.size() <= 0 || partition.size() % SECTOR != 0, name,
                String.format("size 0x%x is not allowed; a multiple of 0x%x is", partition.size(), SECTOR));
        refuse(partition.offset() < end, name,
                String.format("offset 0x%x is not allowed; what is before it ends at 0x%x", partition.offset(), end));
        refuse(partition.size() > flashBytes - partition.offset(), name,
                String.format("ends behind the flash of 0x%x bytes", flashBytes));
    }

    private static void refuse(boolean wrong, String name, String reason) {
        if (wrong) {
            throw new IllegalArgumentException("partition \"" + name + "\": " + reason);
        }
    }

    /** @return the partitions by offset. */
    public List<Partition> partitions() {
        return List.copyOf(this.partitions);
    }

    /**
     * Finds a partition.
     *
     * @throws IllegalArgumentException if there is none of that name.
     */
    public Partition find(String name) {
        return this.partitions.stream().filter(partition -> partition.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the partition table has no partition \"" + name + "\""));
    }

    /** @return what is flashed at {@link #OFFSET}. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Partition partition : this.partitions) {
            out.putShort(MAGIC).put((byte) partition.type()).put((byte) partition.subtype());
            out.putInt(partition.offset()).putInt(partition.size());
            out.put(Arrays.copyOf(partition.name().getBytes(StandardCharsets.US_ASCII), MAX_NAME + 1));
            out.putInt(partition.encrypted() ? 1 : 0);
        }
        byte[] digest = md5(Arrays.copyOf(out.array(), out.position()));
        out.putShort((short) 0xEBEB).putLong(-1).putInt(-1).putShort((short) -1).put(digest);
        Arrays.fill(out.array(), out.position(), BYTES, (byte) 0xFF);
        return out.array();
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
