package space.opensensor.parquet;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/**
 * The values of one column in the current row group: present values one after the other in an array of their type, and
 * what is needed to know which rows, or list elements, they belong to.
 */
final class ColumnBuffer {

    /** Added to {@link #kind} for list columns, so that one comparison finds the flat column of the right type. */
    private static final int LIST = 16;

    /** Bit of {@link #levels}: the slot continues the list of the slot before (repetition level 1). */
    static final int CONTINUED = 1;

    final Column column;
    final int type;
    private final int kind;
    private final long least;
    private final long most;
    private final byte[] largestDecimal;

    /** INT32 values, or the bits of FLOAT values. */
    final int[] ints;
    /** INT64 values, or the bits of DOUBLE values. */
    final long[] longs;
    /** BOOLEAN values one per byte, or the bytes of BYTE_ARRAY and FIXED_LEN_BYTE_ARRAY values. */
    final byte[] bytes;
    /** Ends of BYTE_ARRAY values in {@link #bytes}. */
    final int[] ends;
    /** Optional flat column: bit r is set if row r is null. */
    final byte[] nullBits;
    /** List column: for each slot the repetition level (bit 0) and the definition level (bits 1 and 2). */
    final byte[] levels;

    /** Rows set. */
    int rows;
    /** Slots: rows of a flat column; elements, empty and null lists of a list column. */
    int slots;
    /** Present values. */
    int values;
    /** Whether a list is begun and not ended. */
    boolean listOpen;
    private int elements;

    /**
     * Allocates the buffer.
     *
     * @param rowCount rows of a row group.
     * @param valueCount values of a row group.
     * @param byteCount bytes of a row group.
     */
    ColumnBuffer(Column column, int rowCount, int valueCount, int byteCount) {
        this.column = column;
        this.type = column.type;
        this.kind = column.isList() ? this.type | LIST : this.type;
        boolean is32 = this.type == Type.INT32 || this.type == Type.FLOAT;
        boolean is64 = this.type == Type.INT64 || this.type == Type.DOUBLE;
        this.ints = is32 ? new int[valueCount] : null;
        this.longs = is64 ? new long[valueCount] : null;
        this.bytes = is32 || is64 ? null : new byte[byteCount];
        this.ends = this.type == Type.BYTE_ARRAY ? new int[valueCount] : null;
        this.levels = column.isList() ? new byte[valueCount + rowCount] : null;
        this.nullBits = column.optional && !column.isList() ? new byte[rowCount + 7 >>> 3] : null;
        this.least = ValueRange.least(column);
        this.most = ValueRange.most(column);
        this.largestDecimal = ValueRange.largestDecimal(column);
    }

    static long memoryBytes(Column column, int rowCount, int valueCount, int byteCount) {
        long sum = Memory.object(14 * 4 + 2 * 8 + 1);
        if (column.type == Type.INT32 || column.type == Type.FLOAT) {
            sum += Memory.array(valueCount, 4);
        } else if (column.type == Type.INT64 || column.type == Type.DOUBLE) {
            sum += Memory.array(valueCount, 8);
        } else {
            sum += Memory.array(byteCount, 1);
        }
        sum += column.type == Type.BYTE_ARRAY ? Memory.array(valueCount, 4) : 0;
        sum += column.isList() ? Memory.array((long) valueCount + rowCount, 1)
                : column.optional ? Memory.array(rowCount + 7 >>> 3, 1) : 0;
        boolean bigDecimal = column.isDecimal() && column.type == Type.FIXED_LEN_BYTE_ARRAY;
        return sum + (bigDecimal ? Memory.array(column.typeLength, 1) : 0);
    }

    /** Forgets everything. */
    void clear() {
        if (this.nullBits != null && this.values < this.slots) {
            for (int i = 0, n = this.rows + 7 >>> 3; i < n; i++) {
                this.nullBits[i] = 0;
            }
        }
        this.rows = 0;
        this.slots = 0;
        this.values = 0;
        this.listOpen = false;
    }

    /** Returns nulls, empty and null lists included. */
    int nulls() {
        return this.slots - this.values;
    }

    /** Returns the index in {@link #bytes} of the first byte of a BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY value. */
    int start(int value) {
        if (this.ends == null) {
            return value * this.column.typeLength;
        }
        return value == 0 ? 0 : this.ends[value - 1];
    }

    /** Returns the bytes of the values from {@code from} to before {@code to}, without length prefixes. */
    int byteLength(int from, int to) {
        if (this.ends != null) {
            return to == from ? 0 : this.ends[to - 1] - start(from);
        }
        return (to - from) * this.column.typeLength;
    }

    /**
     * Prepares the next value: the caller puts it behind {@link #values}.
     *
     * @throws IllegalArgumentException if the column has another type or is set already.
     */
    void next(int wanted, int row) {
        if (this.rows != row || this.kind != wanted) {
            nextElement(wanted, row);
        } else {
            this.rows = row + 1;
            this.slots = row + 1;
        }
    }

    private void nextElement(int wanted, int row) {
        if (this.type != wanted) {
            throw refused("is " + Type.name(this.type) + ", not " + Type.name(wanted));
        }
        checkUnset(row);
        checkElement();
        addSlot(this.column.maxDefinitionLevel());
    }

    private void checkUnset(int row) {
        if (this.rows != row) {
            throw refused("already set in this row");
        }
    }

    private void checkElement() {
        if (!this.listOpen) {
            throw refused("is a list: must be begun with beginList");
        }
        if (this.elements == this.column.listLength) {
            throw refused("list of more than " + this.column.listLength + " values");
        }
    }

    private void addSlot(int definitionLevel) {
        this.levels[this.slots++] = (byte) (definitionLevel << 1 | (this.elements == 0 ? 0 : CONTINUED));
        this.elements++;
    }

