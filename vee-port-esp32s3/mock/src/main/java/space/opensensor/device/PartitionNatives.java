package space.opensensor.device;

import com.is2t.hil.HIL;

/**
 * Mock of the flash partition for the MicroEJ Simulator and for a JDK: memory, empty at every start.
 * <p>
 * The system property {@code space.opensensor.mock.partition} is its size in KiB; 0, the default, is a partition table
 * without it.
 */
public class PartitionNatives {

    private static final int SECTOR = 4096;
    private static final int PAGE = 256;
    private static final int INVALID = 0x102;
    private static final int INVALID_SIZE = 0x104;
    private static final int KIBI = 1024;

    private static byte[] flash = new byte[0];

    private PartitionNatives() {
    }

    /** @return bytes of the partition, all of them erased. */
    public static synchronized int size() {
        int bytes = Integer.getInteger("space.opensensor.mock.partition", 0) * KIBI;
        if (bytes != flash.length) {
            flash = new byte[bytes];
            java.util.Arrays.fill(flash, (byte) 0xFF);
        }
        return bytes;
    }

    /** Copies bytes out. */
    public static synchronized int read(int address, byte[] target, int offset, int length) {
        if (!isWithin(address, length)) {
            return INVALID;
        }
        System.arraycopy(flash, address, target, offset, length);
        HIL.getInstance().flushContent(target, offset, length);
        return 0;
    }

    /** Clears bits of a page. */
    public static synchronized int program(int address, byte[] source, int offset, int length) {
        if (!isWithin(address, length)) {
            return INVALID;
        }
        if (length > PAGE - address % PAGE) {
            return INVALID_SIZE;
        }
        HIL.getInstance().refreshContent(source, offset, length);
        for (int i = 0; i < length; i++) {
            flash[address + i] &= source[offset + i];
        }
        return 0;
    }

    /** Sets the bits of a sector. */
    public static synchronized int erase(int address) {
        if (!isWithin(address, SECTOR)) {
            return INVALID;
        }
        java.util.Arrays.fill(flash, address, address + SECTOR, (byte) 0xFF);
        return 0;
    }

    private static boolean isWithin(int address, int length) {
        return address >= 0 && length >= 0 && length <= flash.length - address;
    }
}
