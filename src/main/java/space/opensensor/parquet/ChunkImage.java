package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/** A column chunk as one choice of encoding and codec makes it: its bytes and what the metadata says of them. */
final class ChunkImage {

    /** Page headers and pages, as they go to the file. */
    final ByteWriter bytes;
    /** Where the header of each data page begins; entry {@code pages} is the end. */
    final int[] pageOffsets;

    int encoding;
    int codec;
    /** Bytes of the dictionary page, which comes first, with its header; 0 if there is none. */
    int dictionaryLength;
    /** The bytes before the codec, page headers included. */
    int uncompressedLength;
    ChunkImage(int capacity, int maxPages) {
        this.bytes = new ByteWriter(capacity);
        this.pageOffsets = new int[maxPages + 1];
    }

    static long memoryBytes(int capacity, int maxPages) {
        return Memory.object(2 * 4 + 4 * 4) + Memory.writer(capacity) + Memory.array(maxPages + 1L, 4);
    }

    void begin(int chosenEncoding, int chosenCodec) {
        this.bytes.clear();
        this.encoding = chosenEncoding;
        this.codec = chosenCodec;
        this.dictionaryLength = 0;
        this.uncompressedLength = 0;
    }

    /** Returns the encodings of the column chunk, as bits (ColumnMetaData.encodings). */
    int encodings(boolean withLevels) {
        int used = 1 << this.encoding;
        if (this.dictionaryLength > 0) {
            used |= 1 << Encoding.PLAIN;
        }
        return withLevels ? used | 1 << Encoding.RLE : used;
    }
}
