package space.opensensor.parquet;

/**
 * Makes a column chunk in the encoding, and with or without the codec, that takes the fewest bytes.
 * <p>
 * Every candidate is made in full, headers and footer entries included, but given up as soon as it is longer than the
 * best before it. Its length without the codec is known from the same pass; an uncompressed winner is made once more at
 * the end. All pages of a column chunk share one choice.
 */
final class EncodingChooser {

    private static final int[] BOOLEANS = { Encoding.RLE, Encoding.PLAIN };
    private static final int[] INTEGERS = { Encoding.DELTA_BINARY_PACKED, Encoding.RLE_DICTIONARY, Encoding.PLAIN };
    private static final int[] FLOATS = { Encoding.RLE_DICTIONARY, Encoding.PLAIN };
    private static final int[] MODERN_FLOATS = { Encoding.RLE_DICTIONARY, Encoding.BYTE_STREAM_SPLIT, Encoding.PLAIN };
    private static final int[] BYTE_ARRAYS = { Encoding.RLE_DICTIONARY, Encoding.DELTA_LENGTH_BYTE_ARRAY,
            Encoding.DELTA_BYTE_ARRAY, Encoding.PLAIN };
    private static final int[] FIXED = { Encoding.RLE_DICTIONARY, Encoding.PLAIN };
    private static final int[] ONLY_PLAIN = { Encoding.PLAIN };

    private final PageWriter pages;
    private final PageTable table;
    private final Dictionary dictionary;
    private final int codec;
    private final int readers;
    private final int maxDictionaryBytes;
    private ChunkImage best;
    private ChunkImage trial;
    private int bestCost;
    private int bestEncoding;
    private int bestCodec;
    /** Whether {@link #best} holds what the fields above say. */
    private boolean made;

    EncodingChooser(PageWriter pages, PageTable table, Dictionary dictionary, ChunkImage first, ChunkImage second,
            WriterOptions options) {
        this.pages = pages;
        this.table = table;
        this.dictionary = dictionary;
        this.best = first;
        this.trial = second;
        this.codec = options.codecId;
        this.readers = options.readers;
        this.maxDictionaryBytes = options.pageBytes;
    }

    static long memoryBytes() {
        return Memory.object(5 * 4 + 6 * 4 + 1);
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
        this.bestCost = Integer.MAX_VALUE - 2 * PageHeader.MAX_LENGTH;
        this.bestEncoding = Encoding.PLAIN;
        this.bestCodec = Codec.UNCOMPRESSED;
        this.made = false;
        if (c.column.encoding != Encoding.AUTO && c.values > 0) {
            attempt(c, c.column.encoding, offset);
        } else {
            int[] encodings = c.values == 0 ? ONLY_PLAIN : candidates(c.column, this.readers);
            for (int i = 0; i < encodings.length; i++) {
                attempt(c, encodings[i], offset);
            }
        }
        if (!this.made && !encode(c, this.bestEncoding, this.bestCodec, this.best, this.best.bytes.capacity())) {
            throw new IllegalStateException("column " + c.column.name + ": column chunk of more than "
                    + this.best.bytes.capacity() + " bytes");
        }
        return this.best;
    }

    private void attempt(ColumnBuffer c, int encoding, long offset) {
        int footer = 0;
        if (encoding == Encoding.RLE_DICTIONARY) {
            if (!buildDictionary(c)) {
                return;
            }
            footer = 2 + varintLength(offset << 1);
        }
        boolean fits = encode(c, encoding, this.codec, this.trial, this.bestCost - footer);
        int plainCost = this.pages.plainLength() + footer;
        if (fits && this.codec != Codec.UNCOMPRESSED) {
            int cost = this.trial.bytes.length() + footer;
            if (cost < this.bestCost && cost < plainCost) {
                take(cost, encoding, this.codec);
                return;
            }
        }
        if (plainCost < this.bestCost) {
            this.bestCost = plainCost;
            this.bestEncoding = encoding;
            this.bestCodec = Codec.UNCOMPRESSED;
            this.made = false;
        }
    }

    private void take(int cost, int encoding, int chosenCodec) {
        ChunkImage taken = this.trial;
        this.trial = this.best;
        this.best = taken;
        this.bestCost = cost;
        this.bestEncoding = encoding;
        this.bestCodec = chosenCodec;
        this.made = true;
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
            this.dictionary.cut(c, this.table.values[page]);
        }
        return this.dictionary.covered > 0;
    }

    /** Makes all pages; returns false if they exceed {@code limit}, with the plain length counted nevertheless. */
    private boolean encode(ColumnBuffer c, int encoding, int chosenCodec, ChunkImage image, int limit) {
        image.begin(encoding, chosenCodec);
        this.pages.begin();
        ChunkImage target = image;
        if (encoding == Encoding.RLE_DICTIONARY && !this.pages.dictionaryPage(c, target, limit)) {
            target = null;
        }
        for (int p = 0; p < this.table.count; p++) {
            int pageEncoding = encoding;
            if (encoding == Encoding.RLE_DICTIONARY && this.table.values[p + 1] > this.dictionary.covered) {
                pageEncoding = Encoding.PLAIN;
                image.fallsBack = true;
            }
            image.pageOffsets[p] = image.bytes.length();
            if (!this.pages.dataPage(c, this.table, p, pageEncoding, target, limit)) {
                target = null;
            }
        }
        image.pageOffsets[this.table.count] = image.bytes.length();
        return target != null;
    }

    static int varintLength(long value) {
        int length = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        return length;
    }
}
