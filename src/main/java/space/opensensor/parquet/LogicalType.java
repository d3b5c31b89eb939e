package space.opensensor.parquet;

/**
 * What the values of a physical type mean (LogicalTypes.md): a kind and its parameters.
 * Instances are made by the methods of {@link Column}.
 */
final class LogicalType {

    /* Numbers of the fields of the Thrift union LogicalType. */
    static final int STRING = 1;
    static final int LIST = 3;
    static final int ENUM = 4;
    static final int DECIMAL = 5;
    static final int DATE = 6;
    static final int TIME = 7;
    static final int TIMESTAMP = 8;
    static final int INTEGER = 10;
    static final int JSON = 12;
    static final int UUID = 14;
    static final int FLOAT16 = 15;

    private static final String[] NAMES = { null, "STRING", "MAP", "LIST", "ENUM", "DECIMAL", "DATE", "TIME",
            "TIMESTAMP", null, "INTEGER", "UNKNOWN", "JSON", "BSON", "UUID", "FLOAT16" };

    /** One of the numbers above. */
    final int kind;
    /** Unit of TIME and TIMESTAMP, bits of INTEGER, precision of DECIMAL. */
    final int parameter;
    /** Scale of DECIMAL. */
    final int scale;
    /** TIME, TIMESTAMP: adjusted to UTC; INTEGER: signed. */
    final boolean flag;

    LogicalType(int kind, int parameter, int scale, boolean flag) {
        this.kind = kind;
        this.parameter = parameter;
        this.scale = scale;
        this.flag = flag;
    }

    LogicalType(int kind) {
        this(kind, 0, 0, false);
    }

    String name() {
        return NAMES[this.kind];
    }

    /** Returns whether the kind is text in UTF-8. */
    boolean isText() {
        return this.kind == STRING || this.kind == ENUM || this.kind == JSON;
    }

    /** Returns whether values compare as unsigned numbers (ColumnOrder, TYPE_ORDER). */
    boolean isUnsigned() {
        return this.kind == INTEGER && !this.flag;
    }
}
