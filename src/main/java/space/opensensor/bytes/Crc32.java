package space.opensensor.bytes;

/**
 * Cyclic redundancy checks of 32 bits, bit-reflected, over one table of 256 entries each.
 * <p>
 * A check sum is a plain {@code int}: it starts at 0 and every {@link #update} returns the check sum so far, so one
 * instance serves any number of streams.
 */
public final class Crc32 {

    /** The polynomial of zip, PNG, Parquet pages and {@code x-amz-checksum-crc32} (ISO-HDLC). */
    public static final Crc32 IEEE = new Crc32(0xEDB88320);

    /** The polynomial of iSCSI and {@code x-amz-checksum-crc32c}. */
    public static final Crc32 CASTAGNOLI = new Crc32(0x82F63B78);

    private final int[] table = new int[256];

    private Crc32(int reflectedPolynomial) {
        for (int i = 0; i < 256; i++) {
            int remainder = i;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder >>> 1) ^ ((remainder & 1) != 0 ? reflectedPolynomial : 0);
            }
            this.table[i] = remainder;
        }
    }

    /**
     * Continues a check sum over some bytes.
     *
     * @param crc check sum so far; 0 at the start.
     * @param bytes source.
     * @param offset index of the first byte.
     * @param length how many bytes.
     * @return the check sum including these bytes.
     */
    public int update(int crc, byte[] bytes, int offset, int length) {
        int[] t = this.table;
        int state = ~crc;
        for (int i = offset, end = offset + length; i < end; i++) {
            state = t[(state ^ bytes[i]) & 0xFF] ^ (state >>> 8);
        }
        return ~state;
    }

    /** Continues a check sum over the low 8 bits of {@code value}; see {@link #update(int, byte[], int, int)}. */
    public int update(int crc, int value) {
        int state = ~crc;
        return ~(this.table[(state ^ value) & 0xFF] ^ (state >>> 8));
    }
}
