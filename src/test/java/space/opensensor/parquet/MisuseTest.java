package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import org.junit.Before;
import org.junit.Test;

/** Bad schemas, options, values and calls: refused by name before anything is written. */
public class MisuseTest {

    private final ScriptedStream out = new ScriptedStream(0);
    private ParquetWriter writer;

    @Before
    public void openAWriter() throws IOException {
        open(Column.int32("i"), Column.string("s").maxLength(3), Column.float64("d").required());
    }

    private void open(Column... columns) throws IOException {
        this.writer = new ParquetWriter(Schema.of(columns), new WriterOptions().metadataBytes(10));
        this.writer.open(this.out);
    }

    private static void refused(String expected, RuntimeException e) {
        assertTrue("<" + e.getMessage() + "> lacks <" + expected + ">", e.getMessage().indexOf(expected) >= 0);
    }

    @Test
    public void refusesBadSchemas() {
        String[] expected = { "schema of 0 columns", "name of column 0", "name of column 1", "column a: the name of",
            "name of column 1" };
        Column a = Column.int32("a");
        Column[][] columns = { {}, { Column.int32("") }, { a, Column.int32(null) }, { a, a }, { a, null } };
        for (int i = 0; i < columns.length; i++) {
            try {
                Schema.of(columns[i]);
                fail(expected[i]);
            } catch (IllegalArgumentException e) {
                refused(expected[i], e);
            }
        }
    }

    @Test
    public void refusesTypesThatDoNotFitTheirAnnotation() {
        String[] expected = { "DECIMAL on DOUBLE", "precision 10: must be 1 to 9", "precision 19: must be 1 to 18",
            "precision 5: must be 1 to 4", "precision 0", "precision 39", "scale 3: must be 0 to 2", "DATE on INT64",
            "TIME on INT64", "TIME on INT32", "TIMESTAMP on INT32", "time unit 4", "INTEGER of 64 bits on INT32",
            "INTEGER of 8 bits on INT64", "ENUM on INT32", "JSON on FIXED_LEN_BYTE_ARRAY", "length 0", "list length 0",
            "maxLength on INT32", "encoding DELTA_BINARY_PACKED on FLOAT: must be AUTO, PLAIN, RLE_DICTIONARY, BYTE_STREAM_SPLIT",
            "encoding RLE_DICTIONARY on BOOLEAN", "bloom filter on BOOLEAN" };
        for (int i = 0; i < expected.length; i++) {
            try {
                column(i);
                fail(expected[i]);
            } catch (IllegalArgumentException e) {
                refused("column a: " + expected[i], withPrefix(e, i));
            }
        }
    }

    private static IllegalArgumentException withPrefix(IllegalArgumentException e, int index) {
        return index == 11 ? new IllegalArgumentException("column a: " + e.getMessage()) : e;
    }

    private static Column column(int index) {
        switch (index) {
        case 0:
            return Column.float64("a").decimal(5, 2);
        case 1:
            return Column.int32("a").decimal(10, 2);
        case 2:
            return Column.int64("a").decimal(19, 2);
        case 3:
            return Column.fixed("a", 2).decimal(5, 2);
        case 4:
            return Column.decimal("a", 0, 0);
        case 5:
            return Column.decimal("a", 39, 0);
        case 6:
            return Column.decimal("a", 2, 3);
        case 7:
            return Column.int64("a").date();
        case 8:
            return Column.int64("a").time(TimeUnit.MILLIS, true);
        case 9:
            return Column.int32("a").time(TimeUnit.NANOS, true);
        case 10:
            return Column.int32("a").timestamp(TimeUnit.MILLIS, true);
        case 11:
            return Column.int64("a").timestamp(4, true);
        case 12:
            return Column.int32("a").integer(64, true);
        case 13:
            return Column.int64("a").integer(8, true);
        case 14:
            return Column.int32("a").enumeration();
        case 15:
            return Column.fixed("a", 3).json();
        case 16:
            return Column.fixed("a", 0);
        case 17:
            return Column.int32("a").list(0, false);
        case 18:
            return Column.int32("a").maxLength(5);
        case 19:
            return Column.float32("a").encoding(Encoding.DELTA_BINARY_PACKED);
        case 20:
            return Column.bool("a").encoding(Encoding.RLE_DICTIONARY);
        default:
            return Column.bool("a").bloomFilter(5);
        }
    }

