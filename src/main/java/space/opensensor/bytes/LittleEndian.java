package space.opensensor.bytes;

/** Reads and writes little-endian integers at a place in an array. The caller guarantees that they fit. */
public final class LittleEndian {

    private LittleEndian() {
    }

    /** Puts the low 16 bits of a number. */
    public static void putShort(byte[] array, int offset, int value) {
        array[offset] = (byte) value;
        array[offset + 1] = (byte) (value >>> 8);
    }

    /** Puts 4 bytes at {@code offset}. */
    public static void putInt(byte[] array, int offset, int value) {
        array[offset] = (byte) value;
        array[offset + 1] = (byte) (value >>> 8);
        array[offset + 2] = (byte) (value >>> 16);
        array[offset + 3] = (byte) (value >>> 24);
    }

    /** Puts 8 bytes at {@code offset}. */
    public static void putLong(byte[] array, int offset, long value) {
        putInt(array, offset, (int) value);
        putInt(array, offset + 4, (int) (value >>> 32));
    }

    /** @return the 16 bits at {@code offset}, unsigned. */
    public static int getShort(byte[] array, int offset) {
        return (array[offset] & 0xFF) | (array[offset + 1] & 0xFF) << 8;
    }

    /** @return the 32 bits at {@code offset}. */
    public static int getInt(byte[] array, int offset) {
        return (array[offset] & 0xFF) | (array[offset + 1] & 0xFF) << 8 | (array[offset + 2] & 0xFF) << 16
                | array[offset + 3] << 24;
    }

    /** @return the 64 bits at {@code offset}. */
    public static long getLong(byte[] array, int offset) {
        return (getInt(array, offset) & 0xFFFFFFFFL) | (long) getInt(array, offset + 4) << 32;
    }
}
