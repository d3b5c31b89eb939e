package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.thrift.CompactWriter;

/**
 * Column indexes and offset indexes of a row group (PageIndex.md), gathered while its column chunks are written and
 * written behind them.
 */
final class PageIndex {

    private static final int UNORDERED = 0;
    private static final int ASCENDING = 1;
    private static final int DESCENDING = 2;

    private final Statistics[] pages;
    private final Bound bound;
    private final ByteWriter bytes;
    private final CompactWriter thrift;

    /**
     * Allocates the indexes.
     *
     * @param maxPages pages of a column chunk at most.
     * @param capacity bytes of all indexes of a row group at most.
     */
    PageIndex(int maxPages, int capacity, int statisticsLength) {
        this.pages = new Statistics[maxPages];
        for (int i = 0; i < maxPages; i++) {
            this.pages[i] = new Statistics();
        }
        this.bound = new Bound(statisticsLength);
        this.bytes = new ByteWriter(capacity);
        this.thrift = new CompactWriter(this.bytes);
    }

    static long memoryBytes(int maxPages, int capacity, int statisticsLength) {
        return Memory.object(4 * 4) + Memory.array(maxPages, 4) + maxPages * Statistics.memoryBytes()
                + Bound.memoryBytes(statisticsLength) + Memory.writer(capacity) + Memory.thrift();
    }

    /** Returns bytes that the indexes of a column chunk take at most. */
    static long maxLength(int maxPages, int boundLength) {
        return 64 + (long) maxPages * (1 + 2 * (boundLength + 2) + 2 * 5 + 10 + 5 + 5 + 4);
    }

    /** Forgets the row group before. */
    void clear() {
        this.bytes.clear();
    }

    /** Collects the statistics of each page, and of the column chunk into {@code chunk}. */
    void collect(ColumnBuffer c, PageTable table, Statistics chunk) {
        chunk.clear();
        for (int p = 0; p < table.count; p++) {
            int values = table.values[p + 1] - table.values[p];
            int slots = table.slots[p + 1] - table.slots[p];
            this.pages[p].collect(c, table.values[p], table.values[p + 1], slots - values);
            chunk.join(c, this.pages[p]);
        }
    }

    /**
     * Adds the indexes of a column chunk.
     *
     * @param offset of the column chunk in the file.
     * @param location receives their places, counted from the first index until {@link #write}.
     */
    void add(ColumnBuffer c, PageTable table, ChunkImage image, long offset, IndexLocation location) {
        if (isIndexable(c, table)) {
            location.columnIndexOffset = this.bytes.length();
            addColumnIndex(c, table);
            location.columnIndexLength = (int) (this.bytes.length() - location.columnIndexOffset);
        }
        location.offsetIndexOffset = this.bytes.length();
        addOffsetIndex(table, image, offset);
        location.offsetIndexLength = (int) (this.bytes.length() - location.offsetIndexOffset);
    }

    /** Writes the indexes and makes their places offsets in the file. */
    void write(CountingSink sink, ColumnChunkMetaData[] chunks) throws IOException {
        for (int i = 0; i < chunks.length; i++) {
            chunks[i].location.columnIndexOffset += sink.count();
            chunks[i].location.offsetIndexOffset += sink.count();
        }
        sink.write(this.bytes.array(), 0, this.bytes.length());
    }

    /** Returns whether every page has bounds or only nulls; a page of nothing but NaN forbids a column index. */
    private boolean isIndexable(ColumnBuffer c, PageTable table) {
        for (int p = 0; p < table.count; p++) {
            Statistics s = this.pages[p];
            if (s.bounded ? !this.bound.maximum(c, s.max) : s.nans > 0) {
                return false;
            }
        }
        return true;
    }

    private void addColumnIndex(ColumnBuffer c, PageTable table) {
        int count = table.count;
        this.thrift.beginStruct();
        this.thrift.list(1, CompactWriter.BOOL, count);
        for (int p = 0; p < count; p++) {
            this.thrift.boolElement(!this.pages[p].bounded);
        }
        this.thrift.list(2, CompactWriter.BINARY, count);
        for (int p = 0; p < count; p++) {
            boolean bounded = this.pages[p].bounded;
            if (bounded) {
                this.bound.minimum(c, this.pages[p].min);
            }
            this.thrift.binaryElement(this.bound.bytes, 0, bounded ? this.bound.length : 0);
        }
        this.thrift.list(3, CompactWriter.BINARY, count);
        for (int p = 0; p < count; p++) {
            boolean bounded = this.pages[p].bounded && this.bound.maximum(c, this.pages[p].max);
            this.thrift.binaryElement(this.bound.bytes, 0, bounded ? this.bound.length : 0);
        }
        this.thrift.i32(4, boundaryOrder(c, count));
        this.thrift.list(5, CompactWriter.I64, count);
        for (int p = 0; p < count; p++) {
            this.thrift.i64Element(this.pages[p].nulls);
        }
        if (StatisticsOrder.hasNans(c.column)) {
            this.thrift.list(8, CompactWriter.I64, count);
            for (int p = 0; p < count; p++) {
                this.thrift.i64Element(this.pages[p].nans);
            }
        }
        this.thrift.endStruct();
    }

    /** Returns the enum BoundaryOrder: how minimums and maximums of the pages that have them are sorted. */
    private int boundaryOrder(ColumnBuffer c, int count) {
        boolean ascending = true;
        boolean descending = true;
        Statistics before = null;
        for (int p = 0; p < count; p++) {
            Statistics s = this.pages[p];
            if (s.bounded && before != null) {
                int min = StatisticsOrder.compareKeys(c, before.min, s.min);
                int max = StatisticsOrder.compareKeys(c, before.max, s.max);
                ascending &= min <= 0 && max <= 0;
                descending &= min >= 0 && max >= 0;
            }
            before = s.bounded ? s : before;
        }
        return ascending ? ASCENDING : descending ? DESCENDING : UNORDERED;
    }

    private void addOffsetIndex(PageTable table, ChunkImage image, long offset) {
        this.thrift.beginStruct();
        this.thrift.list(1, CompactWriter.STRUCT, table.count);
        for (int p = 0; p < table.count; p++) {
            this.thrift.beginStruct();
            this.thrift.i64(1, offset + image.pageOffsets[p]);
            this.thrift.i32(2, image.pageOffsets[p + 1] - image.pageOffsets[p]);
            this.thrift.i64(3, table.rows[p]);
            this.thrift.endStruct();
        }
        this.thrift.endStruct();
    }
}
