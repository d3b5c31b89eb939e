package space.opensensor.parquet;

/** Bytes that objects take on a 64-bit JDK with 32-bit references; the board's are not larger. */
final class Memory {

    private static final int OBJECT_HEADER = 12;
    private static final int ARRAY_HEADER = 16;

    private Memory() {
    }

    /** Returns the bytes of an object whose fields take {@code fieldBytes}. */
    static long object(int fieldBytes) {
        return align(OBJECT_HEADER + fieldBytes);
    }

    /** Returns the bytes of an array. */
    static long array(long length, int elementBytes) {
        return align(ARRAY_HEADER + length * elementBytes);
    }

    private static long align(long bytes) {
        return bytes + 7 & ~7L;
    }
}
