package space.opensensor.bench;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.Test;

/** Every benchmark once: what it measures is the real work. */
public class BenchmarksTest {

    private static final int ROWS = 5000;

    @Test
    public void everySnappyBenchmarkMakesWhatDecodes() throws IOException {
        SnappyBenchmark benchmark = new SnappyBenchmark();
        benchmark.pages = "window/plain";
        benchmark.tableBytes = 4096;
        benchmark.setup();
        assertEquals(9, benchmark.inputs.length);
        for (byte[] input : benchmark.inputs) {
            assertDecodes(input, benchmark.out, benchmark.fast(input));
            assertDecodes(input, benchmark.out, benchmark.high(input));
            assertDecodes(input, benchmark.out, benchmark.aircompressor(input));
            assertDecodes(input, benchmark.out, benchmark.iq80(input));
            assertDecodes(input, benchmark.out, benchmark.xerial(input));
        }
    }

    @Test
    public void everyWriterBenchmarkMakesTheSameTable() throws IOException, SQLException {
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = ROWS;
        benchmark.setup();
        try {
            benchmark.duckDbCopy();
            String expected = sums(benchmark);
            benchmark.oursAll();
            assertEquals(expected, sums(benchmark));
            benchmark.oursModern();
            assertEquals(expected, sums(benchmark));
            benchmark.parquetJava();
            assertEquals(expected, sums(benchmark));
        } finally {
            benchmark.close();
        }
    }

    private static void assertDecodes(byte[] input, byte[] out, int length) throws IOException {
        byte[] decoded = new byte[input.length];
        org.xerial.snappy.Snappy.uncompress(out, 0, length, decoded, 0);
        assertArrayEquals(input, decoded);
    }

    private static String sums(WriterBenchmark benchmark) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT concat_ws(' ', count(*)");
        for (int c = 0; c <= Month.FLOATS; c++) {
            query.append(", bit_xor(hash(").append(Month.name(c)).append("))");
        }
        query.append(") FROM '").append(benchmark.file).append('\'');
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query.toString())) {
            result.next();
            return result.getString(1);
        }
    }
}
