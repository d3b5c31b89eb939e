package space.opensensor.simulator;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.simulator.verify.Duck;

/** DuckDB reads what the writer wrote. */
public class ConvertTest {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path csv;
    private Path parquet;

    @Before
    public void names() {
        this.csv = this.folder.getRoot().toPath().resolve("in put.csv");
        this.parquet = this.folder.getRoot().toPath().resolve("out.parquet");
    }

    @Test
    public void findsOutTheTypes() throws Exception {
        convert("at,epoch_ms,day,local,flag,i,l,f,d,id,text\n"
                + "2026-03-01T12:00:00Z,1772323200000,2026-03-01,2026-03-01 12:00:00,true,1,3000000000,0.1,"
                + "0.12345678901,007,\"a, \"\"b\"\"\"\n"
                + "2026-03-01T13:00:00+01:00,1772323200001,,2026-03-01T12:00:00.000001,FALSE,-2,4,-3,NaN,8,\u00e4\n");
        assertEquals("at TIMESTAMP WITH TIME ZONE, epoch_ms TIMESTAMP WITH TIME ZONE, day DATE, local TIMESTAMP, "
                + "flag BOOLEAN, i INTEGER, l BIGINT, f FLOAT, d DOUBLE, id VARCHAR, text VARCHAR", types());
        assertEquals("2026-03-01 12:00:00+00|2026-03-01 00:00:00+00|2026-03-01|2026-03-01 12:00:00|true|1|3000000000|"
                + "0.1|0.12345678901|007|a, \"b\"\n"
                + "2026-03-01 12:00:00+00|2026-03-01 00:00:00.001+00|null|2026-03-01 12:00:00.000001|false|-2|4|-3.0|"
                + "NaN|8|\u00e4\n", rows());
    }

    @Test
    public void takesEveryTypeByName() throws Exception {
        String types = "a:boolean,b:int8,c:uint8,d:int16,e:uint16,f:int32,g:uint32,h:int64,i:uint64,j:float16,k:float,"
                + "l:double,m:decimal(5,2),n:decimal(18,3),o:decimal(38,4),p:string,q:uuid,r:date,s:time,t:time_micros,"
                + "u:timestamp,v:timestamp_micros,w:timestamp_nanos,x:local_timestamp,y:json,z:enum";
        convert("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z\n"
                + "true,-128,255,-32768,65535,-2147483648,4294967295,-9223372036854775808,18446744073709551615,1.5,0.1,"
                + "0.1,-123.45,123456789012345.678,-1234567890123456789012345678901234.5678,x,"
                + "123e4567-e89b-12d3-a456-426614174000,1969-12-31,12:34:56.789,00:00:00.000001,"
                + "1969-12-31T23:59:59.999Z,1772323200000001,2026-03-01T00:00:00.000000001Z,2026-03-01T00:00,"
                + "\"{}\",on\n", "--columns", types);
        assertEquals("true|-128|255|-32768|65535|-2147483648|4294967295|-9223372036854775808|18446744073709551615|1.5|"
                + "0.1|0.1|-123.45|123456789012345.678|-1234567890123456789012345678901234.5678|x|"
                + "123e4567-e89b-12d3-a456-426614174000|1969-12-31|12:34:56.789|00:00:00.000001|"
                + "1969-12-31 23:59:59.999+00|2026-03-01 00:00:00.000001+00|2026-03-01 00:00:00.000000001+00|"
                + "2026-03-01 00:00:00|{}|on\n", rows());
    }

    @Test
    public void writesAnEmptyCellAsNull() throws Exception {
        convert("a,b,c\n1,,x\n,2.5,\n,,\n");
        assertEquals("1|null|x\nnull|2.5|null\nnull|null|null\n", rows());
    }

    @Test
    public void makesColumnsWithoutAnEmptyCellRequired() throws Exception {
        convert("a,b\n1,\n2,3\n");
        assertEquals("REQUIRED OPTIONAL", repetitions());
        convert("a,b\n1,\n2,3\n", "--no-required");
        assertEquals("OPTIONAL OPTIONAL", repetitions());
    }

