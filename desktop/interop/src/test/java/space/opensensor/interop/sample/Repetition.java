package space.opensensor.interop.sample;

/** Whether a column may be null, and the three-level lists of primitives (Parquet format, "Lists"). */
public enum Repetition {
    REQUIRED(false, false, false),
    OPTIONAL(false, true, false),
    REQUIRED_LIST_OF_REQUIRED(true, false, false),
    REQUIRED_LIST_OF_OPTIONAL(true, false, true),
    OPTIONAL_LIST_OF_REQUIRED(true, true, false),
    OPTIONAL_LIST_OF_OPTIONAL(true, true, true);

    private final boolean list;
    private final boolean nullable;
    private final boolean nullableElements;

    Repetition(boolean list, boolean nullable, boolean nullableElements) {
        this.list = list;
        this.nullable = nullable;
        this.nullableElements = nullableElements;
    }

    public boolean isList() {
        return list;
    }

    public boolean isNullable() {
        return nullable;
    }

    public boolean hasNullableElements() {
        return nullableElements;
    }
}
