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

    /** Returns the bytes of a {@link space.opensensor.bytes.ByteWriter}. */
    static long writer(int capacity) {
        return object(4 + 4 + 1) + array(capacity, 1);
    }

    /** Returns the bytes of a {@link space.opensensor.thrift.CompactWriter}. */
    static long thrift() {
        return object(2 * 4 + 4) + array(8, 4);
    }

    private static long align(long bytes) {
        return bytes + 7 & ~7L;
    }
}