    @Test
    public void readsAFileWithoutRowsAndOneOfASingleColumn() throws Exception {
        convert("a,b\n");
        assertEquals("", rows());
        convert("a\n1\n\n3\n");
        assertEquals("1\nnull\n3\n", rows());
    }

    @Test
    public void readsByteOrderMarkCrLfAndOtherSeparators() throws Exception {
        convert("\ufeffa;b\r\n1;x,y\r\n\r\n2;\"z\r\nz\"\r\n", "--separator", ";");
        assertEquals("1|x,y\n2|z\r\nz\n", rows());
    }

    @Test
    public void writesNumbersAsWished() throws Exception {
        String text = "n,m\n1,2.50\n20,3.125\n";
        convert(text, "--values", "float");
        assertEquals("n FLOAT, m FLOAT", types());
        convert(text, "--values", "double");
        assertEquals("n DOUBLE, m DOUBLE", types());
        convert(text, "--values", "decimal");
        assertEquals("n DECIMAL(9,0), m DECIMAL(9,3)", types());
        assertEquals("1|2.500\n20|3.125\n", rows());
        convert(text, "--values", "decimal", "--columns", "n:int64");
        assertEquals("n BIGINT, m DECIMAL(9,3)", types());
    }

    @Test
    public void takesEveryOptionOfTheWriter() throws Exception {
        StringBuilder text = new StringBuilder("t,v,s\n");
        for (int i = 0; i < 5000; i++) {
            text.append(1772323200000L + i * 5000L).append(',').append(i % 97 / 8.0).append(",s").append(i % 7);
            text.append('\n');
        }
        for (String codec : new String[] { "snappy", "lz4", "none", "zstd" }) {
            convert(text.toString(), "--codec", codec, "--readers", "modern", "--statistics", "page", "--effort",
                    "fast", "--page-version", "2", "--page-rows", "500", "--rows-per-group", "2000", "--crc",
                    "--encoding", "v=PLAIN,s=DELTA_BYTE_ARRAY", "--bloom", "s");
            assertEquals("5000|3|7", query("SELECT count(*) || '|' || (SELECT num_row_groups FROM "
                    + "parquet_file_metadata('" + this.parquet + "')) || '|' || count(DISTINCT s) FROM read_parquet('"
                    + this.parquet + "')"));
            assertEquals("PLAIN", query("SELECT encodings FROM parquet_metadata('" + this.parquet
                    + "') WHERE path_in_schema = 'v' LIMIT 1"));
            assertEquals("true", query("SELECT bloom_filter_length > 0 FROM parquet_metadata('" + this.parquet
                    + "') WHERE path_in_schema = 's' LIMIT 1"));
        }
    }

    @Test
    public void writesTheSampleAsDuckDbReadsItsCsv() throws Exception {
        try (java.io.InputStream in = ConvertTest.class.getResourceAsStream("/samples/office.csv")) {
            Files.write(this.csv, in.readAllBytes());
        }
        Shell shell = Shell.run("convert", this.csv, this.parquet, "--statistics", "page", "--page-rows", 1000,
                "--quiet");
        assertEquals(shell.toString(), 0, shell.status);
        String source = "(SELECT timestamp::TIMESTAMPTZ, COLUMNS(* EXCLUDE (timestamp))::DOUBLE FROM read_csv("
                + Duck.quoted(this.csv.toString()) + "))";
        String written = "(FROM read_parquet(" + Duck.quoted(this.parquet.toString()) + "))";
        assertEquals("8143 0 0", query("SELECT (SELECT count(*) FROM " + written + ") || ' ' || (SELECT count(*) FROM "
                + "(" + source + " EXCEPT ALL " + written + ")) || ' ' || (SELECT count(*) FROM (" + written
                + " EXCEPT ALL " + source + "))"));
        assertEquals("1", query("SELECT count(*) FROM " + written + " WHERE timestamp = '2015-02-10T09:33:00Z'"));
    }

