package space.opensensor.device;

/**
 * The flash partition of the spool, in C: type data, subtype 40 (hexadecimal), label {@code spool}. The calls return when
 * the flash has done its work. While it erases or programs, no code runs from flash on either core, so waiting elsewhere
 * would gain nothing.
 */
final class PartitionNatives {

    private PartitionNatives() {
    }

    /** @return bytes of the partition; 0 if the partition table has none. */
    static native int size();

    /**
     * Reads bytes.
     *
     * @param address of the first byte, from the start of the partition.
     * @return the {@code esp_err_t}: 0 if it was done; the others likewise.
     */
    static native int read(int address, byte[] target, int offset, int length);

    /** Programs bytes; bits only change from 1 to 0. */
    static native int program(int address, byte[] source, int offset, int length);

    /** Erases the sector of 4,096 bytes at an address. */
    static native int erase(int address);
}
