package space.opensensor.spool;

import java.io.IOException;

/**
 * A range of raw NOR flash, as {@code esp_partition} of ESP-IDF offers it.
 * <p>
 * Erasing sets all bits of a sector; programming clears bits and never sets one. A call that returned is done. A cut
 * during one leaves the bytes being programmed, or the sector being erased, in any state, even one that reads differently
 * from time to time; all other bytes are as they were. Calls come from one thread at a time.
 */
public interface Partition {

    /** Bytes of a sector, the unit of erasing. */
    int SECTOR = 4096;

    /** @return bytes, a multiple of {@link #SECTOR}. */
    int size();

    /**
     * Reads bytes.
     *
     * @param address of the first byte, from the start of the partition.
     * @throws IOException if the flash fails; the others likewise.
     */
    void read(int address, byte[] target, int offset, int length) throws IOException;

    /** Clears the bits that are 0 in these bytes; where a byte is FF nothing changes. Bytes within one sector. */
    void program(int address, byte[] source, int offset, int length) throws IOException;

    /** Sets all bits of a sector; takes some 45 ms, at most 400 ms. @param address of its first byte. */
    void erase(int address) throws IOException;
}
