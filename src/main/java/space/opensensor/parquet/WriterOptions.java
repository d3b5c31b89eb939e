package space.opensensor.parquet;

/**
 * How a {@link ParquetWriter} writes. Every method sets one option and returns this object; a writer takes what is set
 * when it is constructed.
 */
public final class WriterOptions {

    int rowsPerGroup = 1024;
    int bytesPerGroup = Integer.MAX_VALUE;
    int rowGroups = 1;
    int pageRows = 20000;
    int pageBytes = 1 << 20;
    int pageVersion = 1;
    boolean crc;
    int readers = Readers.ALL;
    int statistics = StatisticsLevel.CHUNK;
    int statisticsLength = 32;
    int effort = Effort.HIGH;
    int codecId = Codec.SNAPPY;
    int codecTableBytes = 4096;
    int codecInputBytes = Integer.MAX_VALUE;
    Codec codec;
    int dictionaryEntries = 65535;
    int exactRows = 16384;
    int metadataBytes = 256;
    String createdBy = "opensensor-parquet version 0.1.0 (build 1)";
    int[] sortingColumns = new int[0];
    boolean[] sortingDescending = new boolean[0];
    boolean[] sortingNullsFirst = new boolean[0];

    /**
     * Sets the rows of a row group; the writer holds that many in memory. A row group costs about 8 bytes, and for each
     * column 28 and its name, besides page and statistics.
     *
     * @param rows 1 to 16,777,216; default 1,024.
     */
    public WriterOptions rowsPerGroup(int rows) {
        this.rowsPerGroup = check("rowsPerGroup", rows, 1, 1 << 24);
        return this;
    }

