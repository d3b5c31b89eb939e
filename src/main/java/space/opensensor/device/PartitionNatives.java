package space.opensensor.device;

import java.io.IOException;

/**
 * The flash partition of the spool, in C: type data, subtype 40 (hexadecimal), label {@code spool}. Bytes are read and
 * programmed before a call returns, within 3 ms; to erase takes longer, and suspends the thread meanwhile.
 */
final class PartitionNatives {

    /** Bytes that are programmed at once. */
    static final int PAGE = 256;

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

    /** Programs bytes of one page: addresses between two multiples of {@link #PAGE}. Bits only change from 1 to 0. */
    static native int program(int address, byte[] source, int offset, int length);

    /**
     * Erases the sector of 4,096 bytes at an address. Other threads go on as far as the chip lets them.
     *
     * @throws IOException {@code ej.sni.NativeIOException} if the worker that erases cannot be asked.
     */
    static native int erase(int address) throws IOException;
}
