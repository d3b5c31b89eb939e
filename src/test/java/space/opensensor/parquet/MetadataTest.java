package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Utf8;
import space.opensensor.thrift.CompactWriter;

/** Bytes of page headers, schema elements and hashes, with the structs of parquet.thrift. */
public class MetadataTest {

    private static String schema(Column column) {
        ByteWriter out = new ByteWriter(256);
        CompactWriter thrift = new CompactWriter(out);
        thrift.beginStruct();
        SchemaElement.write(1, Schema.of(column), thrift);
        String hex = Buffers.hex(out);
        return hex.substring("192c".length() + "48016d150200".length());
    }

    @Test
    public void writesRootAndLeaf() {
        ByteWriter out = new ByteWriter(256);
        CompactWriter thrift = new CompactWriter(out);
        thrift.beginStruct();
        SchemaElement.write(2, Schema.of(Column.int32("a").required(), Column.float64("b")), thrift);
        assertEquals("293c" + "48016d1504" + "00" + "1502" + "2500" + "180161" + "00" + "150a" + "2502" + "180162" + "00",
                Buffers.hex(out));
    }

    @Test
    public void writesLogicalTypesWithTheConvertedTypeOfOldReaders() {
        String name = "2502" + "180161";
        assertEquals("150c" + name + "2500" + "4c1c0000" + "00", schema(Column.string("a")));
        assertEquals("150c" + name + "2508" + "4c4c0000" + "00", schema(Column.binary("a").enumeration()));
        assertEquals("150c" + name + "2526" + "4ccc0000" + "00", schema(Column.binary("a").json()));
        assertEquals("1502" + name + "250c" + "4c6c0000" + "00", schema(Column.int32("a").date()));
        assertEquals("1502" + name + "250e" + "4c7c111c1c00000000" + "00",
                schema(Column.int32("a").time(TimeUnit.MILLIS, true)));
        assertEquals("1504" + name + "2510" + "4c7c121c2c00000000" + "00",
                schema(Column.int64("a").time(TimeUnit.MICROS, false)));
        assertEquals("1504" + name + "2512" + "4c8c111c1c00000000" + "00",
                schema(Column.int64("a").timestamp(TimeUnit.MILLIS, true)));
        assertEquals("1504" + name + "2514" + "4c8c121c2c00000000" + "00",
                schema(Column.int64("a").timestamp(TimeUnit.MICROS, false)));
        assertEquals("1504" + name + "6c8c111c3c00000000" + "00",
                schema(Column.int64("a").timestamp(TimeUnit.NANOS, true)));
    }

    @Test
    public void writesIntegersOfAllWidths() {
        String[] converted = { "16", "18", "1a", "1e", "20", "22" };
        for (int i = 0; i < 6; i++) {
            int bits = 8 << i % 3;
            String expected = "1502" + "2502" + "180161" + "25" + converted[i] + "4cac" + "13"
                    + (bits == 8 ? "08" : bits == 16 ? "10" : "20") + (i < 3 ? "12" : "11") + "0000" + "00";
            assertEquals(expected, schema(Column.int32("a").integer(bits, i >= 3)));
        }
        assertEquals("1504" + "2502" + "180161" + "2524" + "4cac13401100" + "0000",
                schema(Column.int64("a").integer(64, true)));
        assertEquals("1504" + "2502" + "180161" + "251c" + "4cac13401200" + "0000",
                schema(Column.int64("a").integer(64, false)));
    }

    @Test
    public void writesDecimalsOnAllTypes() {
        String end = "180161" + "250a" + "1504" + "150a" + "2c5c1504150a0000" + "00";
        assertEquals("1502" + "2502" + end, schema(Column.decimal("a", 5, 2)));
        assertEquals("1504" + "2502" + end, schema(Column.int64("a").decimal(5, 2)));
        assertEquals("150e" + "1506" + "1502" + end, schema(Column.fixed("a", 3).decimal(5, 2)));
    }

