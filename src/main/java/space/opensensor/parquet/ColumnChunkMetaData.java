package space.opensensor.parquet;

import space.opensensor.thrift.CompactWriter;

/** What the footer says of one column chunk ({@code parquet.thrift}, ColumnChunk, ColumnMetaData, Statistics). */
final class ColumnChunkMetaData {

    /** Bytes of an offset at most: files are shorter than 2^41. */
    private static final int OFFSET = 1 + 6;
    private static final int LENGTH = 1 + 5;

    final Statistics statistics = new Statistics();

    int encodings;
    int codec;
    int slots;
    int uncompressedLength;
    int compressedLength;
    /** Offset of the dictionary page, or of the first data page if there is none. */
    long offset;
    int dictionaryLength;
    long bloomOffset;
    int bloomLength;
    long columnIndexOffset;
    int columnIndexLength;
    long offsetIndexOffset;
    int offsetIndexLength;

    static long memoryBytes() {
        return Memory.object(4 + 9 * 4 + 4 * 8) + Statistics.memoryBytes();
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
        this.slots = c.slots;
        this.uncompressedLength = image.uncompressedLength;
        this.compressedLength = image.bytes.length();
        this.offset = fileOffset;
        this.dictionaryLength = image.dictionaryLength;
        this.bloomLength = 0;
        this.columnIndexLength = 0;
        this.offsetIndexLength = 0;
    }

    /** Writes the ColumnChunk; file_offset is 0 as the format demands of new writers. */
    void write(ColumnBuffer c, ColumnPath path, Bound bound, boolean withStatistics, CompactWriter thrift) {
        thrift.beginStruct();
        thrift.i64(2, 0);
        thrift.beginStruct(3);
        thrift.i32(1, c.type);
        writeEncodings(thrift);
        path.write(3, thrift);
        thrift.i32(4, this.codec);
        thrift.i64(5, this.slots);
        thrift.i64(6, this.uncompressedLength);
        thrift.i64(7, this.compressedLength);
        thrift.i64(9, this.offset + this.dictionaryLength);
        if (this.dictionaryLength > 0) {
            thrift.i64(11, this.offset);
        }
        if (withStatistics) {
            writeStatistics(c, bound, thrift);
        }
        if (this.bloomLength > 0) {
            thrift.i64(14, this.bloomOffset);
            thrift.i32(15, this.bloomLength);
        }
        thrift.endStruct();
        writeIndexes(thrift);
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
            bound.minimum(c, s.min);
            thrift.binary(6, bound.bytes, 0, bound.length);
            if (maxInexact) {
                thrift.bool(7, false);
            }
            if (!bound.exact) {
                thrift.bool(8, false);
            }
        }
        if (StatisticsOrder.hasNans(c.column)) {
            thrift.i64(9, s.nans);
        }
        thrift.endStruct();
    }

    private void writeIndexes(CompactWriter thrift) {
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
