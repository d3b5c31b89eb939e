package space.opensensor.parquet;

/**
 * Makes a column chunk in the encoding, and with or without the codec, that takes the fewest bytes.
 * <p>
 * Every candidate is made in full, headers and footer entries included, first plain and then with the codec, which gives
 * up as soon as it is longer than the best so far. A candidate whose plain bytes exceed those of PLAIN by more than a
 * little is given up too. All pages of a column chunk share one choice.
 * <p>
 * With {@link WriterOptions#trialRows}, a longer column chunk is judged by its first rows: of the encodings without a
 * dictionary the one that makes those shortest is taken, unless the dictionary of the whole chunk promises to be shorter
 * still.
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
    /** The first rows as one page; null if every column chunk is tried in full. */
    private final PageTable head;
    private final int trialRows;
    private final Dictionary dictionary;
    private final int codec;
    private final int readers;
    private final int maxDictionaryBytes;
    private ChunkImage best;
    private ChunkImage plain;
    private ChunkImage trial;
    /** What is tried: all pages, or {@link #head}. */
    private PageTable tried;
    private int bestCost;
    private boolean dictionaryBuilt;

    EncodingChooser(PageWriter pages, PageTable table, Dictionary dictionary, int capacity, int maxPages,
            WriterOptions options) {
        this.pages = pages;
        this.table = table;
        this.dictionary = dictionary;
        this.best = new ChunkImage(capacity, maxPages);
        this.plain = new ChunkImage(capacity, maxPages);
        this.trial = new ChunkImage(capacity, maxPages);
        this.trialRows = options.trialRows;
        this.head = isJudged(options) ? new PageTable(1) : null;
        this.codec = options.codecId;
        this.readers = options.readers;
        this.maxDictionaryBytes = options.pageBytes;
    }

    private static boolean isJudged(WriterOptions options) {
        return options.trialRows < options.rowsPerGroup;
    }

    static long memoryBytes(int capacity, int maxPages, WriterOptions options) {
        return Memory.object(8 * 4 + 5 * 4 + 1) + 3 * ChunkImage.memoryBytes(capacity, maxPages)
                + (isJudged(options) ? PageTable.memoryBytes(1) : 0);
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
     * @param offset of the chunk in the file.
     * @return the shortest image; valid until the next call.
     */
    ChunkImage make(ColumnBuffer c, long offset) {
        int encoding = c.column.encoding;
        if (encoding == Encoding.AUTO && this.head != null && c.rows > this.trialRows) {
            encoding = judge(c, offset);
        }
        begin(this.table);
        boolean made = false;
        if (encoding != Encoding.AUTO && c.values > 0) {
            made = attempt(c, encoding, offset);
        } else if (c.values > 0) {
            int[] encodings = candidates(c.column, this.readers);
            for (int i = 0; i < encodings.length; i++) {
                made |= attempt(c, encodings[i], offset);
            }
        }
        if (!made && !attempt(c, Encoding.PLAIN, offset)) {
            throw new IllegalStateException("column " + c.column.name + ": column chunk of more than "
                    + this.best.bytes.capacity() + " bytes");
        }
        return this.best;
    }

    private void begin(PageTable pagesToTry) {
        this.tried = pagesToTry;
        this.bestCost = Integer.MAX_VALUE - 2 * PageHeader.MAX_LENGTH;
    }

    /** Returns the encoding that the first rows and the dictionary speak for, AUTO if the first rows have no value. */
    private int judge(ColumnBuffer c, long offset) {
        this.head.head(c, Math.min(this.trialRows, this.table.rows[1]));
        int values = this.head.values[1];
        if (values == 0) {
            return Encoding.AUTO;
        }
        begin(this.head);
        boolean mayUseDictionary = false;
        int[] encodings = candidates(c.column, this.readers);
        for (int i = 0; i < encodings.length; i++) {
            if (encodings[i] == Encoding.RLE_DICTIONARY) {
                mayUseDictionary = this.dictionary != null;
            } else {
                attempt(c, encodings[i], offset);
            }
        }
        long expected = Math.min((long) this.bestCost * c.values / values, PlainEncoder.length(c, 0, c.values));
        if (mayUseDictionary) {
            this.dictionary.build(c, (int) Math.min(this.maxDictionaryBytes, expected));
            int width = RleHybridEncoder.width(this.dictionary.size - 1);
            this.dictionaryBuilt = this.dictionary.covered == c.values
                    && this.dictionary.plainBytes + ((long) c.values * width >> 3) < expected;
        }
        return this.dictionaryBuilt ? Encoding.RLE_DICTIONARY : this.best.encoding;
    }

    /** Makes a candidate, and makes it the best if it is; returns whether it could be made. */
    private boolean attempt(ColumnBuffer c, int encoding, long offset) {
        int footer = 0;
        if (encoding == Encoding.RLE_DICTIONARY) {
            if (!buildDictionary(c)) {
                return false;
            }
            footer = 2 + varintLength(offset << 1);
        }
        this.plain.begin(encoding, Codec.UNCOMPRESSED);
        if (!this.pages.plain(c, this.tried, this.plain)) {
            return false;
        }
        int plainCost = this.plain.bytes.length() + footer;
        if (this.codec != Codec.UNCOMPRESSED) {
            this.trial.begin(encoding, this.codec);
            int limit = Math.min(this.bestCost, plainCost) - footer - 1;
            if (this.pages.compressed(this.tried, this.plain, this.trial, limit)) {
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
        if (this.dictionaryBuilt) {
            this.dictionaryBuilt = false;
            return true;
        }
        this.dictionary.build(c, this.maxDictionaryBytes);
        if (this.dictionary.covered < c.values) {
            int page = 0;
            while (this.table.values[page + 1] <= this.dictionary.covered) {
                page++;
            }
            this.dictionary.cut(c, this.table.values[page]);
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
