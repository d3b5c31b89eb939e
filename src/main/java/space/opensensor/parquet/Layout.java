package space.opensensor.parquet;

import space.opensensor.bytes.Utf8;

/** Sizes of everything that a writer allocates, computed from schema and options, which are checked here. */
final class Layout {

    private static final int DEFAULT_BYTES = 16;
    private static final int DEFAULT_LIST = 8;
    private static final long MAX_BUFFER = 1 << 30;

    private final Schema schema;
    private final WriterOptions options;

    /** Rows of a row group at most. */
    final int rows;
    /** Bytes of a row group after which it is closed. */
    final int bytesPerGroup;
    /** PLAIN bytes of the columns of fixed width in a row. */
    final int fixedRowBytes;
    /** Whether there are columns of variable width. */
    final boolean variable;
    /** Pages of a column chunk at most. */
    int maxPages = 1;
    /** Slots of a page with levels at most. */
    int maxLevels;
    int maxDeltas;
    int maxLengths;
    int maxBits;
    int dictionaryValues;
    int dictionaryEntries;
    /** Bytes of a page, before the codec, at most. */
    int pageCapacity;
    /** Bytes of a column chunk, page headers included, at most. */
    int chunkCapacity;
    /** Bytes of the page indexes of a row group at most; 0 without. */
    int indexCapacity;
    /** Bytes of an encoded RowGroup at most. */
    int maxGroupLength = 32;
    /** Bytes of what follows the row groups in the footer, key-value metadata aside. */
    final int tailLength;

    Layout(Schema schema, WriterOptions options) {
        this.schema = schema;
        this.options = options;
        long fixed = 0;
        boolean anyVariable = false;
        for (int i = 0; i < schema.size(); i++) {
            int width = width(schema.column(i));
            fixed += width;
            anyVariable |= width == 0;
        }
        this.fixedRowBytes = checked(schema.column(0), fixed);
        this.variable = anyVariable;
        this.rows = fixed == 0 ? options.rowsPerGroup
                : (int) Math.min(options.rowsPerGroup, (options.bytesPerGroup - 1L) / fixed + 1);
        this.bytesPerGroup = options.bytesPerGroup;
        this.tailLength = 64 + 3 * schema.size() + (options.createdBy == null ? 0 : Utf8.length(options.createdBy));
        for (int i = 0; i < schema.size(); i++) {
            include(i);
        }
        this.maxGroupLength += 6 * options.sortingColumns.length;
        checkSorting();
        if ((long) this.maxGroupLength * options.rowGroups > MAX_BUFFER) {
            throw new IllegalArgumentException("rowGroups " + options.rowGroups + ": must be at most "
                    + MAX_BUFFER / this.maxGroupLength + " for this schema");
        }
    }

    private void checkSorting() {
        for (int i = 0; i < this.options.sortingColumns.length; i++) {
            int column = this.options.sortingColumns[i];
            if (column < 0 || column >= this.schema.size()) {
                throw new IllegalArgumentException("sortedBy column " + column + ": must be 0 to "
                        + (this.schema.size() - 1));
            }
        }
    }

    /** Returns PLAIN bytes of a value, 0 if they vary from row to row; a BOOLEAN counts as 1. */
    private static int width(Column column) {
        if (column.isList()) {
            return 0;
        }
        return valueWidth(column);
    }

    private static int valueWidth(Column column) {
        switch (column.type) {
        case Type.BOOLEAN:
            return 1;
        case Type.INT32:
        case Type.FLOAT:
            return 4;
        case Type.INT64:
        case Type.DOUBLE:
            return 8;
        case Type.BYTE_ARRAY:
            return 0;
        default:
            return column.typeLength;
        }
    }

    /** Returns values of a column in a row group at most. */
    int values(int column) {
        Column c = this.schema.column(column);
        if (!c.isList()) {
            return this.rows;
        }
        long values = c.valuesPerGroup > 0 ? c.valuesPerGroup
                : Math.max(c.listLength, (long) this.rows * DEFAULT_LIST);
        if (values < c.listLength) {
            throw new IllegalArgumentException("column " + c.name + ": valuesPerGroup " + values
                    + ": must be at least the list length, " + c.listLength);
        }
        return checked(c, values);
    }

