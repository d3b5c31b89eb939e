package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Utf8;
import space.opensensor.thrift.CompactWriter;

/**
 * The footer ({@code parquet.thrift}, FileMetaData and RowGroup). What never changes is encoded once; a closed row group
 * is kept as the bytes that the footer will hold of it.
 */
final class FileMetaData {

    static final byte[] MAGIC = { 'P', 'A', 'R', '1' };

    private static final int VERSION = 1;

    private final byte[] head;
    private final byte[] createdBy;
    private final ColumnPath path;
    private final int columnCount;
    private final WriterOptions options;
    private final Bound bound;
    private final int maxGroupLength;
    private final ByteWriter keyValues;
    private final CompactWriter keyValueThrift;
    private final ByteWriter tail;
    private final CompactWriter tailThrift;
    private ByteWriter groups;
    private CompactWriter groupThrift;
    private int groupCount;
    private int keyValueCount;

    FileMetaData(Schema schema, WriterOptions options, Layout layout) {
        ByteWriter scratch = encodeHead(schema);
        this.head = new byte[scratch.length()];
        System.arraycopy(scratch.array(), 0, this.head, 0, this.head.length);
        this.createdBy = options.createdBy == null ? null : Utf8.encode(options.createdBy);
        this.options = options;
        this.bound = new Bound(options.statisticsLength);
        this.path = new ColumnPath(schema);
        this.columnCount = schema.size();
        this.maxGroupLength = layout.maxGroupLength;
        this.keyValues = new ByteWriter(options.metadataBytes);
        this.keyValueThrift = new CompactWriter(this.keyValues);
        this.tail = new ByteWriter(layout.tailLength);
        this.tailThrift = new CompactWriter(this.tail);
        this.groups = new ByteWriter(options.rowGroups * layout.maxGroupLength);
        this.groupThrift = new CompactWriter(this.groups);
    }

    static long memoryBytes(Schema schema, WriterOptions options, Layout layout) {
        ByteWriter head = encodeHead(schema);
        long sum = Memory.object(11 * 4 + 4 * 4) + Memory.array(head.length(), 1);
        sum += options.createdBy == null ? 0 : Memory.array(Utf8.length(options.createdBy), 1);
        sum += ColumnPath.memoryBytes(schema) + Bound.memoryBytes(options.statisticsLength);
        return sum + Memory.writer(options.metadataBytes) + Memory.writer(layout.tailLength)
                + Memory.writer(options.rowGroups * layout.maxGroupLength) + 3 * Memory.thrift();
    }

    private static ByteWriter encodeHead(Schema schema) {
        ByteWriter scratch = new ByteWriter(SchemaElement.maxLength(schema));
        CompactWriter thrift = new CompactWriter(scratch);
        thrift.beginStruct();
        thrift.i32(1, VERSION);
        SchemaElement.write(2, schema, thrift);
        return scratch;
    }

    /** Forgets the file before. */
    void clear() {
        this.keyValues.clear();
        this.groups.clear();
        this.groupCount = 0;
        this.keyValueCount = 0;
    }

    /** Adds a pair of key-value metadata. */
    void addKeyValue(String key, String value) {
        int start = this.keyValues.length();
        byte[] keyBytes = Utf8.encode(key);
        byte[] valueBytes = Utf8.encode(value);
        this.keyValueThrift.beginStruct();
        this.keyValueThrift.binary(1, keyBytes, 0, keyBytes.length);
        this.keyValueThrift.binary(2, valueBytes, 0, valueBytes.length);
        this.keyValueThrift.endStruct();
        if (this.keyValues.overflowed()) {
            this.keyValues.clear();
            this.keyValues.setLength(start);
            throw new IllegalArgumentException("metadata " + key + ": key-value metadata of more than "
                    + this.keyValues.capacity() + " bytes: must fit metadataBytes");
        }
        this.keyValueCount++;
    }

    /** Returns the row groups added. */
    int rowGroups() {
        return this.groupCount;
    }

    /** Adds a row group. */
    void addRowGroup(ColumnBuffer[] columns, ColumnChunkMetaData[] chunks, int rows) {
        reserve();
        CompactWriter t = this.groupThrift;
        long bytes = 0;
        t.beginStruct();
        t.list(1, CompactWriter.STRUCT, columns.length);
        for (int i = 0; i < columns.length; i++) {
            chunks[i].write(columns[i], this.path, this.bound, t);
            bytes += chunks[i].uncompressedLength();
        }
        t.i64(2, bytes);
        t.i64(3, rows);
        writeSorting(t);
        t.endStruct();
        this.groupCount++;
    }

    private void reserve() {
        int used = this.groups.length();
        if (this.groups.capacity() - used < this.maxGroupLength) {
            ByteWriter larger = new ByteWriter(2 * this.groups.capacity());
            larger.writeBytes(this.groups.array(), 0, used);
            this.groups = larger;
            this.groupThrift = new CompactWriter(larger);
        }
    }

    private void writeSorting(CompactWriter t) {
        int count = this.options.sortingColumns.length;
        if (count > 0) {
            t.list(4, CompactWriter.STRUCT, count);
            for (int i = 0; i < count; i++) {
                t.beginStruct();
                t.i32(1, this.options.sortingColumns[i]);
                t.bool(2, this.options.sortingDescending[i]);
                t.bool(3, this.options.sortingNullsFirst[i]);
                t.endStruct();
            }
        }
    }

    /** Writes the footer, its length and the magic number at the end. */
    void write(CountingSink sink, long rows) throws IOException {
        long start = sink.count();
        sink.write(this.head, 0, this.head.length);
        CompactWriter t = this.tailThrift;
        this.tail.clear();
        t.continueStruct(2);
        t.i64(3, rows);
        t.list(4, CompactWriter.STRUCT, this.groupCount);
        sink.write(this.tail.array(), 0, this.tail.length());
        sink.write(this.groups.array(), 0, this.groups.length());
        this.tail.clear();
        if (this.keyValueCount > 0) {
            t.list(5, CompactWriter.STRUCT, this.keyValueCount);
            sink.write(this.tail.array(), 0, this.tail.length());
            sink.write(this.keyValues.array(), 0, this.keyValues.length());
            this.tail.clear();
        }
        if (this.createdBy != null) {
            t.binary(6, this.createdBy, 0, this.createdBy.length);
        }
        if (this.options.statistics != StatisticsLevel.NONE) {
            writeColumnOrders(t);
        }
        t.endStruct();
        long length = sink.count() - start + this.tail.length();
        this.tail.writeIntLe((int) length);
        this.tail.writeBytes(MAGIC, 0, MAGIC.length);
        sink.write(this.tail.array(), 0, this.tail.length());
    }

    /** All columns have TYPE_ORDER; without this list minimum and maximum must not be used. */
    private void writeColumnOrders(CompactWriter t) {
        t.list(7, CompactWriter.STRUCT, this.columnCount);
        for (int i = 0; i < this.columnCount; i++) {
            t.beginStruct();
            t.emptyStruct(1);
            t.endStruct();
        }
    }
}
