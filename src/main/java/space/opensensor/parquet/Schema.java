package space.opensensor.parquet;

import space.opensensor.bytes.Utf8;

/** The columns of a file, in order. Immutable. */
public final class Schema {

    /** Most columns of a schema. */
    public static final int MAX_COLUMNS = 4096;

    private final Column[] columns;

    private Schema(Column[] columns) {
        this.columns = columns;
    }

    /**
     * Makes a schema.
     *
     * @param columns 1 to {@link #MAX_COLUMNS}, with distinct names of at least one character.
     * @return the schema.
     * @throws IllegalArgumentException if there is no column or too many, one is null, or a name is empty or used twice.
     */
    public static Schema of(Column... columns) {
        if (columns.length == 0 || columns.length > MAX_COLUMNS) {
            throw new IllegalArgumentException("schema of " + columns.length + " columns: must be 1 to " + MAX_COLUMNS);
        }
        Column[] copy = new Column[columns.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = columns[i];
            checkName(copy, i);
        }
        return new Schema(copy);
    }

    private static void checkName(Column[] columns, int index) {
        String name = columns[index] == null ? null : columns[index].name;
        if (name == null || name.isEmpty() || Utf8.length(name) > 1024) {
            throw new IllegalArgumentException("name of column " + index + ": must be 1 to 1024 bytes");
        }
        for (int i = 0; i < index; i++) {
            if (name.equals(columns[i].name)) {
                throw new IllegalArgumentException("column " + name + ": the name of column " + i + " and of column "
                        + index + ", must be used once");
            }
        }
    }

    /** @return number of columns. */
    public int size() {
        return this.columns.length;
    }

    /** @return the column at {@code index}, 0 to {@link #size()} - 1. */
    public Column column(int index) {
        return this.columns[index];
    }

    /** @return index of the column with that name, -1 if there is none. */
    public int indexOf(String name) {
        for (int i = 0; i < this.columns.length; i++) {
            if (this.columns[i].name.equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