    /**
     * Limits a row group in bytes too: it is closed with the row that reaches them. Counted are PLAIN bytes, and a null
     * counts like a value.
     *
     * @param bytes 1 or more; default no limit.
     */
    public WriterOptions bytesPerGroup(int bytes) {
        this.bytesPerGroup = check("bytesPerGroup", bytes, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Reserves memory for the metadata of that many closed row groups: about 60 bytes for each column of each, 100 with
     * statistics, 125 with those of pages. A file may have more: the room then doubles.
     *
     * @param groups 1 to 32,767; default 1.
     */
    public WriterOptions rowGroups(int groups) {
        this.rowGroups = check("rowGroups", groups, 1, 32767);
        return this;
    }

    /**
     * Sets the rows of a page. A page costs about 20 bytes, 27 with levels.
     *
     * @param rows 1 or more; default 20,000.
     */
    public WriterOptions pageRows(int rows) {
        this.pageRows = check("pageRows", rows, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Limits a page in bytes too: no row is added that would exceed them, but every page has at least one. Counted are
     * PLAIN bytes of the values.
     *
     * @param bytes 1 to 1,073,741,824; default 1,048,576.
     */
    public WriterOptions pageBytes(int bytes) {
        this.pageBytes = check("pageBytes", bytes, 1, 1 << 30);
        return this;
    }

    /**
     * Chooses the data page header.
     *
     * @param version 1 (default) or 2. Version 2 costs about 5 bytes more for each page of a column without levels, 1
     *         with; it leaves levels, and pages which the codec cannot shrink, uncompressed.
     */
    public WriterOptions pageVersion(int version) {
        this.pageVersion = check("pageVersion", version, 1, 2);
        return this;
    }

    /**
     * Adds a CRC-32 to each page.
     *
     * @param on default false; costs 6 bytes for each page.
     */
    public WriterOptions crc(boolean on) {
        this.crc = on;
        return this;
    }

    /** @param profile one of {@link Readers}; default {@link Readers#ALL}. */
    public WriterOptions readers(int profile) {
        this.readers = check("readers", profile, Readers.ALL, Readers.MODERN);
        return this;
    }

    /** @param level one of {@link StatisticsLevel}; default {@link StatisticsLevel#CHUNK}. */
    public WriterOptions statistics(int level) {
        this.statistics = check("statistics", level, StatisticsLevel.NONE, StatisticsLevel.PAGE);
        return this;
    }

    /**
     * Sets the longest minimum or maximum of a BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY column; longer ones are cut to a bound
     * and marked inexact.
     *
     * @param bytes 16 to 1,024, so that UUID and DECIMAL stay whole; default 32.
     */
    public WriterOptions statisticsLength(int bytes) {
        this.statisticsLength = check("statisticsLength", bytes, 16, 1024);
        return this;
    }

    /** @param level one of {@link Effort}; default {@link Effort#HIGH}. */
    public WriterOptions effort(int level) {
        this.effort = check("effort", level, Effort.FAST, Effort.HIGH);
        return this;
    }

    /**
     * Chooses a built-in codec. Column chunks that it cannot shrink are left uncompressed.
     *
     * @param id {@link Codec#UNCOMPRESSED}, {@link Codec#SNAPPY} (default) or {@link Codec#LZ4_RAW}.
     */
    public WriterOptions codec(int id) {
        if (id != Codec.UNCOMPRESSED && id != Codec.SNAPPY && id != Codec.LZ4_RAW) {
            throw new IllegalArgumentException("codec " + id + ": must be UNCOMPRESSED, SNAPPY or LZ4_RAW, or an own"
                    + " Codec");
        }
        this.codecId = id;
        this.codec = null;
        return this;
    }

    /**
     * Sets a codec that is not built in; it serves only one writer.
     *
     * @throws IllegalArgumentException if it is null.
     */
    public WriterOptions codec(Codec own) {
        if (own == null) {
            throw new IllegalArgumentException("codec null: must be an own Codec, or the number of a built-in one");
        }
        this.codec = own;
        this.codecId = own.id();
        return this;
    }

    /**
     * Sets the memory of the match table of a built-in codec.
     *
     * @param bytes power of two from 1,024 to 16,384; default 4,096.
     */
    public WriterOptions codecTableBytes(int bytes) {
        check("codecTableBytes", bytes, 1024, 16384);
        if ((bytes & bytes - 1) != 0) {
            throw new IllegalArgumentException("codecTableBytes " + bytes + ": must be a power of two");
        }
        this.codecTableBytes = bytes;
        return this;
    }

    /**
     * Limits the pages that are handed to the codec; a column chunk with a longer one stays uncompressed. At
     * {@link Effort#HIGH} a built-in codec needs 3 bytes of memory for each byte of its longest input.
     *
     * @param bytes 1 or more; default no limit.
     */
    public WriterOptions codecInputBytes(int bytes) {
        this.codecInputBytes = check("codecInputBytes", bytes, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Limits the entries of a dictionary. Pages behind the one that would exceed it are PLAIN.
     *
     * @param entries 0 (no dictionaries) to 65,535 (default).
     */
    public WriterOptions dictionaryEntries(int entries) {
        this.dictionaryEntries = check("dictionaryEntries", entries, 0, 65535);
        return this;
    }

    /**
     * Saves time on long row groups. Where one has more rows, only the first of a file and every 16th after it are made in
     * every encoding; a column chunk of the others takes encoding and codec of the one before it, unless its bytes per
     * value then differ by an eighth from what they were when all were tried.
     *
     * @param rows 1 or more; default 16,384. With {@link Integer#MAX_VALUE} every choice is exact.
     */
    public WriterOptions exactRows(int rows) {
        this.exactRows = check("exactRows", rows, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the room for key-value metadata, in bytes as encoded (4 and the UTF-8 of key and value for each pair).
     *
     * @param bytes 0 to 16,777,216; default 256.
     */
    public WriterOptions metadataBytes(int bytes) {
        this.metadataBytes = check("metadataBytes", bytes, 0, 1 << 24);
        return this;
    }

    /**
     * Sets the name of the writer in the footer; costs 2 bytes and the text.
     *
     * @param text {@code <application> version <version> (build <hash>)}, or null for none.
     */
    public WriterOptions createdBy(String text) {
        this.createdBy = text;
        return this;
    }

    /**
     * Declares that the rows of each row group come sorted: by the column of the first call, then of the second and so
     * on. The writer believes it. Costs 5 or 6 bytes for each column and row group, and 2 for each row group.
     *
     * @param column index in the schema.
     * @param descending whether the largest comes first.
     * @param nullsFirst whether nulls come first.
     */
    public WriterOptions sortedBy(int column, boolean descending, boolean nullsFirst) {
        int n = this.sortingColumns.length;
        int[] c = new int[n + 1];
        boolean[] d = new boolean[n + 1];
        boolean[] f = new boolean[n + 1];
        System.arraycopy(this.sortingColumns, 0, c, 0, n);
        System.arraycopy(this.sortingDescending, 0, d, 0, n);
        System.arraycopy(this.sortingNullsFirst, 0, f, 0, n);
        c[n] = column;
        d[n] = descending;
        f[n] = nullsFirst;
        this.sortingColumns = c;
        this.sortingDescending = d;
        this.sortingNullsFirst = f;
        return this;
    }

    private static int check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " " + value + ": must be " + least + " to " + most);
        }
        return value;
    }
}
