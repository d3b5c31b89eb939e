package space.opensensor.provision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * The keys of an encrypted NVS and the partition that holds them (ESP-IDF Programming Guide, NVS Encryption): two keys of
 * AES-256, then their check sum. Each 32-byte entry in use is encrypted by itself, its tweak being its offset in the
 * partition; headers and bitmaps of pages stay plain. Secret: shown nowhere.
 */
public final class NvsKeys {

    private static final int BYTES = 64;
    private static final int BITMAP = 32;
    private static final int WRITTEN = 2;

    private final byte[] keys;

    private NvsKeys(byte[] keys) {
        this.keys = keys;
    }

    /** @return new keys. */
    public static NvsKeys random() {
        byte[] keys = new byte[BYTES];
        new SecureRandom().nextBytes(keys);
        return new NvsKeys(keys);
    }

    /**
     * Reads keys.
     *
     * @param partition image of the partition.
     * @throws IllegalArgumentException if it is no image of keys.
     */
    public static NvsKeys of(byte[] partition) {
        if (partition.length != NvsImage.PAGE || ByteBuffer.wrap(partition).order(ByteOrder.LITTLE_ENDIAN).getInt(BYTES)
                != NvsImage.crc(partition, 0, BYTES)) {
            throw new IllegalArgumentException("keys: this is no image of an nvs_keys partition of " + NvsImage.PAGE + " bytes");
        }
        return new NvsKeys(Arrays.copyOf(partition, BYTES));
    }

    /** @return the image of the partition. */
    public byte[] partition() {
        byte[] image = Arrays.copyOf(this.keys, NvsImage.PAGE);
        Arrays.fill(image, BYTES, image.length, (byte) 0xFF);
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(BYTES, NvsImage.crc(this.keys, 0, BYTES));
        return image;
    }

    /** @return an image of NVS, encrypted. */
    public byte[] encrypt(byte[] image) {
        return crypt(image, Cipher.ENCRYPT_MODE);
    }

    /** @return an image of NVS, decrypted. */
    public byte[] decrypt(byte[] image) {
        return crypt(image, Cipher.DECRYPT_MODE);
    }

    private byte[] crypt(byte[] image, int mode) {
        XtsAes aes = new XtsAes(this.keys, mode);
        byte[] result = image.clone();
        for (int page = 0; page < image.length; page += NvsImage.PAGE) {
            for (int i = 0; i < NvsImage.ENTRIES; i++) {
                if ((image[page + BITMAP + i / 4] >>> i % 4 * 2 & 3) == WRITTEN) {
                    int offset = page + NvsImage.FIRST_ENTRY + i * NvsImage.ENTRY;
                    aes.unit(result, offset, NvsImage.ENTRY, offset);
                }
            }
        }
        return result;
    }
}