    @Test
    public void writesFixedBytesWithTheirLength() {
        assertEquals("150e" + "1520" + "1502" + "180161" + "6cec0000" + "00", schema(Column.uuid("a")));
        assertEquals("150e" + "1504" + "1502" + "180161" + "6cfc0000" + "00", schema(Column.float16("a")));
    }

    @Test
    public void writesListsInThreeLevels() {
        ByteWriter out = new ByteWriter(256);
        CompactWriter thrift = new CompactWriter(out);
        thrift.beginStruct();
        SchemaElement.write(2, Schema.of(Column.float32("a").list(4, true)), thrift);
        String list = "3502" + "180161" + "1502" + "1506" + "4c3c0000" + "00";
        String repeated = "3504" + "18046c697374" + "1502" + "00";
        String element = "1508" + "2502" + "1807656c656d656e74" + "00";
        assertEquals("294c" + "48016d1502" + "00" + list + repeated + element, Buffers.hex(out));
    }

    @Test
    public void writesPageHeaders() {
        PageHeader header = new PageHeader(false);
        header.dataV1(4, 3, 0, 1, Encoding.PLAIN);
        assertEquals("1500" + "1508" + "1506" + "2c" + "1502" + "1500" + "1506" + "1506" + "00" + "00",
                Buffers.hex(header.bytes()));
        header.dictionary(8, 8, 0, 2);
        assertEquals("1504" + "1510" + "1510" + "4c" + "1504" + "1500" + "00" + "00", Buffers.hex(header.bytes()));
        header.beginV2(10, 9, 0, 5, 1, 4);
        header.endV2(Encoding.RLE_DICTIONARY, 2, 3, true);
        String v2 = "1506" + "1514" + "1512" + "5c" + "150a" + "1502" + "1508" + "1510" + "1504" + "1506";
        assertEquals(v2 + "00" + "00", Buffers.hex(header.bytes()));
        header.beginV2(10, 9, 0, 5, 1, 4);
        header.endV2(Encoding.RLE_DICTIONARY, 2, 3, false);
        assertEquals(v2 + "12" + "00" + "00", Buffers.hex(header.bytes()));
    }

    @Test
    public void writesTheCheckSumOnlyWhereAskedFor() {
        PageHeader header = new PageHeader(true);
        header.dataV1(4, 3, -1, 1, Encoding.PLAIN);
        assertEquals("1500" + "1508" + "1506" + "1501" + "1c" + "1502" + "1500" + "1506" + "1506" + "00" + "00",
                Buffers.hex(header.bytes()));
    }

    @Test
    public void fitsTheLongestPageHeader() {
        PageHeader header = new PageHeader(true);
        int most = Integer.MIN_VALUE;
        header.beginV2(most, most, most, most, most, most);
        header.endV2(Encoding.BYTE_STREAM_SPLIT, most, most, false);
        assertEquals(false, header.bytes().overflowed());
    }

    @Test
    public void hashesAsXxHash64WithSeedZero() {
        assertEquals(0xEF46DB3751D8E999L, hash(""));
        assertEquals(0xD24EC4F1A98C6E5BL, hash("a"));
        assertEquals(0x44BC2CF5AD770999L, hash("abc"));
        assertEquals(0x32DD38952C4BC720L, hash("xxhash"));
        assertEquals(0xFBCEA83C8A378BF1L, hash("Nobody inspects the spammish repetition"));
        byte[] bytes = { 1, 2, 3, 4, 5, 6, 7, 8 };
        assertEquals(XxHash64.hash(bytes, 0, 4), XxHash64.hash(0x04030201));
        assertEquals(XxHash64.hash(bytes, 0, 8), XxHash64.hash(0x0807060504030201L));
    }

    private static long hash(String text) {
        byte[] bytes = Utf8.encode("#" + text);
        return XxHash64.hash(bytes, 1, bytes.length - 1);
    }
}
