package space.opensensor.provision;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the texts and numbers of a plain NVS image, as ESP-IDF does when it mounts one, and checks every sum. Written from
 * the published format and not from {@link NvsImage}, so that a mistake of one is not hidden by the other.
 */
public final class NvsReader {

    private static final int SUM_OFFSET = 28;

    private final byte[] image;
    private final Map<Integer, String> namespaces = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private NvsReader(byte[] image) {
        this.image = image;
    }

    /**
     * Reads an image.
     *
     * @return values by {@code namespace/key}, in the order of the image.
     * @throws IllegalArgumentException if it is no image, encrypted or damaged; names the offset, shows no value.
     */
    public static Map<String, String> read(byte[] image) {
        NvsReader reader = new NvsReader(image);
        refuse(image.length == 0 || image.length % 4096 != 0, 0, "an image has whole pages of 4096 bytes");
        for (int page = 0; page < image.length; page += 4096) {
            reader.page(page);
        }
        return reader.values;
    }

    private void page(int page) {
        long state = number(page, 4);
        if (state == 0xFFFFFFFFL) {
            for (int i = page; i < page + 4096; i++) {
                refuse(this.image[i] != -1, i, "an unused page is not erased");
            }
            return;
        }
        refuse(state != 0xFFFFFFFEL && state != 0xFFFFFFFCL, page, "a page is neither in use nor full");
        refuse((this.image[page + 8] & 0xFF) != 0xFE, page, "a page is not of version 2");
        refuse(sum(page + 4, 24, 0) != number(page + SUM_OFFSET, 4), page, "the check sum of a page is wrong");
        for (int entry = 0; entry < 126;) {
            int bits = this.image[page + 32 + (entry >> 2)] >> 2 * (entry & 3) & 3;
            entry += bits == 0b10 ? entry(page + 64 + entry * 32) : 1;
        }
    }

    /** @return how many entries the item takes. */
    private int entry(int at) {
        long head = sum(at, 4, 0);
        refuse(sum(at + 8, 24, head) != number(at + 4, 4), at, "the check sum of an entry is wrong: damaged or encrypted");
        int namespace = this.image[at] & 0xFF;
        int type = this.image[at + 1] & 0xFF;
        String key = text(at + 8, 16);
        if (namespace == 0) {
            this.namespaces.put(this.image[at + 24] & 0xFF, key);
        } else {
            String name = this.namespaces.get(namespace);
            refuse(name == null, at, "an entry is of no namespace");
            this.values.put(name + "/" + key, value(at, type));
        }
        return this.image[at + 2] & 0xFF;
    }

    private String value(int at, int type) {
        if (type == 0x21) {
            int length = (int) number(at + 24, 2);
            refuse(length == 0 || at + 32 + length > this.image.length, at, "the length of a text is wrong");
            refuse(sum(at + 32, length, 0) != number(at + 28, 4), at, "the check sum of a text is wrong");
            return text(at + 32, length);
        }
        int bytes = type & 0xF;
        refuse(bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8 || type >> 4 > 1, at, "a value is neither text nor number");
        long value = number(at + 24, bytes);
        boolean signed = type >> 4 == 1;
        return String.valueOf(signed ? value << 64 - 8 * bytes >> 64 - 8 * bytes : value);
    }

    private String text(int at, int limit) {
        int length = 0;
        while (length < limit && this.image[at + length] != 0) {
            length++;
        }
        return new String(this.image, at, length, StandardCharsets.UTF_8);
    }

    private long number(int at, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | this.image[at + i] & 0xFF;
        }
        return number;
    }

    /** CRC-32 (polynomial 0x04C11DB7, reflected) as ESP-IDF starts it; goes on from the sum of what was before. */
    private long sum(int at, int length, long before) {
        int crc = before == 0 ? 0 : (int) ~before;
        for (int i = at; i < at + length; i++) {
            crc ^= this.image[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xEDB88320;
            }
        }
        return ~crc & 0xFFFFFFFFL;
    }

    private static void refuse(boolean wrong, int offset, String reason) {
        if (wrong) {
            throw new IllegalArgumentException(String.format("nvs, offset 0x%x: %s", offset, reason));
        }
    }
}
