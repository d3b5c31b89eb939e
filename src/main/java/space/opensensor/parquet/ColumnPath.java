package space.opensensor.parquet;

import space.opensensor.bytes.Utf8;
import space.opensensor.thrift.CompactWriter;

/** The names from the root of the schema to a leaf, in UTF-8. */
final class ColumnPath {

    /** Names of the two levels below the name of a list (LogicalTypes.md, Lists). */
    private static final byte[] LIST = { 'l', 'i', 's', 't' };
    private static final byte[] ELEMENT = { 'e', 'l', 'e', 'm', 'e', 'n', 't' };

    private final byte[] name;
    private final boolean list;

    ColumnPath(Column column) {
        this.name = Utf8.encode(column.name);
        this.list = column.isList();
    }

    static long memoryBytes(Column column) {
        return Memory.object(4 + 1) + Memory.array(Utf8.length(column.name), 1);
    }

    /** Returns bytes that {@link #write} takes at most. */
    static int maxLength(Column column) {
        return 2 + 2 + Utf8.length(column.name) + (column.isList() ? 5 + 8 : 0);
    }

    /** Writes the path as a list of names. */
    void write(int id, CompactWriter thrift) {
        thrift.list(id, CompactWriter.BINARY, this.list ? 3 : 1);
        thrift.binaryElement(this.name, 0, this.name.length);
        if (this.list) {
            thrift.binaryElement(LIST, 0, LIST.length);
            thrift.binaryElement(ELEMENT, 0, ELEMENT.length);
        }
    }

    /** Writes the outermost name. */
    void writeName(int id, CompactWriter thrift) {
        thrift.binary(id, this.name, 0, this.name.length);
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