    /** Adds a null, list or element. */
    void addNull(int row) {
        checkUnset(row);
        if (this.listOpen) {
            if (!this.column.elementsOptional) {
                throw refused("elements are not nullable");
            }
            checkElement();
            addSlot(this.column.maxDefinitionLevel() - 1);
            return;
        }
        if (!this.column.optional) {
            throw refused("is required: must not be null");
        }
        if (this.levels != null) {
            this.elements = 0;
            addSlot(0);
        } else {
            this.nullBits[row >>> 3] |= 1 << (row & 7);
            this.slots = row + 1;
        }
        this.rows = row + 1;
    }

    void beginList(int row) {
        if (this.levels == null) {
            throw refused("is no list");
        }
        checkUnset(row);
        if (this.listOpen) {
            throw refused("its list is begun already");
        }
        this.listOpen = true;
        this.elements = 0;
    }

    void endList() {
        if (!this.listOpen) {
            throw refused("no list is begun");
        }
        if (this.elements == 0) {
            addSlot(this.column.optional ? 1 : 0);
        }
        this.listOpen = false;
        this.rows++;
    }

    /** Takes back what was set in the row {@code row}. */
    void cancelRow(int row) {
        if (this.levels != null) {
            boolean touched = this.rows != row || this.listOpen && this.elements > 0;
            boolean first = !touched;
            while (!first) {
                this.slots--;
                first = (this.levels[this.slots] & CONTINUED) == 0;
                if (this.levels[this.slots] >>> 1 == this.column.maxDefinitionLevel()) {
                    this.values--;
                }
            }
            this.listOpen = false;
        } else if (this.rows != row) {
            if (isNull(row)) {
                this.nullBits[row >>> 3] &= ~(1 << (row & 7));
            } else {
                this.values--;
            }
            this.slots = row;
        }
        this.rows = row;
    }

    /** Returns whether a row of a flat column is null. */
    boolean isNull(int row) {
        return this.nullBits != null && (this.nullBits[row >>> 3] >>> (row & 7) & 1) != 0;
    }

    /** Returns whether the room might not hold another row of the largest size. */
    boolean isFull() {
        if (this.levels != null && (this.values + this.column.listLength > valueCapacity()
                || this.slots + this.column.listLength > this.levels.length)) {
            return true;
        }
        return this.ends != null && this.bytes.length - start(this.values) < this.column.maxLength
                * (this.levels == null ? 1 : this.column.listLength);
    }

    private int valueCapacity() {
        return this.ints != null ? this.ints.length : this.longs != null ? this.longs.length
                : this.ends != null ? this.ends.length
                : this.type == Type.BOOLEAN ? this.bytes.length : this.bytes.length / this.column.typeLength;
    }

    /** Refuses an integer that the logical type does not allow, if the column is of type {@code wanted}. */
    void checkRange(int wanted, long value) {
        if ((value < this.least || value > this.most) && this.type == wanted) {
            throw outOfRange(value);
        }
    }

    void checkUnscaled(long value) {
        if (this.type == Type.INT32) {
            if (value < this.least || value > this.most) {
                throw outOfRange(value);
            }
        } else if (this.column.logical.parameter <= 18) {
            long end = Decimal.powerOfTen(this.column.logical.parameter);
            if (value <= -end || value >= end) {
                throw refused("value " + value + ": must have at most " + this.column.logical.parameter + " digits");
            }
        }
    }

    private IllegalArgumentException outOfRange(long value) {
        return refused("value " + value + ": must be " + this.least + " to " + this.most);
    }

    void checkString(String value) {
        if (value == null) {
            throw refused("no value: a null must be set with setNull");
        }
        if (this.type == Type.BYTE_ARRAY) {
            checkLength(Utf8.length(value));
        }
    }

    void checkBytes(byte[] value, int offset, int length) {
        if (value == null || offset < 0 || length < 0 || length > value.length - offset) {
            throw refused(length + " bytes at " + offset + ": must be inside an array");
        }
        if (this.type == Type.BYTE_ARRAY) {
            checkLength(length);
            if (this.column.isText() && !Utf8.isValid(value, offset, length)) {
                throw refused("value of " + length + " bytes: must be UTF-8");
            }
        } else if (this.type == Type.FIXED_LEN_BYTE_ARRAY) {
            if (length != this.column.typeLength) {
                throw refused("value of " + length + " bytes: must be " + this.column.typeLength);
            }
            if (this.largestDecimal != null && !ValueRange.isWithin(this.largestDecimal, value, offset)) {
                throw refused("value 0x" + Hex.encode(value, offset, length) + ": must have at most "
                        + this.column.logical.parameter + " digits");
            }
        }
    }

    private void checkLength(int length) {
        if (length > this.column.maxLength) {
            throw refused("value of " + length + " bytes: must be at most " + this.column.maxLength);
        }
    }

    void addString(String value) {
        int at = start(this.values);
        this.ends[this.values++] = at + Utf8.encode(value, this.bytes, at);
    }

    void addBytes(byte[] value, int offset, int length) {
        int at = start(this.values);
        System.arraycopy(value, offset, this.bytes, at, length);
        if (this.ends != null) {
            this.ends[this.values] = at + length;
        }
        this.values++;
    }

    void addBigEndian(long value) {
        int length = this.column.typeLength;
        int at = this.values++ * length;
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            this.bytes[at + i] = (byte) rest;
            rest >>= 8;
        }
    }

    void addHalf(int bits) {
        int at = this.values++ * 2;
        this.bytes[at] = (byte) bits;
        this.bytes[at + 1] = (byte) (bits >>> 8);
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("column " + this.column.name + ": " + why);
    }
}