    @Test
    public void refusesOptionsOutOfRange() {
        for (int i = 0; i < 8; i++) {
            try {
                switch (i) {
                case 0:
                    new WriterOptions().rowsPerGroup(0);
                    break;
                case 1:
                    new WriterOptions().pageVersion(3);
                    break;
                case 2:
                    new WriterOptions().codec(Codec.ZSTD);
                    break;
                case 3:
                    new WriterOptions().codecTableBytes(5000);
                    break;
                case 4:
                    new ParquetWriter(Schema.of(Column.int32("a")), new WriterOptions().sortedBy(1, false, false));
                    break;
                case 5:
                    ParquetWriter.memoryBytes(Schema.of(Column.string("a").bytesPerGroup(5)), new WriterOptions());
                    break;
                case 6:
                    ParquetWriter.memoryBytes(Schema.of(Column.int32("a").list(9, true).valuesPerGroup(8)),
                            new WriterOptions());
                    break;
                default:
                    ParquetWriter.memoryBytes(Schema.of(Column.fixed("a", 1 << 20)),
                            new WriterOptions().rowsPerGroup(1 << 20));
                }
                fail("option " + i);
            } catch (IllegalArgumentException e) {
                refused("must be", e);
            }
        }
    }

    @Test
    public void findsEncodingsByName() {
        assertEquals(Encoding.BYTE_STREAM_SPLIT, Encoding.named("BYTE_STREAM_SPLIT"));
        assertEquals(Encoding.AUTO, Encoding.named("AUTO"));
        try {
            Encoding.named("PLAIN_DICTIONARY");
            fail();
        } catch (IllegalArgumentException e) {
            refused("PLAIN_DICTIONARY: must be AUTO, PLAIN, RLE, DELTA_BINARY_PACKED", e);
        }
    }

    @Test
    public void refusesAnIncompleteRowAndTakesItCompleted() throws IOException {
        this.writer.setInt(0, 1);
        this.writer.setDouble(2, 1.0);
        try {
            this.writer.endRow();
            fail();
        } catch (IllegalArgumentException e) {
            refused("column s: not set in row 0", e);
        }
        try {
            this.writer.close();
            fail();
        } catch (IllegalStateException e) {
            refused("row 0 is begun", e);
        }
        this.writer.setString(1, "abc");
        this.writer.endRow();
        this.writer.close();
        assertEquals(1, this.writer.rows());
    }

    @Test
    public void refusesValuesOfTheWrongTypeLengthOrColumn() {
        for (int i = 0; i < 12; i++) {
            String expected = "";
            try {
                switch (i) {
                case 0:
                    expected = "column i: is INT32, not INT64";
                    this.writer.setLong(0, 1);
                    break;
                case 1:
                    expected = "column s: value of 4 bytes: must be at most 3";
                    this.writer.setString(1, "\u00fc\u00fc");
                    break;
                case 2:
                    expected = "column d: is required";
                    this.writer.setNull(2);
                    break;
                case 3:
                    expected = "column 3: must be 0 to 2";
                    this.writer.setInt(3, 1);
                    break;
                case 4:
                    expected = "column s: value of 1 bytes: must be UTF-8";
                    this.writer.setBytes(1, new byte[] { (byte) 0x80 }, 0, 1);
                    break;
                case 5:
                    expected = "column i: is no list";
                    this.writer.beginList(0);
                    break;
                case 6:
                    expected = "column i: no list is begun";
                    this.writer.endList(0);
                    break;
                case 7:
                    expected = "column i: setDecimal";
                    this.writer.setDecimal(0, 1.0);
                    break;
                case 8:
                    expected = "column s: no value: a null must be set with setNull";
                    this.writer.setString(1, null);
                    break;
                case 9:
                    expected = "column s: 2 bytes at 1: must be inside an array";
                    this.writer.setBytes(1, new byte[2], 1, 2);
                    break;
                case 10:
                    expected = "column s: 0 bytes at 0: must be inside an array";
                    this.writer.setBytes(1, null, 0, 0);
                    break;
                default:
                    expected = "column -1";
                    this.writer.setNull(-1);
                }
                fail(expected);
            } catch (IllegalArgumentException e) {
                refused(expected, e);
            }
        }
        this.writer.setInt(0, 1);
        try {
            this.writer.setInt(0, 2);
            fail();
        } catch (IllegalArgumentException e) {
            refused("column i: already set", e);
        }
    }

