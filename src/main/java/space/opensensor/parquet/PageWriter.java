package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Crc32;

/** Makes the pages of a column chunk: first plain, then, from those, compressed. */
final class PageWriter {

    private final PageHeader header;
    private final ValueEncoder values;
    private final LevelEncoder levels;
    private final Dictionary dictionary;
    private final Codec codec;
    private final int maxInput;
    private final boolean v2;
    private final boolean withCrc;
    /** For each data page: length of its header in the plain image, and of its levels. */
    private final int[] headerBytes;
    private final int[] repetitionBytes;
    private final int[] definitionBytes;
    private int dictionaryHeaderBytes;

    /**
     * Allocates what pages need.
     *
     * @param maxInput longest page that is handed to the codec.
     */
    PageWriter(LevelEncoder levels, ValueEncoder values, Dictionary dictionary, Codec codec, int maxInput,
            int maxPages, WriterOptions options) {
        this.levels = levels;
        this.values = values;
        this.dictionary = dictionary;
        this.codec = codec;
        this.maxInput = maxInput;
        this.v2 = options.pageVersion == 2;
        this.withCrc = options.crc;
        this.header = new PageHeader(options.crc);
        this.headerBytes = new int[maxPages];
        this.repetitionBytes = new int[maxPages];
        this.definitionBytes = new int[maxPages];
    }

    static long memoryBytes(int maxPages) {
        return Memory.object(8 * 4 + 2 * 4 + 2) + 3 * Memory.array(maxPages, 4) + PageHeader.memoryBytes();
    }

    /**
     * Makes all pages without a codec.
     *
     * @param image begun, with the encoding of the values.
     * @return false if they do not fit the image; then it is useless.
     */
    boolean plain(ColumnBuffer c, PageTable table, ChunkImage image) {
        if (image.encoding == Encoding.RLE_DICTIONARY) {
            plainDictionary(c, image);
        }
        for (int p = 0; p < table.count; p++) {
            image.pageOffsets[p] = image.bytes.length();
            plainData(c, table, p, image);
        }
        image.pageOffsets[table.count] = image.bytes.length();
        return !image.bytes.overflowed();
    }

    private void plainDictionary(ColumnBuffer c, ChunkImage image) {
        int body = begin(image);
        PlainEncoder.encode(c, this.dictionary, image.bytes);
        int length = image.bytes.length() - body;
        this.header.dictionary(length, length, crc(image, body, length), this.dictionary.size);
        end(image, body, length, length);
        this.dictionaryHeaderBytes = this.header.bytes().length();
        image.dictionaryLength = image.bytes.length();
    }

    private void plainData(ColumnBuffer c, PageTable table, int p, ChunkImage image) {
        int from = table.slots[p];
        int to = table.slots[p + 1];
        int body = begin(image);
        this.levels.repetition(c, from, to, !this.v2, image.bytes);
        this.repetitionBytes[p] = image.bytes.length() - body;
        this.levels.definition(c, from, to, !this.v2, image.bytes);
        this.definitionBytes[p] = image.bytes.length() - body - this.repetitionBytes[p];
        this.values.encode(c, table.values[p], table.values[p + 1], encoding(table, p, image), image.bytes);
        int length = image.bytes.length() - body;
        makeHeader(table, p, image, length, length, crc(image, body, length), true);
        end(image, body, length, length);
        this.headerBytes[p] = this.header.bytes().length();
    }

    /** Returns the encoding of a data page: PLAIN where the dictionary was full. */
    private int encoding(PageTable table, int p, ChunkImage image) {
        boolean outside = image.encoding == Encoding.RLE_DICTIONARY && table.values[p + 1] > this.dictionary.covered;
        return outside ? Encoding.PLAIN : image.encoding;
    }

