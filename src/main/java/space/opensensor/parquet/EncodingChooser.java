package space.opensensor.parquet;

/**
 * Makes a column chunk in the encoding, and with or without the codec, that takes the fewest bytes.
 * <p>
 * Every candidate is made in full, headers and footer entries included, first plain and then with the codec, which gives
 * up as soon as it is longer than the best so far. A candidate whose plain bytes exceed those of PLAIN by more than a
 * little is given up too. All pages of a column chunk share one choice.
 * <p>
 * A long column chunk ({@link WriterOptions#exactRows}) keeps the choice of the row group before, unless that turns out to
 * suit it less or better than before.
 */
final class EncodingChooser {

    private static final int[] BOOLEANS = { Encoding.RLE, Encoding.PLAIN };
    private static final int[] INTEGERS = { Encoding.DELTA_BINARY_PACKED, Encoding.RLE_DICTIONARY, Encoding.PLAIN };
    private static final int[] FLOATS = { Encoding.RLE_DICTIONARY, Encoding.PLAIN };
    private static final int[] MODERN_FLOATS = { Encoding.RLE_DICTIONARY, Encoding.BYTE_STREAM_SPLIT, Encoding.PLAIN };
    private static final int[] BYTE_ARRAYS = { Encoding.RLE_DICTIONARY, Encoding.DELTA_LENGTH_BYTE_ARRAY,
            Encoding.DELTA_BYTE_ARRAY, Encoding.PLAIN };
    private static final int[] FIXED = { Encoding.RLE_DICTIONARY, Encoding.PLAIN };

    private final PageWriter pages;
    private final PageTable table;
    private final Dictionary dictionary;
    private final int codec;
    private final int readers;
    private final int maxDictionaryBytes;
    private final int exactRows;
    private ChunkImage best;
    private ChunkImage plain;
    private ChunkImage trial;
    private int bestCost;

    EncodingChooser(PageWriter pages, PageTable table, Dictionary dictionary, int capacity, int maxPages,
            WriterOptions options) {
        this.pages = pages;
        this.table = table;
        this.dictionary = dictionary;
        this.best = new ChunkImage(capacity, maxPages);
        this.plain = new ChunkImage(capacity, maxPages);
        this.trial = new ChunkImage(capacity, maxPages);
        this.codec = options.codecId;
        this.readers = options.readers;
        this.maxDictionaryBytes = options.pageBytes;
        this.exactRows = options.exactRows;
    }

    static long memoryBytes(int capacity, int maxPages) {
        return Memory.object(6 * 4 + 5 * 4) + 3 * ChunkImage.memoryBytes(capacity, maxPages);
    }

    /** Returns the encodings to try for a column, the likeliest first. */
    static int[] candidates(Column column, int readers) {
        switch (column.type) {
        case Type.BOOLEAN:
            return BOOLEANS;
        case Type.INT32:
        case Type.INT64:
            return INTEGERS;
        case Type.FLOAT:
        case Type.DOUBLE:
            return readers == Readers.MODERN ? MODERN_FLOATS : FLOATS;
        case Type.BYTE_ARRAY:
            return BYTE_ARRAYS;
        default:
            return FIXED;
        }
    }

    /**
     * Makes a column chunk.
     *
     * @param kept what was chosen for the column before; null to keep nothing.
     * @param offset of the chunk in the file.
     * @return the shortest image; valid until the next call.
     */
    ChunkImage make(ColumnBuffer c, EncodingChoice kept, long offset) {
        if (kept != null && c.rows > this.exactRows && kept.isMade()) {
            begin();
            if (attempt(c, kept.encoding, kept.codec, offset) && kept.suits(this.bestCost, c.values)) {
                return this.best;
            }
        }
        choose(c, offset);
        if (kept != null) {
            kept.set(this.best, this.bestCost, c.values);
        }
        return this.best;
    }

    private void choose(ColumnBuffer c, long offset) {
        begin();
        boolean made = false;
        if (c.column.encoding != Encoding.AUTO && c.values > 0) {
            made = attempt(c, c.column.encoding, this.codec, offset);
        } else if (c.values > 0) {
            int[] encodings = candidates(c.column, this.readers);
            for (int i = 0; i < encodings.length; i++) {
                made |= attempt(c, encodings[i], this.codec, offset);
            }
        }
        if (!made && !attempt(c, Encoding.PLAIN, this.codec, offset)) {
            throw new IllegalStateException("column " + c.column.name + ": column chunk of more than "
                    + this.best.bytes.capacity() + " bytes");
        }
    }

    private void begin() {
        this.bestCost = Integer.MAX_VALUE - 2 * PageHeader.MAX_LENGTH;
    }

    /** Makes a candidate, and makes it the best if it is; returns whether it could be made. */
    private boolean attempt(ColumnBuffer c, int encoding, int triedCodec, long offset) {
        int footer = 0;
        if (encoding == Encoding.RLE_DICTIONARY) {
            if (!buildDictionary(c)) {
                return false;
            }
            footer = 2 + varintLength(offset << 1);
        }
        this.plain.begin(encoding, Codec.UNCOMPRESSED);
        if (!this.pages.plain(c, this.table, this.plain)) {
            return false;
        }
        int plainCost = this.plain.bytes.length() + footer;
        if (triedCodec != Codec.UNCOMPRESSED) {
            this.trial.begin(encoding, triedCodec);
            int limit = Math.min(this.bestCost, plainCost) - footer - 1;
            if (this.pages.compressed(this.table, this.plain, this.trial, limit)) {
                ChunkImage better = this.trial;
                this.trial = this.best;
                this.best = better;
                this.bestCost = better.bytes.length() + footer;
                return true;
            }
        }
        if (plainCost < this.bestCost) {
            ChunkImage better = this.plain;
            this.plain = this.best;
            this.best = better;
            this.bestCost = plainCost;
        }
        return true;
    }

    /** Returns whether there is a dictionary for at least the first page. */
    private boolean buildDictionary(ColumnBuffer c) {
        if (this.dictionary == null) {
            return false;
        }
        this.dictionary.build(c, this.maxDictionaryBytes);
        if (this.dictionary.covered < c.values) {
            int page = 0;
            while (this.table.values[page + 1] <= this.dictionary.covered) {
                page++;
            }
            this.dictionary.cut(this.table.values[page]);
        }
        return this.dictionary.covered > 0;
    }

    private static int varintLength(long value) {
        int length = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        return length;
    }
}
