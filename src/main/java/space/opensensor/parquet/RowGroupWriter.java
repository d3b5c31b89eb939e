package space.opensensor.parquet;

import java.io.IOException;

/** Writes the column chunks of a row group, one after the other, and hands their metadata to the footer. */
final class RowGroupWriter {

    private final ColumnBuffer[] columns;
    private final ColumnChunkMetaData[] chunks;
    private final FileMetaData footer;
    private final PageTable table;
    private final EncodingChooser chooser;
    /** For each column its bloom filter or null. */
    private final BloomFilter[] blooms;
    /** For each column what is kept for the next row group, or null; null if every row group is short. */
    private final EncodingChoice[] choices;
    /** Null without statistics of pages. */
    private final PageIndex index;
    private final int pageRows;
    private final int pageBytes;
    private final int fixedRowBytes;
    private final boolean variable;

    RowGroupWriter(ColumnBuffer[] columns, WriterOptions options, Layout layout, FileMetaData footer) {
        this.columns = columns;
        this.footer = footer;
        this.chunks = new ColumnChunkMetaData[columns.length];
        this.blooms = new BloomFilter[columns.length];
        for (int i = 0; i < columns.length; i++) {
            this.chunks[i] = new ColumnChunkMetaData(columns[i].column, options);
            int distinct = columns[i].column.bloomValues;
            this.blooms[i] = distinct > 0 ? new BloomFilter(distinct) : null;
        }
        this.choices = keepsChoices(layout, options) ? new EncodingChoice[columns.length] : null;
        for (int i = 0; this.choices != null && i < columns.length; i++) {
            this.choices[i] = columns[i].column.encoding == Encoding.AUTO ? new EncodingChoice() : null;
        }
        this.index = options.statistics == StatisticsLevel.PAGE
                ? new PageIndex(layout.maxPages, layout.indexCapacity, options.statisticsLength) : null;
        this.pageRows = options.pageRows;
        this.pageBytes = options.pageBytes;
        this.fixedRowBytes = layout.fixedRowBytes;
        this.variable = layout.variable;
        this.table = new PageTable(layout.maxPages);
        Dictionary dictionary = layout.dictionaryValues > 0
                ? new Dictionary(layout.dictionaryValues, layout.dictionaryEntries) : null;
        ValueEncoder values = new ValueEncoder(dictionary, layout.maxDeltas, layout.maxLengths, layout.maxBits);
        PageWriter pages = new PageWriter(new LevelEncoder(layout.maxLevels), values, dictionary, layout.newCodec(),
                layout.codecInput(), layout.maxPages, options);
        this.chooser = new EncodingChooser(pages, this.table, dictionary, layout.chunkCapacity, layout.maxPages, options);
    }

    private static boolean keepsChoices(Layout layout, WriterOptions options) {
        return layout.rows > options.exactRows;
    }

    /** Returns the bytes of this object, its arrays of references and its choices. */
    static long ownBytes(Schema schema, Layout layout, WriterOptions options) {
        int columns = schema.size();
        long sum = Memory.object(8 * 4 + 3 * 4 + 1) + 2 * Memory.array(columns, 4);
        if (keepsChoices(layout, options)) {
            sum += Memory.array(columns, 4);
            for (int i = 0; i < columns; i++) {
                sum += schema.column(i).encoding == Encoding.AUTO ? EncodingChoice.memoryBytes() : 0;
            }
        }
        return sum;
    }

    /** Returns whether the row group must be written before another row. */
    boolean isFull(int rows, int bytesPerGroup) {
        if (!this.variable) {
            return false;
        }
        long bytes = (long) rows * this.fixedRowBytes;
        for (int i = 0; i < this.columns.length; i++) {
            ColumnBuffer c = this.columns[i];
            if (c.levels != null || c.ends != null) {
                if (c.isFull()) {
                    return true;
                }
                bytes += PlainEncoder.length(c, 0, c.values);
            }
        }
        return bytes >= bytesPerGroup;
    }

    /** Writes the row group: column chunks, then bloom filters, then indexes. */
    void write(CountingSink sink, int rows) throws IOException {
        if (this.index != null) {
            this.index.clear();
        }
        boolean judged = this.footer.rowGroups() % EncodingChoice.ROW_GROUPS == 0;
        for (int i = 0; i < this.columns.length; i++) {
            EncodingChoice choice = this.choices == null ? null : this.choices[i];
            if (judged && choice != null) {
                choice.clear();
            }
            writeChunk(this.columns[i], this.chunks[i], choice, sink);
        }
        for (int i = 0; i < this.columns.length; i++) {
            if (this.blooms[i] != null) {
                this.blooms[i].collect(this.columns[i]);
                IndexLocation location = this.chunks[i].location;
                location.bloomOffset = sink.count();
                location.bloomLength = this.blooms[i].write(sink);
            }
        }
        if (this.index != null) {
            this.index.write(sink, this.chunks);
        }
        this.footer.addRowGroup(this.columns, this.chunks, rows);
    }

    private void writeChunk(ColumnBuffer c, ColumnChunkMetaData chunk, EncodingChoice choice, CountingSink sink)
            throws IOException {
        this.table.divide(c, this.pageRows, this.pageBytes);
        if (this.index != null) {
            this.index.collect(c, this.table, chunk.statistics);
        } else if (chunk.statistics != null) {
            chunk.statistics.collect(c, 0, c.values, c.nulls());
        }
        long offset = sink.count();
        ChunkImage image = this.chooser.make(c, choice, offset);
        sink.write(image.bytes.array(), 0, image.bytes.length());
        chunk.set(c, image, offset);
        if (this.index != null) {
            this.index.add(c, this.table, image, offset, chunk.location);
        }
    }
}