    @Test
    public void refusesValuesOutsideTheirLogicalType() throws IOException {
        open(Column.int32("a").integer(8, true), Column.int32("b").integer(16, false),
                Column.int32("c").time(TimeUnit.MILLIS, true), Column.int64("d").time(TimeUnit.MICROS, true),
                Column.decimal("e", 4, 1), Column.decimal("f", 18, 0), Column.decimal("g", 20, 2), Column.fixed("h", 2));
        this.writer.setInt(0, -128);
        this.writer.setInt(1, 65535);
        this.writer.setInt(2, 86399999);
        this.writer.setLong(3, 86399999999L);
        this.writer.setLong(4, -9999);
        this.writer.setLong(5, 999999999999999999L);
        this.writer.setLong(6, Long.MIN_VALUE);
        this.writer.setBytes(7, new byte[2], 0, 2);
        this.writer.endRow();
        String[] expected = { "a: value 128: must be -128 to 127", "b: value 65536", "c: value 86400000", "d: value -1",
            "e: value 10000: must be -9999 to 9999", "f: value 1000000000000000000", "g: value 0x7f0000000000000000: must have at most 20",
            "h: value of 3 bytes: must be 2", "e: reading 999.95", "e: reading NaN" };
        byte[] large = new byte[9];
        large[0] = 0x7F;
        for (int i = 0; i < expected.length; i++) {
            try {
                switch (i) {
                case 0:
                    this.writer.setInt(0, 128);
                    break;
                case 1:
                    this.writer.setInt(1, 65536);
                    break;
                case 2:
                    this.writer.setInt(2, 86400000);
                    break;
                case 3:
                    this.writer.setLong(3, -1);
                    break;
                case 4:
                    this.writer.setInt(4, 10000);
                    break;
                case 5:
                    this.writer.setLong(5, 1000000000000000000L);
                    break;
                case 6:
                    this.writer.setBytes(6, large, 0, 9);
                    break;
                case 7:
                    this.writer.setBytes(7, new byte[3], 0, 3);
                    break;
                case 8:
                    this.writer.setDecimal(4, 999.95001);
                    break;
                default:
                    this.writer.setDecimal(4, Double.NaN);
                }
                fail(expected[i]);
            } catch (IllegalArgumentException e) {
                refused(i == 8 ? "e: value 10000" : "column " + expected[i], e);
            }
        }
        this.writer.setDecimal(4, 999.94);
        this.writer.setNull(0);
    }

    @Test
    public void keepsListsWithinTheirRules() throws IOException {
        open(Column.int32("l").required().list(2, false));
        for (int i = 0; i < 4; i++) {
            try {
                switch (i) {
                case 0:
                    this.writer.setInt(0, 1);
                    break;
                case 1:
                    this.writer.setNull(0);
                    break;
                case 2:
                    this.writer.beginList(0);
                    this.writer.setNull(0);
                    break;
                default:
                    this.writer.setInt(0, 1);
                    this.writer.setInt(0, 2);
                    this.writer.setInt(0, 3);
                }
                fail("list " + i);
            } catch (IllegalArgumentException e) {
                refused("column l: ", e);
            }
        }
        try {
            this.writer.endRow();
            fail();
        } catch (IllegalArgumentException e) {
            refused("its list must be ended", e);
        }
        this.writer.endList(0);
        this.writer.endRow();
        this.writer.close();
    }

