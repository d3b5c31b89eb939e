package space.opensensor.provision;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** XTS-AES-256 (IEEE 1619) over data units of whole blocks; the number of a unit is its tweak. */
final class XtsAes {

    private static final int BLOCK = 16;
    private static final int KEY = 32;
    /** The polynomial x^128 + x^7 + x^2 + x + 1 without its first term. */
    private static final int POLYNOMIAL = 0x87;

    private final Cipher data;
    private final Cipher tweak;

    /**
     * Takes the keys.
     *
     * @param keys 64 bytes: the key of the data, then that of the tweak.
     * @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE}.
     */
    XtsAes(byte[] keys, int mode) {
        this.data = cipher(mode, Arrays.copyOf(keys, KEY));
        this.tweak = cipher(Cipher.ENCRYPT_MODE, Arrays.copyOfRange(keys, KEY, 2 * KEY));
    }

    private static Cipher cipher(int mode, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256: " + e.getMessage(), e);
        }
    }

    /** Encrypts or decrypts a unit in place. */
    void unit(byte[] bytes, int offset, int length, long number) {
        byte[] mask = new byte[BLOCK];
        for (int i = 0; i < Long.BYTES; i++) {
            mask[i] = (byte) (number >>> 8 * i);
        }
        mask = crypt(this.tweak, mask);
        for (int start = offset; start < offset + length; start += BLOCK) {
            byte[] block = Arrays.copyOfRange(bytes, start, start + BLOCK);
            xor(block, mask);
            block = crypt(this.data, block);
            xor(block, mask);
            System.arraycopy(block, 0, bytes, start, BLOCK);
            timesX(mask);
        }
    }

    private static byte[] crypt(Cipher cipher, byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void xor(byte[] block, byte[] mask) {
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= mask[i];
        }
    }

    private static void timesX(byte[] mask) {
        int carry = 0;
        for (int i = 0; i < BLOCK; i++) {
            int shifted = (mask[i] & 0xFF) << 1 | carry;
            mask[i] = (byte) shifted;
            carry = shifted >>> 8;
        }
        mask[0] ^= (byte) (carry * POLYNOMIAL);
    }
}