    @Test
    public void reportsRowsBytesAndEncodings() throws Exception {
        Files.writeString(this.csv, "a\n1\n2\n");
        Shell shell = Shell.run("convert", this.csv, this.parquet);
        assertEquals(shell.toString(), 0, shell.status);
        long bytes = Files.size(this.parquet);
        assertEquals(this.parquet + ": 2 rows, " + bytes + " bytes, " + bytes / 2.0 + "0 bytes per row",
                shell.lastLine());
        assertTrue(shell.out, shell.out.contains("a       INT32     INTEGER  REQUIRED"));
    }

    @Test
    public void namesFileLineColumnAndWhatIsAllowed() throws IOException {
        fails("a,b\n1,2\n3,x\n", 1, this.csv + ", line 3, column \"b\": \"x\" is not a int32; allowed is a whole number "
                + "from -2^31 to 2^31 - 1, or an empty cell for null", "--columns", "b:int32");
        fails("a\n\"multi\nline\"\n256\n", 1, this.csv + ", line 2, column \"a\": \"multi line\" is not a uint8; "
                + "allowed is a whole number from 0 to 2^8 - 1, or an empty cell for null", "--columns", "a:uint8");
        fails("a\n256\n", 1, this.csv + ", line 2, column \"a\": \"256\" is not a uint8; allowed is a whole number "
                + "from 0 to 2^8 - 1, or an empty cell for null", "--columns", "a:uint8");
        fails("a\n1.234\n", 1, this.csv + ", line 2, column \"a\": \"1.234\" is not a decimal(9,2); allowed is a number"
                + " of up to 7 digits before and 2 behind the point, or an empty cell for null",
                "--columns", "a:decimal(9,2)");
        fails("a\n2026-03-01T00:00:00.0001Z\n", 1, this.csv + ", line 2, column \"a\": \"2026-03-01T00:00:00.0001Z\" is"
                + " not a timestamp; allowed is ISO 8601 as 2026-03-01T12:00:00Z no finer than the type, or "
                + "milliseconds since 1970, or an empty cell for null", "--columns", "a:timestamp");
        fails("a,b\n1,2\n3\n", 1, this.csv + ", line 3: 1 cells, but the header has 2");
        fails("a,a\n1,2\n", 1, this.csv + ", line 1: the column name \"a\" is used twice");
        fails("a,\n1,2\n", 1, this.csv + ", line 1: the name of column 2 is empty");
        fails("", 1, this.csv + ": is empty; a header row is needed");
    }

    @Test
    public void refusesOptionsThatCannotBe() throws IOException {
        fails("a\n1\n", 2, "--columns, column \"a\": \"int33\" is not a type; allowed are boolean, int8, uint8, int16, "
                + "uint16, int32, uint32, int64, uint64, float, double, float16, string, enum, json, uuid, date, "
                + "timestamp, local_timestamp, time, timestamp_micros, local_timestamp_micros, time_micros, "
                + "timestamp_nanos, local_timestamp_nanos, time_nanos, decimal(PRECISION,SCALE)",
                "--columns", "a:int33");
        fails("a\n1\n", 2, "--columns: there is no column \"b\" in " + this.csv + "; allowed are a",
                "--columns", "b:int32");
        fails("a\n1\n", 2, "--columns: \"a\" is not allowed; NAME:TYPE is", "--columns", "a");
        fails("a\n1\n", 2, "--columns, column a: precision 39: must be 1 to 38", "--columns", "a:decimal(39,1)");
        fails("a\n1\n", 2, "column a: encoding DELTA_BYTE_ARRAY on INT32: must be AUTO, PLAIN, DELTA_BINARY_PACKED, "
                + "RLE_DICTIONARY, BYTE_STREAM_SPLIT", "--encoding", "a=DELTA_BYTE_ARRAY");
        fails("a\n1\n", 2, "--rows-per-group: 0 is not allowed; 1 to 16777216 is", "--rows-per-group", "0");
        fails("a\n1\n", 2, "pageVersion 3: must be 1 to 2", "--page-version", "3");
        fails("a\n1\n", 2, "Invalid value for option '--codec': expected one of [SNAPPY, LZ4, NONE, ZSTD] "
                + "(case-insensitive) but was 'gzip'; see ./station convert --help", "--codec", "gzip");
    }