    /**
     * Makes all pages with the codec.
     *
     * @param plain what {@link #plain} made last.
     * @param image begun, with the same encoding.
     * @param limit length of the image at most.
     * @return false if they exceed the limit; then the image is useless.
     */
    boolean compressed(PageTable table, ChunkImage plain, ChunkImage image, int limit) {
        if (plain.dictionaryLength > 0) {
            int length = plain.dictionaryLength - this.dictionaryHeaderBytes;
            int body = begin(image);
            int stored = compress(plain, this.dictionaryHeaderBytes, length, image, limit);
            if (stored < 0) {
                return false;
            }
            this.header.dictionary(length, stored, crc(image, body, stored), this.dictionary.size);
            end(image, body, length, stored);
            image.dictionaryLength = image.bytes.length();
        }
        for (int p = 0; p < table.count; p++) {
            image.pageOffsets[p] = image.bytes.length();
            if (!compressedData(table, p, plain, image, limit)) {
                return false;
            }
        }
        image.pageOffsets[table.count] = image.bytes.length();
        return image.bytes.length() <= limit && !image.bytes.overflowed();
    }

    private boolean compressedData(PageTable table, int p, ChunkImage plain, ChunkImage image, int limit) {
        int from = plain.pageOffsets[p] + this.headerBytes[p];
        int length = plain.pageOffsets[p + 1] - from;
        int levelLength = this.v2 ? this.repetitionBytes[p] + this.definitionBytes[p] : 0;
        int body = begin(image);
        image.bytes.writeBytes(plain.bytes.array(), from, levelLength);
        int stored = compress(plain, from + levelLength, length - levelLength, image, limit);
        boolean isCompressed = stored >= 0;
        if (this.v2 && (stored < 0 || stored >= length - levelLength)) {
            stored = length - levelLength;
            isCompressed = false;
            image.bytes.setLength(body + levelLength);
            image.bytes.writeBytes(plain.bytes.array(), from + levelLength, stored);
        }
        if (stored < 0 || image.bytes.overflowed()) {
            return false;
        }
        stored += levelLength;
        makeHeader(table, p, image, length, stored, crc(image, body, stored), isCompressed);
        end(image, body, length, stored);
        return true;
    }

    /** Compresses bytes of the plain image to the end of another; returns how many, -1 if they do not fit. */
    private int compress(ChunkImage plain, int from, int length, ChunkImage image, int limit) {
        ByteWriter out = image.bytes;
        int at = out.length();
        int room = Math.min(out.capacity(), limit + PageHeader.MAX_LENGTH) - at;
        if (room <= 0 || length == 0 || length > this.maxInput) {
            return -1;
        }
        int stored = this.codec.compress(plain.bytes.array(), from, length, out.array(), at, room);
        if (stored >= 0) {
            out.setLength(at + stored);
        }
        return stored;
    }

    private void makeHeader(PageTable table, int p, ChunkImage image, int length, int stored, int crc,
            boolean isCompressed) {
        int slots = table.slots[p + 1] - table.slots[p];
        if (this.v2) {
            int present = table.values[p + 1] - table.values[p];
            this.header.beginV2(length, stored, crc, slots, slots - present, table.rows[p + 1] - table.rows[p]);
            this.header.endV2(encoding(table, p, image), this.definitionBytes[p], this.repetitionBytes[p],
                    isCompressed);
        } else {
            this.header.dataV1(length, stored, crc, slots, encoding(table, p, image));
        }
    }

    /** Leaves room for a header; returns where the page begins for now. */
    private static int begin(ChunkImage image) {
        int body = image.bytes.length() + PageHeader.MAX_LENGTH;
        image.bytes.setLength(body);
        return body;
    }

    /** Puts the header made last before the page, and the page to its end. */
    private void end(ChunkImage image, int body, int length, int stored) {
        ByteWriter target = image.bytes;
        if (target.overflowed()) {
            return;
        }
        ByteWriter source = this.header.bytes();
        target.setLength(body - PageHeader.MAX_LENGTH);
        target.writeBytes(source.array(), 0, source.length());
        System.arraycopy(target.array(), body, target.array(), target.length(), stored);
        target.setLength(target.length() + stored);
        image.uncompressedLength += source.length() + length;
    }

    private int crc(ChunkImage image, int from, int length) {
        return this.withCrc && !image.bytes.overflowed() ? Crc32.IEEE.update(0, image.bytes.array(), from, length) : 0;
    }
}
