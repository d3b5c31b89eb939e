package space.opensensor.parquet;

/**
 * One column of a {@link Schema}. Immutable: every method that changes a property returns a new column.
 * <p>
 * A column is OPTIONAL unless {@link #required()} says otherwise.
 */
public final class Column {

    /** Largest {@link #maxLength(int)}, bytes. */
    public static final int MAX_LENGTH = 1 << 24;

    String name;
    int type;
    int typeLength;
    boolean optional = true;
    LogicalType logical;
    int encoding = Encoding.AUTO;
    int maxLength = 255;
    int bytesPerGroup;
    int listLength;
    boolean elementsOptional;
    int valuesPerGroup;
    int bloomValues;

    private Column(String name, int type) {
        this.name = name;
        this.type = type;
    }

    private Column(Column other) {
        this.name = other.name;
        this.type = other.type;
        this.typeLength = other.typeLength;
        this.optional = other.optional;
        this.logical = other.logical;
        this.encoding = other.encoding;
        this.maxLength = other.maxLength;
        this.bytesPerGroup = other.bytesPerGroup;
        this.listLength = other.listLength;
        this.elementsOptional = other.elementsOptional;
        this.valuesPerGroup = other.valuesPerGroup;
        this.bloomValues = other.bloomValues;
    }

    /** @return a column of truth values. */
    public static Column bool(String name) {
        return new Column(name, Type.BOOLEAN);
    }

    /** @return a column of 32-bit integers. */
    public static Column int32(String name) {
        return new Column(name, Type.INT32);
    }

    /** @return a column of 64-bit integers. */
    public static Column int64(String name) {
        return new Column(name, Type.INT64);
    }

    /** @return a column of 32-bit floating-point numbers. */
    public static Column float32(String name) {
        return new Column(name, Type.FLOAT);
    }

    /** @return a column of 64-bit floating-point numbers. */
    public static Column float64(String name) {
        return new Column(name, Type.DOUBLE);
    }

    /** @return a column of bytes of any number, at most {@link #maxLength(int)}. */
    public static Column binary(String name) {
        return new Column(name, Type.BYTE_ARRAY);
    }

    /** @return a column of text in UTF-8, of at most {@link #maxLength(int)} bytes. */
    public static Column string(String name) {
        return binary(name).annotated(new LogicalType(LogicalType.STRING));
    }

    /**
     * Returns a column of bytes of one number.
     *
     * @param length bytes of each value, 1 to {@link #MAX_LENGTH}.
     * @throws IllegalArgumentException if the length is out of range.
     */
    public static Column fixed(String name, int length) {
        check(name, "length", length, 1, MAX_LENGTH);
        Column c = new Column(name, Type.FIXED_LEN_BYTE_ARRAY);
        c.typeLength = length;
        return c;
    }

    /** @return a column of UUIDs, 16 bytes in big-endian order. */
    public static Column uuid(String name) {
        return fixed(name, 16).annotated(new LogicalType(LogicalType.UUID));
    }

    /** @return a column of IEEE 754 half-precision numbers, 2 bytes in little-endian order. */
    public static Column float16(String name) {
        return fixed(name, 2).annotated(new LogicalType(LogicalType.FLOAT16));
    }

    /**
     * Returns a column of scaled integers: INT32 up to precision 9, INT64 up to 18, FIXED_LEN_BYTE_ARRAY of the least
     * length above.
     *
     * @param precision decimal digits, 1 to 38.
     * @param scale digits behind the point, 0 to {@code precision}.
     * @throws IllegalArgumentException if one is out of range.
     */
    public static Column decimal(String name, int precision, int scale) {
        check(name, "precision", precision, 1, Decimal.MAX_PRECISION);
        Column c = precision <= 9 ? int32(name) : precision <= 18 ? int64(name)
                : fixed(name, Decimal.bytesFor(precision));
        return c.decimal(precision, scale);
    }

    /** @return this column without nulls. */
    public Column required() {
        Column c = new Column(this);
        c.optional = false;
        return c;
    }

    /** @return this column with nulls allowed, which is the default. */
    public Column optional() {
        Column c = new Column(this);
        c.optional = true;
        return c;
    }

