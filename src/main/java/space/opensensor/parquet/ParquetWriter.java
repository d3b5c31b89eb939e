package space.opensensor.parquet;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes rows to Parquet files, one file after the other.
 * <p>
 * The order of calls for a file is: {@link #open}; for each row one {@code set} of every column, in any order, and
 * {@link #endRow}; {@link #metadata} at any time between; {@link #close} or {@link #discard}. Then the next file may be
 * opened. A list column is set by {@link #beginList}, one {@code set} for each element, {@link #endList}.
 * <p>
 * Everything is allocated by the constructor. A row is held in memory until its row group is complete; a row group is
 * written when it has the rows or bytes of {@link WriterOptions}, when the room of a string or list column might not
 * hold another row, and on {@link #close}. A rejected value changes nothing: it may be replaced by another.
 * <p>
 * After an {@link IOException} of the stream nothing more is written and only {@link #discard} is possible. Equal rows,
 * schema and options give equal bytes. Not safe for use by several threads.
 */
public final class ParquetWriter {

    private static final int NOT_OPEN = -1;
    private static final int FAILED = -2;

    private final RowGroupWriter rowGroup;
    private final FileMetaData footer;
    private final ColumnBuffer[] columns;
    private final int rowsPerGroup;
    private final int bytesPerGroup;
    private CountingSink sink;
    /** Complete rows of the current row group, or a negative state. */
    private int row = NOT_OPEN;
    private long rowsWritten;

    /**
     * Checks the configuration and allocates all memory.
     *
     * @param schema columns.
     * @param options how to write.
     * @throws IllegalArgumentException if the options do not fit the schema or one another; the text names the column.
     */
    public ParquetWriter(Schema schema, WriterOptions options) {
        Layout layout = new Layout(schema, options);
        this.columns = new ColumnBuffer[schema.size()];
        for (int i = 0; i < this.columns.length; i++) {
            this.columns[i] = new ColumnBuffer(schema.column(i), layout.rows, layout.values(i), layout.bytes(i));
        }
        this.rowsPerGroup = layout.rows;
        this.bytesPerGroup = layout.bytesPerGroup;
        this.footer = new FileMetaData(schema, options, layout);
        this.rowGroup = new RowGroupWriter(this.columns, options, layout, this.footer);
    }

    /** Returns the bytes of this object and its array of references. */
    static long ownBytes(int columnCount) {
        return Memory.object(4 * 4 + 3 * 4 + 8) + Memory.array(columnCount, 4);
    }

    /**
     * Tells what a writer holds, without allocating it. Schema and options, which are the caller's, are not counted.
     *
     * @return bytes of all arrays and objects, as a 64-bit JDK lays them out with 32-bit references.
     * @throws IllegalArgumentException as the constructor.
     */
    public static long memoryBytes(Schema schema, WriterOptions options) {
        return new Layout(schema, options).memoryBytes();
    }

    /**
     * Starts a file.
     *
     * @param out receives it, from its first byte on; is never closed or flushed here.
     * @throws IllegalArgumentException if {@code out} is null.
     * @throws IllegalStateException if the file before was neither closed nor discarded.
     * @throws IOException if {@code out} refuses the first bytes.
     */
    public void open(OutputStream out) throws IOException {
        if (this.row != NOT_OPEN) {
            throw new IllegalStateException("open: the file before must be closed or discarded");
        }
        if (out == null) {
            throw new IllegalArgumentException("open: the stream must not be null");
        }
        this.sink = new CountingSink(out);
        this.footer.clear();
        this.rowsWritten = 0;
        clearRows();
        this.row = FAILED;
        this.sink.write(FileMetaData.MAGIC, 0, FileMetaData.MAGIC.length);
        this.row = 0;
    }

    /** @return whether rows are taken. */
    public boolean isOpen() {
        return this.row >= 0;
    }

    /** @return rows ended in this file so far. */
    public long rows() {
        return this.rowsWritten + (this.row > 0 ? this.row : 0);
    }

    /** @return bytes handed to the stream of this file so far. */
    public long bytesWritten() {
        return this.sink == null ? 0 : this.sink.count();
    }

    /**
     * Sets a BOOLEAN.
     *
     * @param column index in the schema.
     * @throws IllegalArgumentException if there is no such column, it has another type, or is set in this row already.
     * @throws IllegalStateException if no file is open.
     */
    public void setBoolean(int column, boolean value) {
        ColumnBuffer c = at(column);
        c.next(Type.BOOLEAN, this.row);
        c.bytes[c.values++] = value ? (byte) 1 : 0;
    }

    /**
     * Sets an INT32: an integer, a date in days, a time in milliseconds, or the unscaled value of a DECIMAL.
     *
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the value is out of the range of its logical type.
     */
    public void setInt(int column, int value) {
        ColumnBuffer c = at(column);
        c.checkRange(Type.INT32, value);
        c.next(Type.INT32, this.row);
        c.ints[c.values++] = value;
    }

    /**
     * Sets an INT64: an integer, a time, a timestamp, or the unscaled value of a DECIMAL (also of one that is stored in
     * an INT32 or FIXED_LEN_BYTE_ARRAY).
     *
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the value is out of the range of its logical type.
     */
    public void setLong(int column, long value) {
        ColumnBuffer c = at(column);
        if (c.type != Type.INT64 && c.column.isDecimal()) {
            setUnscaled(c, value);
            return;
        }
        c.checkRange(Type.INT64, value);
        c.next(Type.INT64, this.row);
        c.longs[c.values++] = value;
    }

    /**
     * Sets a FLOAT, or a FLOAT16 after rounding to nearest, halves to even. Any bits are taken, NaN included.
     *
     * @throws IllegalArgumentException as {@link #setBoolean}.
     */
    public void setFloat(int column, float value) {
        ColumnBuffer c = at(column);
        if (c.type == Type.FIXED_LEN_BYTE_ARRAY && c.column.isKind(LogicalType.FLOAT16)) {
            setHalf(c, Float16.of(value));
            return;
        }
        c.next(Type.FLOAT, this.row);
        c.ints[c.values++] = Float.floatToRawIntBits(value);
    }

    /**
     * Sets a DOUBLE. Any bits are taken, NaN included.
     *
     * @throws IllegalArgumentException as {@link #setBoolean}.
     */
    public void setDouble(int column, double value) {
        ColumnBuffer c = at(column);
        c.next(Type.DOUBLE, this.row);
        c.longs[c.values++] = Double.doubleToRawLongBits(value);
    }

    /**
     * Sets a DECIMAL from a reading: reading * 10^scale, computed exactly, rounded to the nearest integer, halves to the
     * even one.
     *
     * @param reading finite; a {@code float} is exact as a {@code double}.
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the reading is NaN, infinite or has more digits than
     *         the precision of the column.
     */
    public void setDecimal(int column, double reading) {
        ColumnBuffer c = at(column);
        if (!c.column.isDecimal()) {
            throw new IllegalArgumentException("column " + c.column.name + ": setDecimal: must be a DECIMAL column");
        }
        long unscaled = c.column.scale() > 18 ? Long.MIN_VALUE : Decimal.unscaled(reading, c.column.scale());
        if (unscaled == Long.MIN_VALUE) {
            throw new IllegalArgumentException("column " + c.column.name + ": reading " + reading
                    + ": must be finite and of at most " + c.column.logical.parameter + " digits");
        }
        setLong(column, unscaled);
    }

    /**
     * Sets a BYTE_ARRAY to text in UTF-8; an unpaired surrogate becomes a question mark.
     *
     * @param value not null (see {@link #setNull}).
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the text is longer than the column allows.
     */
    public void setString(int column, String value) {
        ColumnBuffer c = at(column);
        c.checkString(value);
        c.next(Type.BYTE_ARRAY, this.row);
        c.addString(value);
    }

    /**
     * Sets a BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY. A DECIMAL is big-endian two's complement, a UUID big-endian, a FLOAT16
     * little-endian.
     *
     * @param value source.
     * @param offset index of the first byte.
     * @param length how many.
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the length is not allowed, a text is not UTF-8, or a
     *         DECIMAL has more digits than its precision.
     */
    public void setBytes(int column, byte[] value, int offset, int length) {
        ColumnBuffer c = at(column);
        int type = c.type == Type.FIXED_LEN_BYTE_ARRAY ? Type.FIXED_LEN_BYTE_ARRAY : Type.BYTE_ARRAY;
        c.checkBytes(value, offset, length);
        c.next(type, this.row);
        c.addBytes(value, offset, length);
    }

    /**
     * Sets a null: no value, no list, or, between {@link #beginList} and {@link #endList}, no element.
     *
     * @throws IllegalArgumentException as {@link #setBoolean}, or if the column, or its elements, are not nullable.
     */
    public void setNull(int column) {
        at(column).addNull(this.row);
    }

    /**
     * Begins the list of a list column; what is set until {@link #endList} are its elements.
     *
     * @throws IllegalArgumentException if the column is no list column or is set in this row already.
     */
    public void beginList(int column) {
        at(column).beginList(this.row);
    }

    /**
     * Ends the list of a list column; without elements the list is empty.
     *
     * @throws IllegalArgumentException if no list of that column was begun.
     */
    public void endList(int column) {
        at(column).endList();
    }

    /**
     * Ends the row.
     *
     * @throws IllegalArgumentException if a column is not set; the row stays open and can be completed.
     * @throws IOException if the row completes a row group and the stream fails.
     */
    public void endRow() throws IOException {
        requireOpen();
        int ended = this.row + 1;
        for (int i = 0; i < this.columns.length; i++) {
            if (this.columns[i].rows != ended) {
                throw incomplete(this.columns[i]);
            }
        }
        this.row = ended;
        if (this.row == this.rowsPerGroup || this.rowGroup.isFull(this.row, this.bytesPerGroup)) {
            writeRowGroup();
        }
    }

    /** Forgets what is set in the current row. */
    public void cancelRow() {
        requireOpen();
        for (int i = 0; i < this.columns.length; i++) {
            this.columns[i].cancelRow(this.row);
        }
    }

    /**
     * Adds a pair of text to the key-value metadata of the file.
     *
     * @throws IllegalArgumentException if one is null, or the room of {@link WriterOptions#metadataBytes} is exceeded;
     *         the pair is left out.
     * @throws IllegalStateException if no file is open.
     */
    public void metadata(String key, String value) {
        requireOpen();
        if (key == null || value == null) {
            throw new IllegalArgumentException("metadata " + key + ": key and value must not be null");
        }
        this.footer.addKeyValue(key, value);
    }

    /**
     * Writes what is left and the footer: only now is the file valid.
     *
     * @throws IllegalStateException if no file is open, or a row is begun and not ended; then the file stays open.
     * @throws IOException if the stream fails.
     */
    public void close() throws IOException {
        requireOpen();
        for (int i = 0; i < this.columns.length; i++) {
            if (this.columns[i].rows != this.row || this.columns[i].listOpen) {
                throw new IllegalStateException("close: row " + rows() + " is begun: must be ended or cancelled");
            }
        }
        if (this.row > 0) {
            writeRowGroup();
        }
        this.row = FAILED;
        this.footer.write(this.sink, this.rowsWritten);
        this.row = NOT_OPEN;
    }

    /** Gives the file up: nothing more is written to its stream. Allowed in every state. */
    public void discard() {
        this.row = NOT_OPEN;
    }

    private void writeRowGroup() throws IOException {
        int count = this.row;
        this.row = FAILED;
        this.rowGroup.write(this.sink, count);
        this.rowsWritten += count;
        clearRows();
        this.row = 0;
    }

    private void clearRows() {
        for (int i = 0; i < this.columns.length; i++) {
            this.columns[i].clear();
        }
    }

    private void setUnscaled(ColumnBuffer c, long value) {
        c.checkUnscaled(value);
        c.next(c.type, this.row);
        if (c.type == Type.INT32) {
            c.ints[c.values++] = (int) value;
        } else {
            c.addBigEndian(value);
        }
    }

    private void setHalf(ColumnBuffer c, int bits) {
        c.next(c.type, this.row);
        c.addHalf(bits);
    }

    private void requireOpen() {
        if (this.row < 0) {
            throw new IllegalStateException(this.row == FAILED ? "the stream failed: the file must be discarded"
                    : "no file is open");
        }
    }

    private ColumnBuffer at(int column) {
        requireOpen();
        if (column < 0 || column >= this.columns.length) {
            throw new IllegalArgumentException("column " + column + ": must be 0 to " + (this.columns.length - 1));
        }
        return this.columns[column];
    }

    private IllegalArgumentException incomplete(ColumnBuffer c) {
        return new IllegalArgumentException("column " + c.column.name + ": not set in row " + rows()
                + (c.listOpen ? ", its list must be ended" : ", must be set or null"));
    }
}
