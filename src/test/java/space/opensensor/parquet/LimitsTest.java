package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import org.junit.Test;
import space.opensensor.bytes.Hex;

/** What is limited, reached exactly and exceeded by one. */
public class LimitsTest {

    private ParquetWriter writer;

    private void open(Column... columns) throws IOException {
        this.writer = new ParquetWriter(Schema.of(columns), new WriterOptions());
        this.writer.open(new ScriptedStream(0));
    }

    private static void refused(String expected, RuntimeException e) {
        assertTrue("<" + e.getMessage() + "> lacks <" + expected + ">", e.getMessage().indexOf(expected) >= 0);
    }

    private static final int OPTIONS_OF_NUMBERS = 13;

    /** Sets an option that is a number; returns its least and largest value. */
    private static int[] set(int option, int value, boolean tried) {
        WriterOptions o = new WriterOptions();
        int most = Integer.MAX_VALUE;
        switch (option) {
        case 0:
            return tried ? none(o.rowsPerGroup(value)) : new int[] { 1, 16777216 };
        case 1:
            return tried ? none(o.bytesPerGroup(value)) : new int[] { 1, most };
        case 2:
            return tried ? none(o.rowGroups(value)) : new int[] { 1, 32767 };
        case 3:
            return tried ? none(o.pageRows(value)) : new int[] { 1, most };
        case 4:
            return tried ? none(o.pageBytes(value)) : new int[] { 1, 1073741824 };
        case 5:
            return tried ? none(o.pageVersion(value)) : new int[] { 1, 2 };
        case 6:
            return tried ? none(o.statisticsLength(value)) : new int[] { 16, 1024 };
        case 7:
            return tried ? none(o.codecInputBytes(value)) : new int[] { 1, most };
        case 8:
            return tried ? none(o.dictionaryEntries(value)) : new int[] { 0, 65535 };
        case 9:
            return tried ? none(o.exactRows(value)) : new int[] { 1, most };
        case 10:
            return tried ? none(o.metadataBytes(value)) : new int[] { 0, 16777216 };
        case 11:
            return tried ? none(o.readers(value)) : new int[] { Readers.ALL, Readers.MODERN };
        default:
            return tried ? none(o.statistics(value)) : new int[] { StatisticsLevel.NONE, StatisticsLevel.PAGE };
        }
    }

    private static int[] none(WriterOptions set) {
        return new int[0];
    }

    @Test
    public void takesEveryOptionExactlyToItsLimits() {
        for (int option = 0; option < OPTIONS_OF_NUMBERS; option++) {
            int[] limits = set(option, 0, false);
            set(option, limits[0], true);
            set(option, limits[1], true);
            for (int i = 0; i < (limits[1] == Integer.MAX_VALUE ? 1 : 2); i++) {
                int value = i == 0 ? limits[0] - 1 : limits[1] + 1;
                try {
                    set(option, value, true);
                    fail("option " + option + ", " + value);
                } catch (IllegalArgumentException e) {
                    refused(" " + value + ": must be " + limits[0] + " to " + limits[1], e);
                }
            }
        }
    }

    private static final int LIMITS_OF_COLUMNS = 6;

    /** Makes a column with a number that is limited; returns the least and largest. */
    private static int[] limit(int what, int value, boolean tried) {
        Column c = what == 2 || what == 4 ? Column.binary("a") : Column.int32("a");
        switch (what) {
        case 0:
            return tried ? none(Column.fixed("a", value)) : new int[] { 1, 16777216 };
        case 1:
            return tried ? none(c.list(value, true)) : new int[] { 1, 1048576 };
        case 2:
            return tried ? none(c.maxLength(value)) : new int[] { 1, 16777216 };
        case 3:
            return tried ? none(c.valuesPerGroup(value)) : new int[] { 1, 67108864 };
        case 4:
            return tried ? none(c.bytesPerGroup(value)) : new int[] { 1, 268435456 };
        default:
            return tried ? none(c.bloomFilter(value)) : new int[] { 1, 16777216 };
        }
    }

    private static int[] none(Column made) {
        return new int[0];
    }

    @Test
    public void takesColumnsExactlyToTheirLimits() {
        for (int what = 0; what < LIMITS_OF_COLUMNS; what++) {
            int[] limits = limit(what, 0, false);
            limit(what, limits[0], true);
            limit(what, limits[1], true);
            for (int i = 0; i < 2; i++) {
                int value = i == 0 ? limits[0] - 1 : limits[1] + 1;
                try {
                    limit(what, value, true);
                    fail("limit " + what + ", " + value);
                } catch (IllegalArgumentException e) {
                    refused(" " + value + ": must be " + limits[0] + " to " + limits[1], e);
                }
            }
        }
    }

