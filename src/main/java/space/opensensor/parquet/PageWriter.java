package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Crc32;

/** Makes the pages of a column chunk, one at a time, in one page buffer that all columns share. */
final class PageWriter {

    /** Stands for a check sum where only the length of the header counts. */
    private static final int SOME_CRC = Integer.MAX_VALUE;

    /** Plain length once a page did not fit the buffer; far from overflow when more is added. */
    private static final int TOO_LONG = 1 << 30;

    private final ByteWriter page;
    private final PageHeader header;
    private final ValueEncoder values;
    private final LevelEncoder levels;
    private final Dictionary dictionary;
    private final Codec codec;
    private final int maxInput;
    private final boolean v2;
    private final boolean withCrc;
    /** Bytes that the pages made since {@link #begin} take uncompressed, page headers included. */
    private int plainLength;

    PageWriter(ByteWriter page, LevelEncoder levels, ValueEncoder values, Dictionary dictionary, Codec codec,
            WriterOptions options) {
        this.page = page;
        this.levels = levels;
        this.values = values;
        this.dictionary = dictionary;
        this.codec = codec;
        this.maxInput = options.codecInputBytes;
        this.v2 = options.pageVersion == 2;
        this.withCrc = options.crc;
        this.header = new PageHeader(options.crc);
    }

    static long memoryBytes() {
        return Memory.object(6 * 4 + 2 + 2 * 4) + PageHeader.memoryBytes();
    }

    /** Forgets the pages made so far. */
    void begin() {
        this.plainLength = 0;
    }

    /** Returns bytes that the pages would take without a codec, page headers included. */
    int plainLength() {
        return this.plainLength;
    }

    /**
     * Adds the dictionary page to an image.
     *
     * @param limit length of the image at most.
     * @return false if it does not fit; then the image is useless.
     */
    boolean dictionaryPage(ColumnBuffer c, ChunkImage image, int limit) {
        this.page.clear();
        PlainEncoder.encode(c, this.dictionary.entries, this.dictionary.size, this.page);
        int raw = this.page.length();
        if (this.page.overflowed()) {
            this.plainLength = TOO_LONG;
            return false;
        }
        this.header.dictionary(raw, raw, SOME_CRC, this.dictionary.size);
        this.plainLength += this.header.bytes().length() + raw;
        if (image == null) {
            return false;
        }
        int stored = store(image, 0, false, limit);
        if (stored < 0) {
            return false;
        }
        this.header.dictionary(raw, stored, crc(image, stored), this.dictionary.size);
        place(image, raw, stored);
        image.dictionaryLength = image.bytes.length();
        return !image.bytes.overflowed();
    }

    /**
     * Adds a data page to an image.
     *
     * @param index of the page in {@code table}.
     * @param encoding of its values.
     * @param image null: only {@link #plainLength()} counts.
     * @param limit length of the image at most.
     * @return false if it does not fit; then the image is useless.
     */
    boolean dataPage(ColumnBuffer c, PageTable table, int index, int encoding, ChunkImage image, int limit) {
        int slot = table.slots[index];
        int endSlot = table.slots[index + 1];
        this.page.clear();
        this.levels.repetition(c, slot, endSlot, !this.v2, this.page);
        int repetition = this.page.length();
        this.levels.definition(c, slot, endSlot, !this.v2, this.page);
        int definition = this.page.length() - repetition;
        this.values.encode(c, table.values[index], table.values[index + 1], encoding, this.page);
        int raw = this.page.length();
        int levelBytes = this.v2 ? repetition + definition : 0;
        makeHeader(table, index, encoding, raw, raw, SOME_CRC, repetition, definition, true);
        this.plainLength += this.header.bytes().length() + raw;
        if (this.page.overflowed()) {
            this.plainLength = TOO_LONG;
        }
        if (image == null || this.page.overflowed()) {
            return false;
        }
        int stored = store(image, levelBytes, this.v2, limit);
        if (stored < 0) {
            return false;
        }
        makeHeader(table, index, encoding, raw, stored, crc(image, stored), repetition, definition,
                image.codec == Codec.UNCOMPRESSED || stored < raw || !this.v2);
        place(image, raw, stored);
        return !image.bytes.overflowed();
    }

    private void makeHeader(PageTable table, int index, int encoding, int raw, int stored, int crc, int repetition,
            int definition, boolean compressed) {
        int slots = table.slots[index + 1] - table.slots[index];
        if (this.v2) {
            int present = table.values[index + 1] - table.values[index];
            this.header.beginV2(raw, stored, crc, slots, slots - present, table.rows[index + 1] - table.rows[index]);
            this.header.endV2(encoding, definition, repetition, compressed);
        } else {
            this.header.dataV1(raw, stored, crc, slots, encoding);
        }
    }

    /**
     * Puts the page, as the codec of the image makes it, behind the room for its header.
     *
     * @param levelBytes bytes at its start that are not compressed.
     * @param optional whether the codec is left out where it does not win, as only a data page v2 can tell.
     * @return bytes stored, -1 if they do not fit.
     */
    private int store(ChunkImage image, int levelBytes, boolean optional, int limit) {
        byte[] target = image.bytes.array();
        int raw = this.page.length();
        int at = image.bytes.length() + PageHeader.MAX_LENGTH;
        int end = Math.min(target.length, limit + PageHeader.MAX_LENGTH);
        int body = raw - levelBytes;
        int stored = body;
        if (image.codec != Codec.UNCOMPRESSED && body > 0) {
            if (at + levelBytes > end || body > this.maxInput) {
                return -1;
            }
            stored = this.codec.compress(this.page.array(), levelBytes, body, target, at + levelBytes,
                    end - at - levelBytes);
            if (stored < 0 && !optional) {
                return -1;
            }
            if (optional && (stored < 0 || stored >= body)) {
                stored = body;
            }
        }
        if (at + levelBytes + stored > end) {
            return -1;
        }
        boolean copied = stored == body && (image.codec == Codec.UNCOMPRESSED || optional);
        System.arraycopy(this.page.array(), 0, target, at, copied ? raw : levelBytes);
        return levelBytes + stored;
    }

    private int crc(ChunkImage image, int stored) {
        return this.withCrc
                ? Crc32.IEEE.update(0, image.bytes.array(), image.bytes.length() + PageHeader.MAX_LENGTH, stored) : 0;
    }

    /** Puts the header before the stored page. */
    private void place(ChunkImage image, int raw, int stored) {
        ByteWriter target = image.bytes;
        ByteWriter source = this.header.bytes();
        int from = target.length() + PageHeader.MAX_LENGTH;
        target.writeBytes(source.array(), 0, source.length());
        System.arraycopy(target.array(), from, target.array(), target.length(), stored);
        target.setLength(target.length() + stored);
        image.uncompressedLength += source.length() + raw;
    }
}