    /**
     * Marks an INT32 (up to 32 bits) or INT64 column as an integer of less range.
     *
     * @param bits 8, 16, 32 or, on INT64, 64.
     * @param signed false: the bits are an unsigned number.
     * @throws IllegalArgumentException if the type does not fit.
     */
    public Column integer(int bits, boolean signed) {
        boolean narrow = bits == 8 || bits == 16 || bits == 32;
        if (this.type == Type.INT32 ? !narrow : this.type != Type.INT64 || bits != 64) {
            throw new IllegalArgumentException("column " + this.name + ": INTEGER of " + bits + " bits on "
                    + Type.name(this.type) + ": must be 8, 16 or 32 on INT32, 64 on INT64");
        }
        return annotated(new LogicalType(LogicalType.INTEGER, bits, 0, signed));
    }

    /** Marks an INT32 column as days since 1970-01-01. */
    public Column date() {
        require("DATE", this.type == Type.INT32, "INT32");
        return annotated(new LogicalType(LogicalType.DATE));
    }

    /**
     * Marks a column as time since midnight, 0 to less than 24 h.
     *
     * @param unit {@link TimeUnit#MILLIS} on INT32, {@link TimeUnit#MICROS} or {@link TimeUnit#NANOS} on INT64.
     * @param utc whether it is UTC; else local time.
     */
    public Column time(int unit, boolean utc) {
        TimeUnit.check(unit);
        int needed = unit == TimeUnit.MILLIS ? Type.INT32 : Type.INT64;
        require("TIME", this.type == needed, Type.name(needed) + " for this unit");
        return annotated(new LogicalType(LogicalType.TIME, unit, 0, utc));
    }

    /**
     * Marks an INT64 column as time since 1970-01-01T00:00:00.
     *
     * @param unit one of {@link TimeUnit}.
     * @param utc whether it is an instant (UTC); else local time.
     */
    public Column timestamp(int unit, boolean utc) {
        TimeUnit.check(unit);
        require("TIMESTAMP", this.type == Type.INT64, "INT64");
        return annotated(new LogicalType(LogicalType.TIMESTAMP, unit, 0, utc));
    }

    /**
     * Marks an INT32, INT64 or FIXED_LEN_BYTE_ARRAY column as scaled integers: value = integer * 10^-scale.
     *
     * @param precision decimal digits: 1 to 9 on INT32, to 18 on INT64, to what the bytes hold on FIXED (at
     *         most 38), whose length is at most 16.
     * @param scale digits behind the point, 0 to {@code precision}.
     */
    public Column decimal(int precision, int scale) {
        int most = this.type == Type.INT32 ? 9 : this.type == Type.INT64 ? 18
                : this.type == Type.FIXED_LEN_BYTE_ARRAY && this.typeLength <= 16 ? Decimal.precisionOf(this.typeLength) : 0;
        require("DECIMAL", most > 0, "INT32, INT64 or FIXED_LEN_BYTE_ARRAY of at most 16 bytes");
        check(this.name, "precision", precision, 1, most);
        check(this.name, "scale", scale, 0, precision);
        return annotated(new LogicalType(LogicalType.DECIMAL, precision, scale, false));
    }

    /** Marks a BYTE_ARRAY column as the text of an enumeration. */
    public Column enumeration() {
        require("ENUM", this.type == Type.BYTE_ARRAY, "BYTE_ARRAY");
        return annotated(new LogicalType(LogicalType.ENUM));
    }

    /** Marks a BYTE_ARRAY column as JSON text. */
    public Column json() {
        require("JSON", this.type == Type.BYTE_ARRAY, "BYTE_ARRAY");
        return annotated(new LogicalType(LogicalType.JSON));
    }

    /**
     * Makes each row hold a list of values of this column's type, in the three-level form of LogicalTypes.md. A list is
     * null only if the column is optional.
     *
     * @param maxLength values in one list at most, 1 to 1,048,576.
     * @param nullableElements whether an element may be null.
     */
    public Column list(int maxLength, boolean nullableElements) {
        check(this.name, "list length", maxLength, 1, 1 << 20);
        Column c = new Column(this);
        c.listLength = maxLength;
        c.elementsOptional = nullableElements;
        return c;
    }

