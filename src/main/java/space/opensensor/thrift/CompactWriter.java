package space.opensensor.thrift;

import space.opensensor.bytes.ByteWriter;

/**
 * Writes structs in the Thrift compact protocol (thrift-compact-protocol.md) to a {@link ByteWriter}.
 * <p>
 * Fields of a struct are written in order of their ids, so that every field header is one byte as long as ids are less
 * than 16 apart. Nothing is allocated after construction.
 */
public final class CompactWriter {

    /** Type of a list element or field: 8-bit integer. */
    public static final int I8 = 3;
    /** Type of a list element or field: 32-bit integer. */
    public static final int I32 = 5;
    /** Type of a list element or field: 64-bit integer. */
    public static final int I64 = 6;
    /** Type of a list element or field: IEEE 754, 64 bits. */
    public static final int DOUBLE = 7;
    /** Type of a list element or field: bytes or text. */
    public static final int BINARY = 8;
    /** Type of a list element or field: list. */
    public static final int LIST = 9;
    /** Type of a list element or field: struct or union. */
    public static final int STRUCT = 12;
    /** Type of a list element: truth value. */
    public static final int BOOL = 2;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int STOP = 0;
    private static final int MAX_DEPTH = 8;

    private final ByteWriter out;
    private final int[] lastIds = new int[MAX_DEPTH];
    private int depth = -1;

    /** @param out receives the bytes; its overflow flag tells whether they fitted. */
    public CompactWriter(ByteWriter out) {
        this.out = out;
    }

    /** Begins a struct that is no field: the outermost, or an element of a list. */
    public void beginStruct() {
        this.depth++;
        this.lastIds[this.depth] = 0;
    }

    /** Begins a struct whose fields up to {@code lastId} are written by other means. */
    public void continueStruct(int lastId) {
        this.depth++;
        this.lastIds[this.depth] = lastId;
    }

    /** Begins a struct that is the field {@code id}. */
    public void beginStruct(int id) {
        header(id, STRUCT);
        beginStruct();
    }

    /** Ends the struct begun last. */
    public void endStruct() {
        this.out.writeByte(STOP);
        this.depth--;
    }

    /** Writes a struct without fields as the field {@code id}: a chosen member of a union. */
    public void emptyStruct(int id) {
        header(id, STRUCT);
        this.out.writeByte(STOP);
    }

    /** Writes a truth value; it takes no byte but the field header. */
    public void bool(int id, boolean value) {
        header(id, value ? TRUE : FALSE);
    }

    /** Writes an 8-bit integer. */
    public void i8(int id, int value) {
        header(id, I8);
        this.out.writeByte(value);
    }

    /** Writes a 32-bit integer. */
    public void i32(int id, int value) {
        header(id, I32);
        this.out.writeZigzagVarint(value);
    }

    /** Writes a 64-bit integer. */
    public void i64(int id, long value) {
        header(id, I64);
        this.out.writeZigzagVarlong(value);
    }

    /** Writes a floating-point number, little-endian as all implementations do. */
    public void float64(int id, double value) {
        header(id, DOUBLE);
        this.out.writeLongLe(Double.doubleToRawLongBits(value));
    }

    /** Writes bytes. */
    public void binary(int id, byte[] bytes, int offset, int length) {
        header(id, BINARY);
        binaryElement(bytes, offset, length);
    }

    /** Writes a list header as the field {@code id}; {@code size} elements of {@code elementType} must follow. */
    public void list(int id, int elementType, int size) {
        header(id, LIST);
        if (size < 15) {
            this.out.writeByte(size << 4 | elementType);
        } else {
            this.out.writeByte(0xF0 | elementType);
            this.out.writeVarint(size);
        }
    }

    /** Writes an element of a list of truth values. */
    public void boolElement(boolean value) {
        this.out.writeByte(value ? TRUE : FALSE);
    }

    /** Writes an element of a list of 32-bit integers. */
    public void i32Element(int value) {
        this.out.writeZigzagVarint(value);
    }

    /** Writes an element of a list of 64-bit integers. */
    public void i64Element(long value) {
        this.out.writeZigzagVarlong(value);
    }

    /** Writes an element of a list of bytes. */
    public void binaryElement(byte[] bytes, int offset, int length) {
        this.out.writeVarint(length);
        this.out.writeBytes(bytes, offset, length);
    }

    private void header(int id, int type) {
        int delta = id - this.lastIds[this.depth];
        if (delta > 0 && delta < 16) {
            this.out.writeByte(delta << 4 | type);
        } else {
            this.out.writeByte(type);
            this.out.writeZigzagVarint(id);
        }
        this.lastIds[this.depth] = id;
    }
}
