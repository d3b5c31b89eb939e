package space.opensensor.parquet;

import space.opensensor.thrift.CompactWriter;

/** What the footer says of one column chunk ({@code parquet.thrift}, ColumnChunk, ColumnMetaData, Statistics). */
final class ColumnChunkMetaData {

    /** Bytes of an offset at most: files are shorter than 2^41. */
    private static final int OFFSET = 1 + 6;
    private static final int LENGTH = 1 + 5;

    /** Null without statistics. */
    final Statistics statistics;
    /** Null without bloom filter and page indexes. */
    final IndexLocation location;

    private int encodings;
    private int codec;
    private int uncompressedLength;
    private int compressedLength;
    private int dictionaryLength;
    /** Offset of the dictionary page, or of the first data page if there is none. */
    private long offset;

    ColumnChunkMetaData(Column column, WriterOptions options) {
        this.statistics = options.statistics == StatisticsLevel.NONE ? null : new Statistics();
        this.location = IndexLocation.isNeeded(column, options) ? new IndexLocation() : null;
    }

    static long memoryBytes(Column column, WriterOptions options) {
        return Memory.object(2 * 4 + 5 * 4 + 8)
                + (options.statistics == StatisticsLevel.NONE ? 0 : Statistics.memoryBytes())
                + (IndexLocation.isNeeded(column, options) ? IndexLocation.memoryBytes() : 0);
    }

    /** Returns the bytes of the column chunk before the codec. */
    int uncompressedLength() {
        return this.uncompressedLength;
    }

    /** Returns the bytes that {@link #write} takes at most. */
    static int maxLength(Column c, WriterOptions options) {
        int bound = StatisticsOrder.isIndexed(c) ? options.statisticsLength + 3 : 10;
        int statistics = 1 + LENGTH + 2 * bound + 2 + LENGTH + 1;
        int length = 2 + 1 + 2 + 6 + ColumnPath.maxLength(c) + 2 + 3 * LENGTH + 2 * OFFSET + 2;
        length += options.statistics == StatisticsLevel.NONE ? 0 : statistics;
        length += options.statistics == StatisticsLevel.PAGE ? 2 * (OFFSET + LENGTH) : 0;
        return length + (c.bloomValues > 0 ? OFFSET + LENGTH : 0);
    }

    /** Takes what an image says. */
    void set(ColumnBuffer c, ChunkImage image, long fileOffset) {
        this.encodings = image.encodings(c.column.maxDefinitionLevel() > 0);
        this.codec = image.codec;
        this.uncompressedLength = image.uncompressedLength;
        this.compressedLength = image.bytes.length();
        this.offset = fileOffset;
        this.dictionaryLength = image.dictionaryLength;
        if (this.location != null) {
            this.location.clear();
        }
    }

    /** Writes the ColumnChunk; file_offset is 0 as the format demands of new writers. */
    void write(ColumnBuffer c, ColumnPath path, Bound bound, CompactWriter thrift) {
        thrift.beginStruct();
        thrift.i64(2, 0);
        thrift.beginStruct(3);
        thrift.i32(1, c.type);
        writeEncodings(thrift);
        path.write(3, c.column, thrift);
        thrift.i32(4, this.codec);
        thrift.i64(5, c.slots);
        thrift.i64(6, this.uncompressedLength);
        thrift.i64(7, this.compressedLength);
        thrift.i64(9, this.offset + this.dictionaryLength);
        if (this.dictionaryLength > 0) {
            thrift.i64(11, this.offset);
        }
        if (this.statistics != null) {
            writeStatistics(c, bound, thrift);
        }
        if (this.location != null) {
            this.location.writeBloom(thrift);
        }
        thrift.endStruct();
        if (this.location != null) {
            this.location.writeIndexes(thrift);
        }
        thrift.endStruct();
    }

    private void writeEncodings(CompactWriter thrift) {
        int count = 0;
        for (int rest = this.encodings; rest != 0; rest &= rest - 1) {
            count++;
        }
        thrift.list(2, CompactWriter.I32, count);
        for (int e = 0; this.encodings >>> e != 0; e++) {
            if ((this.encodings >>> e & 1) != 0) {
                thrift.i32Element(e);
            }
        }
    }

    private void writeStatistics(ColumnBuffer c, Bound bound, CompactWriter thrift) {
        Statistics s = this.statistics;
        thrift.beginStruct(12);
        thrift.i64(3, s.nulls);
        boolean maxInexact = false;
        if (s.bounded) {
            if (bound.maximum(c, s.max)) {
                thrift.binary(5, bound.bytes, 0, bound.length);
                maxInexact = !bound.exact;
            }
            boolean hasMin = bound.minimum(c, s.min);
            if (hasMin) {
                thrift.binary(6, bound.bytes, 0, bound.length);
            }
            if (maxInexact) {
                thrift.bool(7, false);
            }
            if (hasMin && !bound.exact) {
                thrift.bool(8, false);
            }
        }
        if (StatisticsOrder.hasNans(c.column)) {
            thrift.i64(9, s.nans);
        }
        thrift.endStruct();
    }
}