    /**
     * Sets the room for the elements of a list column in one row group. A row group is closed when another list of the
     * largest length would not fit.
     *
     * @param values at least the list length; default is 8 for each row of the group, or the list length.
     */
    public Column valuesPerGroup(int values) {
        check(this.name, "values per group", values, 1, 1 << 26);
        Column c = new Column(this);
        c.valuesPerGroup = values;
        return c;
    }

    /**
     * Sets the longest value of a BYTE_ARRAY column; default 255.
     *
     * @param bytes 1 to {@link #MAX_LENGTH}.
     */
    public Column maxLength(int bytes) {
        require("maxLength", this.type == Type.BYTE_ARRAY, "BYTE_ARRAY");
        check(this.name, "maxLength", bytes, 1, MAX_LENGTH);
        Column c = new Column(this);
        c.maxLength = bytes;
        return c;
    }

    /**
     * Sets the room for the bytes of a BYTE_ARRAY column in one row group. A row group is closed when another row of
     * the largest length would not fit.
     *
     * @param bytes at least {@link #maxLength(int)}; default is 16 for each value of the group, or the largest row.
     */
    public Column bytesPerGroup(int bytes) {
        require("bytesPerGroup", this.type == Type.BYTE_ARRAY, "BYTE_ARRAY");
        check(this.name, "bytesPerGroup", bytes, 1, 1 << 28);
        Column c = new Column(this);
        c.bytesPerGroup = bytes;
        return c;
    }

    /**
     * Fixes the encoding of this column.
     *
     * @param encodingNumber one of {@link Encoding} that is legal for the type; {@link Encoding#AUTO} is the default.
     * @throws IllegalArgumentException if it is not legal for the type.
     */
    public Column encoding(int encodingNumber) {
        if (encodingNumber != Encoding.AUTO && !Encoding.isLegal(this.type, encodingNumber)) {
            throw new IllegalArgumentException("column " + this.name + ": encoding " + Encoding.name(encodingNumber)
                    + " on " + Type.name(this.type) + ": must be AUTO" + Encoding.list(this.type));
        }
        Column c = new Column(this);
        c.encoding = encodingNumber;
        return c;
    }

    /**
     * Gives every column chunk a split-block bloom filter (BloomFilter.md), so that readers can skip it when they look
     * for one value. Not for BOOLEAN.
     *
     * @param distinctValues expected in a row group, 1 to 16,777,216: the filter takes 10.5 bits for each, rounded up to
     *         a power of two of at least 32 bytes, which gives about 1 % false positives. With its header and place in
     *         the footer that is about 22 bytes more.
     */
    public Column bloomFilter(int distinctValues) {
        require("bloom filter", this.type != Type.BOOLEAN, "any type but BOOLEAN");
        check(this.name, "distinct values", distinctValues, 1, 1 << 24);
        Column c = new Column(this);
        c.bloomValues = distinctValues;
        return c;
    }

    /** @return the name. */
    public String name() {
        return this.name;
    }

    /** @return the physical type, one of {@link Type}. */
    public int type() {
        return this.type;
    }

    /** @return whether a row may lack the value. */
    public boolean isOptional() {
        return this.optional;
    }

    /** @return digits behind the point of a DECIMAL column, else 0. */
    public int scale() {
        return this.logical == null ? 0 : this.logical.scale;
    }

    /** @return whether the column is DECIMAL. */
    public boolean isDecimal() {
        return isKind(LogicalType.DECIMAL);
    }

    boolean isKind(int kind) {
        return this.logical != null && this.logical.kind == kind;
    }

    boolean isText() {
        return this.logical != null && this.logical.isText();
    }

    boolean isList() {
        return this.listLength > 0;
    }

    /** Returns the largest definition level (the null list, the empty list and the null element take one each). */
    int maxDefinitionLevel() {
        return (this.optional ? 1 : 0) + (isList() ? 1 : 0) + (isList() && this.elementsOptional ? 1 : 0);
    }

    private Column annotated(LogicalType logicalType) {
        Column c = new Column(this);
        c.logical = logicalType;
        return c;
    }

    private void require(String what, boolean fits, String needed) {
        if (!fits) {
            throw new IllegalArgumentException("column " + this.name + ": " + what + " on " + Type.name(this.type)
                    + ": must be " + needed);
        }
    }

    private static void check(String column, String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("column " + column + ": " + what + " " + value + ": must be " + least
                    + " to " + most);
        }
    }
}