    @Test
    public void takesColumnsAndTheirNamesExactlyToTheirLimits() {
        Column[] most = new Column[4096];
        for (int i = 0; i < most.length; i++) {
            most[i] = Column.int32("c" + i);
        }
        assertEquals(4096, Schema.of(most).size());
        Column[] more = new Column[4097];
        System.arraycopy(most, 0, more, 0, most.length);
        more[4096] = Column.int32("d");
        String name = "";
        for (int i = 0; i < 512; i++) {
            name += "\u00fc";
        }
        Schema.of(Column.int32(name));
        for (int i = 0; i < 2; i++) {
            try {
                Schema.of(i == 0 ? more : new Column[] { Column.int32(name + "x") });
                fail("schema " + i);
            } catch (IllegalArgumentException e) {
                refused(i == 0 ? "schema of 4097 columns: must be 1 to 4096" : "name of column 0: must be 1 to 1024 bytes", e);
            }
        }
    }

    @Test
    public void takesValuesExactlyToTheirLength() throws IOException {
        open(Column.string("a").maxLength(5), Column.binary("b").maxLength(5), Column.int32("c").list(2, true));
        byte[] bytes = new byte[6];
        this.writer.setString(0, "12345");
        this.writer.setBytes(1, bytes, 1, 5);
        this.writer.beginList(2);
        this.writer.setInt(2, 1);
        this.writer.setNull(2);
        for (int i = 0; i < 2; i++) {
            try {
                if (i == 0) {
                    this.writer.setInt(2, 2);
                } else {
                    this.writer.setNull(2);
                }
                fail("element " + i);
            } catch (IllegalArgumentException e) {
                refused("column c: list of more than 2 values", e);
            }
        }
        this.writer.endList(2);
        this.writer.endRow();
        for (int i = 0; i < 3; i++) {
            try {
                if (i < 2) {
                    this.writer.setString(0, i == 0 ? "123456" : "1234\u00fc");
                } else {
                    this.writer.setBytes(1, bytes, 0, 6);
                }
                fail("value " + i);
            } catch (IllegalArgumentException e) {
                refused(": value of 6 bytes: must be at most 5", e);
            }
        }
        this.writer.close();
    }

    /** Digits that every number of so many can have in 1 to 16 bytes: floor((8 n - 1) log10 2), LogicalTypes.md, DECIMAL. */
    private static final int[] DIGITS = { 2, 4, 6, 9, 11, 14, 16, 18, 21, 23, 26, 28, 31, 33, 35, 38 };

    @Test
    public void takesDecimalsOfBytesExactlyToTheirPrecision() throws IOException {
        for (int length = 1; length <= 16; length++) {
            int precision = DIGITS[length - 1];
            open(Column.fixed("a", length).decimal(precision, 0));
            byte[] largest = new byte[length];
            Decimal.largest(precision, largest);
            byte[] beyond = sum(largest, 1);
            this.writer.setBytes(0, largest, 0, length);
            this.writer.endRow();
            this.writer.setBytes(0, negative(largest), 0, length);
            this.writer.endRow();
            refuseBytes(beyond, precision);
            refuseBytes(negative(beyond), precision);
            this.writer.close();
            assertEquals(2, this.writer.rows());
            try {
                Column.fixed("a", length).decimal(precision + 1, 0);
                fail("precision " + (precision + 1) + " in " + length + " bytes");
            } catch (IllegalArgumentException e) {
                refused("column a: precision " + (precision + 1) + ": must be 1 to " + precision, e);
            }
        }
        try {
            Column.fixed("a", 17).decimal(38, 0);
            fail();
        } catch (IllegalArgumentException e) {
            refused("column a: DECIMAL on FIXED_LEN_BYTE_ARRAY: must be INT32, INT64 or FIXED_LEN_BYTE_ARRAY of at most 16", e);
        }
    }

    @Test
    public void takesDecimalsOfIntegersExactlyToTheirPrecision() throws IOException {
        open(Column.int32("a").decimal(9, 0), Column.int64("b").decimal(18, 0), Column.decimal("c", 19, 0));
        for (int sign = -1; sign <= 1; sign += 2) {
            this.writer.setInt(0, sign * 999999999);
            this.writer.setLong(1, sign * 999999999999999999L);
            this.writer.setLong(2, sign * Long.MAX_VALUE);
            this.writer.endRow();
            for (int column = 0; column < 2; column++) {
                try {
                    this.writer.setLong(column, sign * (column == 0 ? 1000000000L : 1000000000000000000L));
                    fail("column " + column);
                } catch (IllegalArgumentException e) {
                    refused("0: must be -999999999", e);
                }
            }
        }
        this.writer.close();
    }

    private void refuseBytes(byte[] value, int precision) {
        try {
            this.writer.setBytes(0, value, 0, value.length);
            fail("beyond " + precision);
        } catch (IllegalArgumentException e) {
            refused("column a: value 0x" + Hex.encode(value, 0, value.length) + ": must have at most " + precision, e);
        }
    }

    private static byte[] negative(byte[] value) {
        byte[] inverted = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            inverted[i] = (byte) ~value[i];
        }
        return sum(inverted, 1);
    }

    /** Returns a big-endian number increased. */
    private static byte[] sum(byte[] value, int addend) {
        byte[] sum = new byte[value.length];
        int carry = addend;
        for (int i = value.length - 1; i >= 0; i--) {
            carry += value[i] & 0xFF;
            sum[i] = (byte) carry;
            carry >>= 8;
        }
        return sum;
    }
}