    /** Returns bytes that a column without numbers has in a row group at most. */
    int bytes(int column) {
        Column c = this.schema.column(column);
        long values = values(column);
        if (c.type != Type.BYTE_ARRAY) {
            return checked(c, values * valueWidth(c));
        }
        long largestRow = (long) c.maxLength * Math.max(1, c.listLength);
        long bytes = c.bytesPerGroup > 0 ? c.bytesPerGroup : Math.max(largestRow, values * DEFAULT_BYTES);
        if (bytes < largestRow) {
            throw new IllegalArgumentException("column " + c.name + ": bytesPerGroup " + bytes
                    + ": must be at least the largest row, " + largestRow);
        }
        return checked(c, bytes);
    }

    private static int checked(Column column, long bytes) {
        if (bytes > MAX_BUFFER) {
            throw new IllegalArgumentException("column " + column.name + ": row group of " + bytes
                    + " bytes or values: must be at most " + MAX_BUFFER);
        }
        return (int) bytes;
    }

    /** Raises every size to what one column needs. */
    private void include(int index) {
        Column c = this.schema.column(index);
        int values = values(index);
        int plain = plainBytes(index);
        int pages = pages(plain);
        int pagePlain = Math.min(plain, Math.max(this.options.pageBytes, largestRow(c)));
        int width = c.type == Type.BYTE_ARRAY ? 4 : valueWidth(c);
        int pageValues = c.type == Type.BOOLEAN ? values : Math.min(values, pagePlain / width);
        int excess = Math.max(encodedBytes(c, pageValues, pagePlain), pagePlain) - pagePlain;
        int levels = includeLevels(c, values);
        includeScratch(c, pageValues);
        this.maxPages = Math.max(this.maxPages, pages);
        this.pageCapacity = Math.max(this.pageCapacity, checked(c, (long) pagePlain + excess + levels));
        long chunk = (long) plain + levels + (long) pages * (PageHeader.MAX_LENGTH + excess);
        if (uses(c, Encoding.RLE_DICTIONARY) && this.options.dictionaryEntries > 0) {
            chunk += includeDictionary(c, values, plain, pages);
        }
        this.chunkCapacity = Math.max(this.chunkCapacity, checked(c, chunk));
        if (this.options.statistics == StatisticsLevel.PAGE) {
            int bound = StatisticsOrder.isIndexed(c) ? this.options.statisticsLength : 8;
            this.indexCapacity = checked(c, this.indexCapacity + PageIndex.maxLength(pages, bound));
        }
        this.maxGroupLength += ColumnChunkMetaData.maxLength(c, this.options);
    }

    /** Returns PLAIN bytes of a column chunk at most; a BOOLEAN counts as 1. */
    private int plainBytes(int index) {
        Column c = this.schema.column(index);
        return checked(c, bytes(index) + (c.type == Type.BYTE_ARRAY ? 4L * values(index) : 0));
    }

    private static int largestRow(Column c) {
        return (c.type == Type.BYTE_ARRAY ? c.maxLength + 4 : valueWidth(c)) * Math.max(1, c.listLength);
    }

    /** Returns the pages at most: two that follow one another exceed the limit of bytes, or the first that of rows. */
    private int pages(int plain) {
        if (this.rows <= this.options.pageRows && plain <= this.options.pageBytes) {
            return 1;
        }
        long byRows = (this.rows - 1) / this.options.pageRows + 1;
        long byBytes = 2L * plain / this.options.pageBytes + 1;
        return (int) Math.min(this.rows, byRows + byBytes);
    }

    /** Counts the scratch for levels; returns their bytes at most. */
    private int includeLevels(Column c, int values) {
        if (c.maxDefinitionLevel() == 0) {
            return 0;
        }
        int slots = c.isList() ? values + this.rows : Math.min(this.rows, this.options.pageRows);
        this.maxLevels = Math.max(this.maxLevels, slots);
        return levelBytes(c, c.isList() ? slots : this.rows);
    }

    /**
     * Counts the dictionary; returns the bytes by which a column chunk with one may exceed PLAIN. Where the encoding is
     * chosen that is none, because one that exceeds PLAIN is given up.
     */
    private long includeDictionary(Column c, int values, int plain, int pages) {
        int entries = Math.min(values, this.options.dictionaryEntries);
        this.dictionaryValues = Math.max(this.dictionaryValues, values);
        this.dictionaryEntries = Math.max(this.dictionaryEntries, entries);
        int page = Math.min(plain, this.options.pageBytes);
        this.pageCapacity = Math.max(this.pageCapacity, page);
        if (c.encoding == Encoding.AUTO) {
            return 0;
        }
        return page + PageHeader.MAX_LENGTH + (long) pages * (1 + RleHybridEncoder.maxLength(0, 0))
                + (values / 8L + pages) * RleHybridEncoder.width(entries);
    }

