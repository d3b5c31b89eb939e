package space.opensensor.parquet;

import space.opensensor.bytes.Utf8;
import space.opensensor.thrift.CompactWriter;

/** Writes names of schema elements and the paths to leaves, in UTF-8. */
final class ColumnPath {

    /** Names of the two levels below the name of a list (LogicalTypes.md, Lists). */
    private static final byte[] LIST = { 'l', 'i', 's', 't' };
    private static final byte[] ELEMENT = { 'e', 'l', 'e', 'm', 'e', 'n', 't' };

    private final byte[] name;

    ColumnPath(Schema schema) {
        this.name = new byte[longestName(schema)];
    }

    private static int longestName(Schema schema) {
        int longest = 0;
        for (int i = 0; i < schema.size(); i++) {
            longest = Math.max(longest, Utf8.length(schema.column(i).name));
        }
        return longest;
    }

    static long memoryBytes(Schema schema) {
        return Memory.object(4) + Memory.array(longestName(schema), 1);
    }

    /** Returns bytes that {@link #write} takes at most. */
    static int maxLength(Column column) {
        return 2 + 2 + Utf8.length(column.name) + (column.isList() ? 5 + 8 : 0);
    }

    /** Writes the path of a column as a list of names. */
    void write(int id, Column column, CompactWriter thrift) {
        thrift.list(id, CompactWriter.BINARY, column.isList() ? 3 : 1);
        thrift.binaryElement(this.name, 0, Utf8.encode(column.name, this.name, 0));
        if (column.isList()) {
            thrift.binaryElement(LIST, 0, LIST.length);
            thrift.binaryElement(ELEMENT, 0, ELEMENT.length);
        }
    }

    /** Writes the name of a column. */
    void writeName(int id, Column column, CompactWriter thrift) {
        thrift.binary(id, this.name, 0, Utf8.encode(column.name, this.name, 0));
    }

    /** Writes the name of the repeated group. */
    static void writeList(int id, CompactWriter thrift) {
        thrift.binary(id, LIST, 0, LIST.length);
    }

    /** Writes the name of the leaf of a list. */
    static void writeElement(int id, CompactWriter thrift) {
        thrift.binary(id, ELEMENT, 0, ELEMENT.length);
    }
}
