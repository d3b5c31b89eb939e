package space.opensensor.bytes;

/**
 * Writes little-endian values into one array of fixed size.
 * <p>
 * What does not fit is dropped and remembered: {@link #overflowed()} stays true until {@link #clear()}, so a caller may
 * write a whole structure and ask once. The array is never replaced; nothing is allocated after construction.
 */
public final class ByteWriter {

    private final byte[] array;
    private int length;
    private boolean overflowed;

    /**
     * Creates a writer with an array of its own.
     *
     * @param capacity bytes, 0 or more.
     */
    public ByteWriter(int capacity) {
        this(new byte[capacity]);
    }

    /**
     * Creates a writer over the array of its caller.
     *
     * @param array receives the bytes from index 0 on; its length is the capacity.
     */
    public ByteWriter(byte[] array) {
        this.array = array;
    }

    /** Forgets everything written. */
    public void clear() {
        this.length = 0;
        this.overflowed = false;
    }

    /** @return the array written to; bytes 0 to {@link #length()} - 1 count. */
    public byte[] array() {
        return this.array;
    }

    /** @return bytes written. */
    public int length() {
        return this.length;
    }

    /** @return bytes that the array can hold. */
    public int capacity() {
        return this.array.length;
    }

    /** @return whether a value did not fit since the last {@link #clear()}. */
    public boolean overflowed() {
        return this.overflowed;
    }

    /**
     * Moves the end back, or forwards over bytes that the caller put into {@link #array()} itself.
     *
     * @param newLength bytes, 0 to {@link #capacity()}; more counts as overflow.
     */
    public void setLength(int newLength) {
        if (newLength > this.array.length) {
            this.overflowed = true;
        } else {
            this.length = newLength;
        }
    }

    /** @param value its low 8 bits are written. */
    public void writeByte(int value) {
        int at = this.length;
        if (at == this.array.length) {
            this.overflowed = true;
        } else {
            this.array[at] = (byte) value;
            this.length = at + 1;
        }
    }

    /** @param value its low 16 bits are written, low byte first. */
    public void writeShortLe(int value) {
        if (reserve(2)) {
            int at = this.length - 2;
            this.array[at] = (byte) value;
            this.array[at + 1] = (byte) (value >>> 8);
        }
    }

    /** @param value 4 bytes, low byte first. */
    public void writeIntLe(int value) {
        if (reserve(4)) {
            LittleEndian.putInt(this.array, this.length - 4, value);
        }
    }

    /** @param value 8 bytes, low byte first. */
    public void writeLongLe(long value) {
        if (reserve(8)) {
            LittleEndian.putLong(this.array, this.length - 8, value);
        }
    }

    /**
     * Writes a run of bytes, all or none of it.
     *
     * @param bytes source.
     * @param offset index of the first.
     * @param count how many.
     */
    public void writeBytes(byte[] bytes, int offset, int count) {
        if (reserve(count)) {
            System.arraycopy(bytes, offset, this.array, this.length - count, count);
        }
    }

    /** @param value written as an unsigned 32-bit LEB128 varint, 1 to 5 bytes. */
    public void writeVarint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            writeByte(rest | 0x80);
            rest >>>= 7;
        }
        writeByte(rest);
    }

    /** @param value written as an unsigned 64-bit LEB128 varint, 1 to 10 bytes. */
    public void writeVarlong(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** @param value written as a zigzag varint: 0, -1, 1, -2 become 0, 1, 2, 3. */
    public void writeZigzagVarint(int value) {
        writeVarint((value << 1) ^ (value >> 31));
    }

    /** @param value written as a zigzag varint of 64 bits. */
    public void writeZigzagVarlong(long value) {
        writeVarlong((value << 1) ^ (value >> 63));
    }

    /** Moves the end forwards if the room is there. */
    private boolean reserve(int count) {
        if (count > this.array.length - this.length) {
            this.overflowed = true;
            return false;
        }
        this.length += count;
        return true;
    }
}
