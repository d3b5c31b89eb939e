package space.opensensor.provision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes the image of an NVS partition with texts in one namespace (ESP-IDF Programming Guide, Non-Volatile Storage Library,
 * internals, page version 2): pages of 4096 bytes, each a header of 32, a bitmap of 32 and 126 entries of 32.
 */
public final class NvsImage {

    /** Bytes of a page, which is a sector of the flash. */
    public static final int PAGE = 4096;
    /** Bytes of an entry. */
    static final int ENTRY = 32;
    /** Entries of a page. */
    static final int ENTRIES = 126;
    /** Offset of the first entry in a page; the bitmap stands before it. */
    static final int FIRST_ENTRY = 64;

    /** Most characters of a namespace or key. */
    private static final int MAX_NAME = 15;
    /** Most bytes of a text with the zero at its end. */
    private static final int MAX_TEXT = 4000;
    private static final int BITMAP = 32;
    private static final int ACTIVE = 0xFFFFFFFE;
    private static final int FULL = 0xFFFFFFFC;
    private static final byte VERSION_2 = (byte) 0xFE;
    private static final int TYPE_U8 = 0x01;
    private static final int TYPE_TEXT = 0x21;
    private static final int NO_CHUNK = 0xFF;
    private static final int NAMESPACES = 0;
    private static final int OURS = 1;

    private final int size;
    private final List<ByteBuffer> pages = new ArrayList<>();

    /**
     * Starts an image.
     *
     * @param size bytes of the partition, a multiple of 4096; 3 pages at least (ESP-IDF keeps one free).
     * @param namespace 1 to 15 ASCII characters.
     * @throws IllegalArgumentException if one of them is not allowed.
     */
    public NvsImage(int size, String namespace) {
        if (size % PAGE != 0 || size < 3 * PAGE) {
            throw new IllegalArgumentException("nvs: " + size + " bytes are not allowed; 3 or more pages of " + PAGE + " are");
        }
        this.size = size;
        add(entry(NAMESPACES, TYPE_U8, 1, namespace).put((byte) OURS));
    }

    /**
     * Adds a text.
     *
     * @param key 1 to 15 ASCII characters.
     * @param value at most 3999 bytes of UTF-8 without zeros.
     * @throws IllegalArgumentException if one of them is not allowed, or the partition has no room; shows no value.
     */
    public void text(String key, String value) {
        byte[] text = (value + "\0").getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_TEXT || value.indexOf(0) >= 0) {
            throw new IllegalArgumentException(key + ": NVS takes texts of at most " + (MAX_TEXT - 1) + " bytes without zeros");
        }
        int span = 1 + (text.length + ENTRY - 1) / ENTRY;
        ByteBuffer head = entry(OURS, TYPE_TEXT, span, key);
        head.putShort((short) text.length).putShort((short) -1).putInt(crc(text, 0, text.length));
        ByteBuffer item = ByteBuffer.allocate(span * ENTRY);
        item.put(sealed(head)).put(text);
        Arrays.fill(item.array(), item.position(), item.capacity(), (byte) 0xFF);
        write(item.array());
    }

    private static ByteBuffer entry(int namespace, int type, int span, String key) {
        byte[] name = key.getBytes(StandardCharsets.US_ASCII);
        if (name.length == 0 || name.length > MAX_NAME || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("\"" + key + "\": a name in NVS has 1 to " + MAX_NAME + " ASCII characters");
        }
        byte[] bytes = new byte[ENTRY];
        Arrays.fill(bytes, 24, ENTRY, (byte) 0xFF);
        ByteBuffer entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        entry.put((byte) namespace).put((byte) type).put((byte) span).put((byte) NO_CHUNK);
        entry.position(8);
        entry.put(name).position(24);
        return entry;
    }

    private void add(ByteBuffer entry) {
        write(sealed(entry));
    }

    /** Puts in the check sum of an entry: over all of it but the sum itself. */
    private static byte[] sealed(ByteBuffer entry) {
        byte[] bytes = entry.array();
        byte[] checked = new byte[ENTRY - 4];
        System.arraycopy(bytes, 0, checked, 0, 4);
        System.arraycopy(bytes, 8, checked, 4, ENTRY - 8);
        entry.putInt(4, crc(checked, 0, checked.length));
        return bytes;
    }

    /** Writes an item, which must be in one page. */
    private void write(byte[] item) {
        ByteBuffer page = this.pages.isEmpty() ? null : this.pages.get(this.pages.size() - 1);
        if (page == null || page.remaining() < item.length) {
            page = newPage();
        }
        int first = (page.position() - FIRST_ENTRY) / ENTRY;
        page.put(item);
        for (int i = first; i < first + item.length / ENTRY; i++) {
            page.put(BITMAP + i / 4, (byte) (page.get(BITMAP + i / 4) & ~(1 << i % 4 * 2)));
        }
    }

    private ByteBuffer newPage() {
        if (this.pages.size() == this.size / PAGE - 1) {
            throw new IllegalArgumentException("nvs: the settings do not fit into " + this.size + " bytes");
        }
        byte[] bytes = new byte[PAGE];
        Arrays.fill(bytes, (byte) 0xFF);
        ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        page.putInt(4, this.pages.size()).put(8, VERSION_2).putInt(28, crc(bytes, 4, 24));
        page.limit(FIRST_ENTRY + ENTRIES * ENTRY).position(FIRST_ENTRY);
        this.pages.add(page);
        return page;
    }

    /** @return the image, as large as the partition. */
    public byte[] bytes() {
        byte[] image = new byte[this.size];
        Arrays.fill(image, (byte) 0xFF);
        for (int i = 0; i < this.pages.size(); i++) {
            ByteBuffer page = this.pages.get(i);
            page.putInt(0, i == this.pages.size() - 1 ? ACTIVE : FULL);
            System.arraycopy(page.array(), 0, image, i * PAGE, PAGE);
        }
        return image;
    }

    /** The CRC-32 of ESP-IDF starts from a register of zeros; four bytes FF bring that of Java SE there. */
    static int crc(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(new byte[] { -1, -1, -1, -1 });
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
