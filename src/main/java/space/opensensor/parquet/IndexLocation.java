package space.opensensor.parquet;

import space.opensensor.thrift.CompactWriter;

/** Where bloom filter and page indexes of a column chunk are; a length of 0 means that there is none. */
final class IndexLocation {

    long bloomOffset;
    int bloomLength;
    long columnIndexOffset;
    int columnIndexLength;
    long offsetIndexOffset;
    int offsetIndexLength;

    static long memoryBytes() {
        return Memory.object(3 * 4 + 3 * 8);
    }

    /** Returns whether a column has any of them. */
    static boolean isNeeded(Column column, WriterOptions options) {
        return column.bloomValues > 0 || options.statistics == StatisticsLevel.PAGE;
    }

    void clear() {
        this.bloomLength = 0;
        this.columnIndexLength = 0;
        this.offsetIndexLength = 0;
    }

    /** Writes the fields of ColumnMetaData. */
    void writeBloom(CompactWriter thrift) {
        if (this.bloomLength > 0) {
            thrift.i64(14, this.bloomOffset);
            thrift.i32(15, this.bloomLength);
        }
    }

    /** Writes the fields of ColumnChunk. */
    void writeIndexes(CompactWriter thrift) {
        if (this.offsetIndexLength > 0) {
            thrift.i64(4, this.offsetIndexOffset);
            thrift.i32(5, this.offsetIndexLength);
        }
        if (this.columnIndexLength > 0) {
            thrift.i64(6, this.columnIndexOffset);
            thrift.i32(7, this.columnIndexLength);
        }
    }
}