    @Test
    public void leavesAnExistingFileAloneWhenItFails() throws IOException {
        Files.writeString(this.parquet, "before");
        Files.writeString(this.csv, "a\n1\nx\n");
        Shell shell = Shell.run("convert", this.csv, this.parquet, "--columns", "a:int32");
        assertEquals(1, shell.status);
        assertEquals("before", Files.readString(this.parquet));
        assertArrayEquals(new String[] { "in put.csv", "out.parquet" }, sorted());
    }

    @Test
    public void refusesFoldersAndWhatIsNotThere() throws IOException {
        Files.writeString(this.csv, "a\n1\n");
        Path folders = this.folder.newFolder("folder").toPath();
        Shell inFolder = Shell.run("convert", this.csv, folders.resolve("no/out.parquet"));
        assertEquals("station convert: " + folders.resolve("no") + ": there is no such folder\n", inFolder.err);
        Shell isFolder = Shell.run("convert", this.csv, folders);
        assertEquals("station convert: " + folders + ": is a folder\n", isFolder.err);
        Shell ofFolder = Shell.run("convert", folders, this.parquet);
        assertEquals("station convert: " + folders + ": is a directory, not a CSV file\n", ofFolder.err);
        assertEquals(3, inFolder.status + isFolder.status + ofFolder.status);
    }

    @Test
    public void refusesAFileThatIsNotThere() {
        Shell shell = Shell.run("convert", this.csv, this.parquet);
        assertEquals("station convert: " + this.csv + ": there is no such file\n", shell.err);
        assertEquals(1, shell.status);
    }

    private void convert(String text, String... options) throws IOException {
        Files.writeString(this.csv, text);
        Shell shell = Shell.run(arguments(options));
        assertEquals(shell.toString(), 0, shell.status);
    }

    private void fails(String text, int status, String message, String... options) throws IOException {
        Files.writeString(this.csv, text);
        Shell shell = Shell.run(arguments(options));
        assertEquals("station convert: " + message + "\n", shell.err);
        assertEquals(status, shell.status);
        assertEquals("", shell.out);
        assertArrayEquals(new String[] { "in put.csv" }, sorted());
    }

    private Object[] arguments(String... options) {
        Object[] arguments = new Object[options.length + 3];
        arguments[0] = "convert";
        arguments[1] = this.csv;
        arguments[2] = this.parquet;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return arguments;
    }

    private String[] sorted() {
        String[] names = this.folder.getRoot().list();
        java.util.Arrays.sort(names);
        return names;
    }

    private String rows() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Duck duck = Duck.open(); Statement statement = duck.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT COLUMNS(*)::VARCHAR FROM read_parquet("
                        + Duck.quoted(this.parquet.toString()) + ")")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    String value = result.getString(i);
                    text.append(i == 1 ? "" : "|").append("nan".equals(value) ? "NaN" : value);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String types() throws SQLException {
        return query("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE FROM read_parquet("
                + Duck.quoted(this.parquet.toString()) + "))");
    }

    private String repetitions() throws SQLException {
        return query("SELECT string_agg(repetition_type, ' ') FROM parquet_schema("
                + Duck.quoted(this.parquet.toString()) + ") WHERE type IS NOT NULL");
    }

    private static String query(String sql) throws SQLException {
        try (Duck duck = Duck.open(); Statement statement = duck.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