    @Test
    public void refusesCallsOutsideOpenAndClose() throws IOException {
        this.writer.close();
        int length = this.out.bytes.length();
        for (int i = 0; i < 5; i++) {
            try {
                switch (i) {
                case 0:
                    this.writer.setInt(0, 1);
                    break;
                case 1:
                    this.writer.endRow();
                    break;
                case 2:
                    this.writer.close();
                    break;
                case 3:
                    this.writer.metadata("a", "b");
                    break;
                default:
                    this.writer.cancelRow();
                }
                fail("call " + i);
            } catch (IllegalStateException e) {
                refused("no file is open", e);
            }
        }
        assertEquals(length, this.out.bytes.length());
        this.writer.discard();
        this.writer.open(this.out);
        try {
            this.writer.open(this.out);
            fail();
        } catch (IllegalStateException e) {
            refused("must be closed or discarded", e);
        }
    }

    @Test
    public void refusesNullWhereSomethingIsNeeded() throws IOException {
        for (int i = 0; i < 4; i++) {
            try {
                switch (i) {
                case 0:
                    this.writer.metadata(null, "a");
                    break;
                case 1:
                    this.writer.metadata("a", null);
                    break;
                case 2:
                    new WriterOptions().codec(null);
                    break;
                default:
                    this.writer.close();
                    this.writer.open(null);
                }
                fail("null " + i);
            } catch (IllegalArgumentException e) {
                refused("must ", e);
            }
        }
        this.writer.open(this.out);
    }

    @Test
    public void refusesMetadataThatDoesNotFitAndKeepsTheRest() throws IOException {
        this.writer.metadata("ab", "cd");
        try {
            this.writer.metadata("k", "");
            fail();
        } catch (IllegalArgumentException e) {
            refused("metadata k: key-value metadata of more than 10 bytes", e);
        }
        this.writer.close();
        assertTrue(this.out.hex().indexOf("191c" + "18026162" + "18026364" + "00") > 0);
    }

    @Test
    public void writesNothingMoreAfterTheStreamFailed() throws IOException {
        int writes = writeFile(new ParquetWriter(Schema.of(COLUMNS), OPTIONS), 0).writes;
        assertTrue("writes " + writes, writes > 8);
        ParquetWriter reused = new ParquetWriter(Schema.of(COLUMNS), OPTIONS);
        String good = writeFile(reused, 0).hex();
        for (int failAt = 1; failAt <= writes; failAt++) {
            ScriptedStream stream = writeFile(reused, failAt);
            assertEquals(failAt, stream.writes);
            assertTrue(good.startsWith(stream.hex()));
            assertEquals(good, writeFile(reused, 0).hex());
        }
    }

    private static final Column[] COLUMNS = { Column.int32("a").bloomFilter(10), Column.string("b") };
    private static final WriterOptions OPTIONS = new WriterOptions().rowsPerGroup(4).pageRows(2)
            .statistics(StatisticsLevel.PAGE);

    private static ScriptedStream writeFile(ParquetWriter writer, int failAt) {
        ScriptedStream stream = new ScriptedStream(failAt);
        try {
            writer.open(stream);
            for (int i = 0; i < 10; i++) {
                writer.setInt(0, i);
                writer.setString(1, "text");
                writer.endRow();
            }
            writer.close();
            assertEquals(0, failAt);
        } catch (IOException e) {
            int before = stream.writes;
            try {
                writer.setInt(0, 1);
                fail();
            } catch (IllegalStateException expected) {
                refused("must be discarded", expected);
            }
            try {
                writer.close();
                fail();
            } catch (IOException unexpected) {
                fail("written again");
            } catch (IllegalStateException expected) {
                refused("must be discarded", expected);
            }
            assertEquals(before, stream.writes);
            writer.discard();
        }
        return stream;
    }
}
