package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;

/** Writes the column chunks of a row group, one after the other, and hands their metadata to the footer. */
final class RowGroupWriter {

    private final ColumnBuffer[] columns;
    private final ColumnChunkMetaData[] chunks;
    private final FileMetaData footer;
    private final PageTable table;
    private final EncodingChooser chooser;
    private final int pageRows;
    private final int pageBytes;
    private final int statistics;
    private final int fixedRowBytes;
    private final boolean variable;

    RowGroupWriter(ColumnBuffer[] columns, WriterOptions options, Layout layout, FileMetaData footer) {
        this.columns = columns;
        this.footer = footer;
        this.chunks = new ColumnChunkMetaData[columns.length];
        for (int i = 0; i < columns.length; i++) {
            this.chunks[i] = new ColumnChunkMetaData();
        }
        this.pageRows = options.pageRows;
        this.pageBytes = options.pageBytes;
        this.statistics = options.statistics;
        this.fixedRowBytes = layout.fixedRowBytes;
        this.variable = layout.variable;
        this.table = new PageTable(layout.maxPages);
        Dictionary dictionary = layout.dictionaryValues > 0
                ? new Dictionary(layout.dictionaryValues, layout.dictionaryEntries) : null;
        ValueEncoder values = new ValueEncoder(dictionary, layout.maxDeltas, layout.maxLengths, layout.maxBits);
        PageWriter pages = new PageWriter(new ByteWriter(layout.pageCapacity), new LevelEncoder(layout.maxLevels),
                values, dictionary, layout.newCodec(), options);
        this.chooser = new EncodingChooser(pages, this.table, dictionary,
                new ChunkImage(layout.chunkCapacity, layout.maxPages),
                new ChunkImage(layout.chunkCapacity, layout.maxPages), options);
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

    /** Writes the row group. */
    void write(CountingSink sink, int rows) throws IOException {
        for (int i = 0; i < this.columns.length; i++) {
            ColumnBuffer c = this.columns[i];
            ColumnChunkMetaData chunk = this.chunks[i];
            this.table.divide(c, this.pageRows, this.pageBytes);
            if (this.statistics != StatisticsLevel.NONE) {
                chunk.statistics.collect(c, 0, c.values, c.nulls());
            }
            long offset = sink.count();
            ChunkImage image = this.chooser.make(c, offset);
            sink.write(image.bytes.array(), 0, image.bytes.length());
            chunk.set(c, image, offset);
        }
        this.footer.addRowGroup(this.columns, this.chunks, rows);
    }
}
