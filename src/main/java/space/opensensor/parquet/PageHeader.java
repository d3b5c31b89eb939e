package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.thrift.CompactWriter;

/** The header before each page ({@code parquet.thrift}, PageHeader). Holds only fields that are required or asked for. */
final class PageHeader {

    /** Bytes of a header at most. */
    static final int MAX_LENGTH = 64;

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int DATA_PAGE_V2 = 3;

    private final ByteWriter bytes = new ByteWriter(MAX_LENGTH);
    private final CompactWriter thrift = new CompactWriter(this.bytes);
    private final boolean withCrc;

    PageHeader(boolean withCrc) {
        this.withCrc = withCrc;
    }

    static long memoryBytes() {
        return Memory.object(2 * 4 + 1) + Memory.writer(MAX_LENGTH) + Memory.thrift();
    }

    /** Returns the header made last. */
    ByteWriter bytes() {
        return this.bytes;
    }

    /** Makes the header of a dictionary page (DictionaryPageHeader). */
    void dictionary(int uncompressed, int compressed, int crc, int entries) {
        begin(DICTIONARY_PAGE, uncompressed, compressed, crc);
        this.thrift.beginStruct(7);
        this.thrift.i32(1, entries);
        this.thrift.i32(2, Encoding.PLAIN);
        end();
    }

    /** Makes the header of a data page v1 (DataPageHeader). */
    void dataV1(int uncompressed, int compressed, int crc, int slots, int encoding) {
        begin(DATA_PAGE, uncompressed, compressed, crc);
        this.thrift.beginStruct(5);
        this.thrift.i32(1, slots);
        this.thrift.i32(2, encoding);
        this.thrift.i32(3, Encoding.RLE);
        this.thrift.i32(4, Encoding.RLE);
        end();
    }

    /** Begins the header of a data page v2 (DataPageHeaderV2); {@link #endV2} must follow. */
    void beginV2(int uncompressed, int compressed, int crc, int slots, int nulls, int rows) {
        begin(DATA_PAGE_V2, uncompressed, compressed, crc);
        this.thrift.beginStruct(8);
        this.thrift.i32(1, slots);
        this.thrift.i32(2, nulls);
        this.thrift.i32(3, rows);
    }

    /** Ends the header of a data page v2. */
    void endV2(int encoding, int definitionBytes, int repetitionBytes, boolean compressed) {
        this.thrift.i32(4, encoding);
        this.thrift.i32(5, definitionBytes);
        this.thrift.i32(6, repetitionBytes);
        if (!compressed) {
            this.thrift.bool(7, false);
        }
        end();
    }

    private void begin(int type, int uncompressed, int compressed, int crc) {
        this.bytes.clear();
        this.thrift.beginStruct();
        this.thrift.i32(1, type);
        this.thrift.i32(2, uncompressed);
        this.thrift.i32(3, compressed);
        if (this.withCrc) {
            this.thrift.i32(4, crc);
        }
    }

    private void end() {
        this.thrift.endStruct();
        this.thrift.endStruct();
    }
}