    /** Counts the scratch that the encodings of a column need. */
    private void includeScratch(Column c, int pageValues) {
        boolean bytes = uses(c, Encoding.DELTA_BYTE_ARRAY) || uses(c, Encoding.DELTA_LENGTH_BYTE_ARRAY);
        if (bytes || uses(c, Encoding.DELTA_BINARY_PACKED)) {
            this.maxDeltas = Math.max(this.maxDeltas, pageValues);
        }
        if (bytes) {
            this.maxLengths = Math.max(this.maxLengths, pageValues);
        }
        if (uses(c, Encoding.RLE)) {
            this.maxBits = Math.max(this.maxBits, pageValues);
        }
    }

    private static int levelBytes(Column c, int slots) {
        int width = RleHybridEncoder.width(c.maxDefinitionLevel());
        int definition = 4 + RleHybridEncoder.maxLength(slots, width);
        return c.isList() ? definition + 4 + RleHybridEncoder.maxLength(slots, 1) : definition;
    }

    /**
     * Returns the bytes of the values of a page at most. Where the encoding is chosen, one that exceeds PLAIN is given up,
     * so PLAIN is the most.
     */
    private int encodedBytes(Column c, int values, int plain) {
        switch (c.encoding) {
        case Encoding.DELTA_BINARY_PACKED:
            return DeltaBinaryPackedEncoder.maxLength(values, valueWidth(c));
        case Encoding.DELTA_LENGTH_BYTE_ARRAY:
        case Encoding.DELTA_BYTE_ARRAY:
            return plain + 2 * DeltaBinaryPackedEncoder.maxLength(values, 4);
        case Encoding.RLE:
            return 4 + RleHybridEncoder.maxLength(values, 1);
        case Encoding.RLE_DICTIONARY:
            return Math.max(plain, 1 + RleHybridEncoder.maxLength(values,
                    RleHybridEncoder.width(Math.min(values, this.options.dictionaryEntries))));
        default:
            return plain;
        }
    }

    private boolean uses(Column c, int encoding) {
        if (c.encoding != Encoding.AUTO) {
            return c.encoding == encoding;
        }
        int[] candidates = EncodingChooser.candidates(c, this.options.readers);
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i] == encoding) {
                return true;
            }
        }
        return false;
    }

    /** Returns the longest page that is handed to the codec. */
    int codecInput() {
        return Math.min(this.pageCapacity, this.options.codecInputBytes);
    }

    /** Returns a new codec, null for none. */
    Codec newCodec() {
        if (this.options.codec != null) {
            return this.options.codec;
        }
        int id = this.options.codecId;
        return id == Codec.UNCOMPRESSED ? null : new BlockCodec(id, this.options, codecInput());
    }

    /** Returns the bytes of everything that a writer of this layout holds. */
    long memoryBytes() {
        int count = this.schema.size();
        long sum = ParquetWriter.ownBytes(count) + RowGroupWriter.ownBytes(this.schema, this, this.options) + codecBytes();
        for (int i = 0; i < count; i++) {
            Column c = this.schema.column(i);
            sum += ColumnBuffer.memoryBytes(c, this.rows, values(i), c.type == Type.BYTE_ARRAY
                    || valueWidth(c) != 4 && valueWidth(c) != 8 || c.type == Type.FIXED_LEN_BYTE_ARRAY ? bytes(i) : 0);
            sum += ColumnChunkMetaData.memoryBytes(c, this.options)
                    + (c.bloomValues > 0 ? BloomFilter.memoryBytes(c.bloomValues) : 0);
        }
        sum += PageTable.memoryBytes(this.maxPages) + PageWriter.memoryBytes(this.maxPages);
        sum += EncodingChooser.memoryBytes(this.chunkCapacity, this.maxPages);
        sum += LevelEncoder.memoryBytes(this.maxLevels);
        sum += ValueEncoder.memoryBytes(this.maxDeltas, this.maxLengths, this.maxBits);
        sum += this.dictionaryValues > 0 ? Dictionary.memoryBytes(this.dictionaryValues, this.dictionaryEntries) : 0;
        sum += this.options.statistics == StatisticsLevel.PAGE
                ? PageIndex.memoryBytes(this.maxPages, this.indexCapacity, this.options.statisticsLength) : 0;
        return sum + FileMetaData.memoryBytes(this.schema, this.options, this);
    }

    private long codecBytes() {
        if (this.options.codec != null) {
            return this.options.codec.memoryBytes();
        }
        int id = this.options.codecId;
        return id == Codec.UNCOMPRESSED ? 0 : BlockCodec.memoryBytes(id, this.options, codecInput());
    }
}
