package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import org.junit.Test;

/** Whole files, byte by byte (README.md of parquet-format, File format; parquet.thrift). */
public class FileTest {

    private static final String MAGIC = "50415231";

    private static WriterOptions bare() {
        return new WriterOptions().codec(Codec.UNCOMPRESSED).statistics(StatisticsLevel.NONE).createdBy(null);
    }

    @Test
    public void writesTheSmallestFileWithoutRows() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), bare());
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.close();
        assertEquals(MAGIC + "1502" + "192c" + "48016d1502" + "00" + "15022500180161" + "00" + "1600" + "190c" + "00"
                + "17000000" + MAGIC, out.hex());
    }

    @Test
    public void writesOneValue() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), bare());
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setInt(0, 1);
        writer.endRow();
        writer.close();
        String header = "1500" + "1508" + "1508" + "2c" + "1502" + "1500" + "1506" + "1506" + "00" + "00";
        String length = "2a"; // zigzag of 21: 17 bytes of header and 4 of page
        String chunk = "2600" + "1c" + "1502" + "191500" + "19180161" + "1500" + "1602" + "16" + length + "16" + length
                + "2608" + "00" + "00";
        String group = "191c" + chunk + "16" + length + "1602" + "00";
        String footer = "1502" + "192c" + "48016d1502" + "00" + "15022500180161" + "00" + "1602" + "191c" + group + "00";
        assertEquals(MAGIC + header + "01000000" + footer
                + littleEndian(footer.length() / 2) + MAGIC, out.hex());
    }

    @Test
    public void writesStatisticsColumnOrdersMetadataAndTheNameOfTheWriter() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.float32("a")),
                new WriterOptions().codec(Codec.UNCOMPRESSED).createdBy("x"));
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setFloat(0, 1f);
        writer.endRow();
        writer.setNull(0);
        writer.endRow();
        writer.metadata("k", "v");
        writer.close();
        String statistics = "3c" + "3602" + "2804" + "0000803f" + "1804" + "0000803f" + "3600" + "00";
        assertTrue(out.hex(), out.hex().indexOf(statistics) > 0);
        String end = "191c" + "18016b" + "180176" + "00" + "180178" + "191c" + "1c0000" + "00";
        assertTrue(out.hex(), out.hex().indexOf(end) > 0);
    }

    @Test
    public void writesColumnAndOffsetIndexOfPages() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.float32("a")), bare().pageRows(1)
                .statistics(StatisticsLevel.PAGE));
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setFloat(0, 1f);
        writer.endRow();
        writer.setNull(0);
        writer.endRow();
        writer.setFloat(0, 2f);
        writer.endRow();
        writer.close();
        String columnIndex = "1932" + "020102" + "1938" + "040000803f" + "00" + "0400000040" + "1938" + "040000803f"
                + "00" + "0400000040" + "1502" + "1936" + "000200" + "3936" + "000000" + "00";
        assertTrue(out.hex(), out.hex().indexOf(columnIndex) > 0);
        String offsetIndex = "193c" + "1608" + "1536" + "1600" + "00" + "163e" + "152e" + "1602" + "00" + "166c" + "1536"
                + "1604" + "00" + "00";
        assertTrue(out.hex(), out.hex().indexOf(offsetIndex) > 0);
    }

    @Test
    public void leavesTheColumnIndexOutForAPageOfNothingButNan() throws IOException {
        String[] files = new String[2];
        for (int i = 0; i < 2; i++) {
            ParquetWriter writer = new ParquetWriter(Schema.of(Column.float32("a").required()), bare().pageRows(1)
                    .statistics(StatisticsLevel.PAGE));
            ScriptedStream out = new ScriptedStream(0);
            writer.open(out);
            writer.setFloat(0, i == 0 ? Float.NaN : 1f);
            writer.endRow();
            writer.close();
            files[i] = out.hex();
        }
        assertTrue(files[1].indexOf("1912" + "02" + "1918") > 0);
        assertFalse(files[0].indexOf("1912" + "01" + "1918") > 0);
        assertFalse(files[0].indexOf("1912" + "02" + "1918") > 0);
    }

    @Test
    public void writesABloomFilterThatHoldsItsValues() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int64("a").required().bloomFilter(1)), bare());
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setLong(0, 7);
        writer.endRow();
        writer.close();
        int at = out.hex().indexOf("1540" + "1c1c0000" + "1c1c0000" + "1c1c0000" + "00");
        assertTrue(out.hex(), at > 0);
        String bits = out.hex().substring(at + 30, at + 30 + 64);
        int set = 0;
        for (int i = 0; i < 64; i++) {
            set += "0112122312232334".charAt(Character.digit(bits.charAt(i), 16)) - '0';
        }
        assertEquals(8, set);
    }

    @Test
    public void declaresSortingColumns() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), bare().sortedBy(0, true, false));
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setInt(0, 1);
        writer.endRow();
        writer.close();
        assertTrue(out.hex(), out.hex().indexOf("1602" + "191c" + "15001112" + "00") > 0);
    }

    @Test
    public void givesEqualBytesForEqualRowsAfterOtherFiles() throws IOException {
        Schema schema = Schema.of(Column.int64("t").timestamp(TimeUnit.MILLIS, true).required(), Column.float32("v"),
                Column.string("s"), Column.bool("b"), Column.int32("l").list(3, true));
        for (int version = 1; version <= 2; version++) {
            WriterOptions options = new WriterOptions().rowsPerGroup(50).pageRows(20).pageVersion(version).crc(true)
                    .statistics(StatisticsLevel.PAGE).readers(Readers.MODERN).exactRows(version == 1 ? 16384 : 10);
            ParquetWriter writer = new ParquetWriter(schema, options);
            String first = write(writer, 120, 0);
            assertNotEquals(first, write(writer, 77, 1));
            writer.open(new ScriptedStream(0));
            row(writer, 3, 5);
            writer.setLong(0, 1);
            writer.discard();
            assertEquals(first, write(writer, 120, 0));
            assertEquals(first, write(new ParquetWriter(schema, options), 120, 0));
        }
    }

    @Test
    public void forgetsACancelledRow() throws IOException {
        Schema schema = Schema.of(Column.int64("t").required(), Column.float32("v"), Column.string("s"),
                Column.bool("b"), Column.int32("l").list(3, true));
        ParquetWriter writer = new ParquetWriter(schema, new WriterOptions());
        String expected = write(writer, 10, 0);
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.metadata("salt", "none");
        for (int i = 0; i < 10; i++) {
            for (int kind = 0; kind < 2; kind++) {
                writer.setLong(0, 99);
                if (kind == 0) {
                    writer.setNull(1);
                    writer.setString(2, "gone");
                    writer.setBoolean(3, true);
                    writer.beginList(4);
                    writer.setInt(4, 7);
                    writer.setNull(4);
                } else {
                    writer.setFloat(1, 5f);
                    writer.setNull(2);
                    writer.setNull(4);
                }
                writer.cancelRow();
            }
            row(writer, i, 0);
        }
        writer.close();
        assertEquals(expected, out.hex());
    }

    @Test
    public void closesARowGroupWhenRowsOrBytesAreReached() throws IOException {
        Schema schema = Schema.of(Column.int32("a").required());
        assertEquals(1, groups(schema, bare().rowsPerGroup(8), 8));
        assertEquals(2, groups(schema, bare().rowsPerGroup(8), 9));
        assertEquals(2, groups(schema, bare().bytesPerGroup(16), 8));
        assertEquals(3, groups(schema, bare().bytesPerGroup(16), 9));
        assertEquals(2, groups(schema, bare().bytesPerGroup(17), 10));
    }

    @Test
    public void closesARowGroupWhenAnotherLongStringOrListMightNotFit() throws IOException {
        Column text = Column.string("a").required().maxLength(10).bytesPerGroup(20);
        ParquetWriter writer = new ParquetWriter(Schema.of(text), bare());
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.setString(0, "0123456789");
        writer.endRow();
        assertEquals(4, writer.bytesWritten());
        writer.setString(0, "x");
        writer.endRow();
        assertTrue(writer.bytesWritten() > 4);
        writer.close();
        Column list = Column.int32("a").list(3, true).valuesPerGroup(4);
        writer = new ParquetWriter(Schema.of(list), bare());
        writer.open(out);
        for (int i = 0; i < 2; i++) {
            assertEquals(4, writer.bytesWritten());
            writer.beginList(0);
            writer.setInt(0, i);
            writer.endList(0);
            writer.endRow();
        }
        assertTrue(writer.bytesWritten() > 4);
        writer.close();
    }

    @Test
    public void keepsTheChoiceOfTheRowGroupBeforeInLongOnes() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), long100(99));
        for (int file = 0; file < 2; file++) {
            writer.open(new ScriptedStream(0));
            int mixed = group(writer, 0x1234567);
            assertTrue("PLAIN " + mixed, mixed > 400);
            for (int group = 1; group < 16; group++) {
                assertEquals(mixed, group(writer, 0));
            }
            assertTrue("tried again", group(writer, 0) < 40);
            writer.close();
        }
    }

    @Test
    public void choosesAnewWhereTheChoiceSuitsLess() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), long100(99));
        writer.open(new ScriptedStream(0));
        assertTrue(group(writer, 0) < 40);
        for (int i = 0; i < 100; i++) {
            writer.setInt(0, i * i % 3 * 0x12345);
            writer.endRow();
        }
        long before = writer.bytesWritten();
        int mixed = group(writer, 0x1234567);
        assertTrue("dictionary rather than wide differences " + before, before < 140);
        assertTrue("PLAIN " + mixed, mixed > 400 && mixed < 430);
        writer.close();
    }

    @Test
    public void choosesForEachRowGroupOfTheLimit() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), long100(100));
        writer.open(new ScriptedStream(0));
        assertTrue(group(writer, 0x1234567) > 400);
        assertTrue(group(writer, 0) < 40);
        writer.close();
    }

    private static WriterOptions long100(int exactRows) {
        return bare().rowsPerGroup(100).exactRows(exactRows);
    }

    /** Writes a row group of 100 numbers, each a multiple of its number; returns its bytes. */
    private static int group(ParquetWriter writer, int factor) throws IOException {
        long before = writer.bytesWritten();
        for (int i = 0; i < 100; i++) {
            writer.setInt(0, i * i * i * factor);
            writer.endRow();
        }
        return (int) (writer.bytesWritten() - before);
    }

    @Test
    public void putsEightBooleansIntoAByteOfAPage() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.bool("a").required()), bare().pageBytes(4));
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        for (int i = 0; i < 33; i++) {
            writer.setBoolean(0, i % 3 == 0);
            writer.endRow();
        }
        writer.close();
        String first = "1500" + "1508" + "1508" + "2c" + "1540" + "1500" + "1506" + "1506" + "00" + "00" + "49922449";
        String second = "1500" + "1502" + "1502" + "2c" + "1502" + "1500" + "1506" + "1506" + "00" + "00" + "00";
        assertTrue(out.hex(), out.hex().startsWith(MAGIC + first + second));
    }

    @Test
    public void neverClosesTheStream() throws IOException {
        ScriptedStream out = new ScriptedStream(0);
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a")), bare());
        writer.open(out);
        writer.close();
        assertFalse(out.closed);
    }

    @Test
    public void tellsMemoryWithoutAllocatingIt() {
        Column[] columns = new Column[10];
        columns[0] = Column.int64("timestamp").timestamp(TimeUnit.MILLIS, true).required();
        String[] names = { "temperature", "humidity", "pressure", "pm1_0", "pm2_5", "pm10", "gas_resistance", "light",
            "noise" };
        for (int i = 0; i < names.length; i++) {
            columns[i + 1] = Column.float32(names[i]);
        }
        WriterOptions options = new WriterOptions().rowsPerGroup(178).effort(Effort.FAST);
        long bytes = ParquetWriter.memoryBytes(Schema.of(columns), options);
        assertTrue("station profile " + bytes, bytes <= 24 * 1024);
        long huge = ParquetWriter.memoryBytes(Schema.of(columns), new WriterOptions().rowsPerGroup(1 << 24));
        assertTrue("huge " + huge, huge > 44L << 24);
    }

    private static int groups(Schema schema, WriterOptions options, int rows) throws IOException {
        ParquetWriter writer = new ParquetWriter(schema, options);
        writer.open(new ScriptedStream(0));
        int groups = 0;
        long before = writer.bytesWritten();
        for (int i = 0; i < rows; i++) {
            writer.setInt(0, i * i);
            writer.endRow();
            groups += writer.bytesWritten() == before ? 0 : 1;
            before = writer.bytesWritten();
        }
        assertEquals(rows, writer.rows());
        boolean rest = rows > 0 && groups == 0 || endsInside(schema, options, rows);
        writer.close();
        assertEquals(rows, writer.rows());
        return groups + (rest ? 1 : 0);
    }

    private static boolean endsInside(Schema schema, WriterOptions options, int rows) {
        int perGroup = Math.min(options.rowsPerGroup, (options.bytesPerGroup - 1) / 4 + 1);
        return rows % perGroup != 0;
    }

    private static String write(ParquetWriter writer, int rows, int salt) throws IOException {
        ScriptedStream out = new ScriptedStream(0);
        writer.open(out);
        writer.metadata("salt", "none");
        for (int i = 0; i < rows; i++) {
            row(writer, i, salt);
        }
        writer.close();
        return out.hex();
    }

    private static void row(ParquetWriter writer, int i, int salt) throws IOException {
        writer.setLong(0, 1700000000000L + 5000L * i + salt);
        if ((i + salt) % 7 == 0) {
            writer.setNull(1);
        } else {
            writer.setFloat(1, i % 9 + salt);
        }
        writer.setString(2, (i & 8) == 0 ? "cold" : "warm");
        writer.setBoolean(3, i % 3 == 0);
        if (i % 5 == 0) {
            writer.setNull(4);
        } else {
            writer.beginList(4);
            for (int k = 1; k < i % 5; k++) {
                writer.setInt(4, i * k);
            }
            writer.endList(4);
        }
        writer.endRow();
    }

    private static String littleEndian(int value) {
        return space.opensensor.bytes.Hex.encode(new byte[] { (byte) value, (byte) (value >> 8), 0, 0 }, 0, 4);
    }
}
