package space.opensensor.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import space.opensensor.interop.sample.SynthData;
import space.opensensor.parquet.Codec;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.WriterOptions;

/**
 * Writing a month of readings (518,400 rows of a time and nine floats) into one Snappy file, one thread. One operation is a
 * file: rows per second are rows divided by the seconds of an operation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 8)
@Fork(1)
public class WriterBenchmark {

    private static final int ROWS_PER_GROUP = 65536;
    private static final int TABLE_BYTES = 16384;
    private static final int BUFFER_BYTES = 65536;

    /** Rows of the file. */
    @Param("" + SynthData.MONTH)
    public int rows;

    Path file;
    private Month month;
    private Connection duckDb;
    private ParquetWriter fastAll;
    private ParquetWriter fastModern;

    @Setup
    public void setup() throws IOException, SQLException {
        month = new Month(rows);
        file = Files.createTempFile("month", ".parquet");
        fastAll = writer(Readers.ALL);
        fastModern = writer(Readers.MODERN);
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        fillDuckDb();
    }

    @TearDown
    public void close() throws IOException, SQLException {
        duckDb.close();
        Files.delete(file);
    }

    /** Ours with its default of encodings, which all readers take. */
    @Benchmark
    public void oursAll() throws IOException {
        write(fastAll);
    }

    /** Ours with BYTE_STREAM_SPLIT. */
    @Benchmark
    public void oursModern() throws IOException {
        write(fastModern);
    }

    /** parquet-java with its defaults and Snappy. */
    @Benchmark
    public void parquetJava() throws IOException {
        ParquetJava.write(month, file);
    }

    /** DuckDB's COPY from a table in memory with its defaults, which include Snappy. */
    @Benchmark
    public void duckDbCopy() throws SQLException {
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("COPY month TO '" + file + "' (FORMAT parquet)");
        }
    }

    private ParquetWriter writer(int readers) {
        Column[] columns = new Column[Month.FLOATS + 1];
        columns[0] = Column.int64(Month.name(0)).required();
        for (int c = 1; c < columns.length; c++) {
            columns[c] = Column.float32(Month.name(c)).required();
        }
        WriterOptions options = new WriterOptions().rowsPerGroup(Math.min(rows, ROWS_PER_GROUP)).pageRows(ROWS_PER_GROUP)
                .rowGroups(1 + rows / ROWS_PER_GROUP).readers(readers).statistics(StatisticsLevel.CHUNK).codec(Codec.SNAPPY)
                .codecTableBytes(TABLE_BYTES).effort(Effort.FAST);
        return new ParquetWriter(Schema.of(columns), options);
    }

    private void write(ParquetWriter writer) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            writer.open(out);
            for (int row = 0; row < rows; row++) {
                writer.setLong(0, month.time[row]);
                for (int c = 0; c < Month.FLOATS; c++) {
                    writer.setFloat(c + 1, month.values[c][row]);
                }
                writer.endRow();
            }
            writer.close();
        }
    }

    private void fillDuckDb() throws SQLException {
        StringBuilder table = new StringBuilder("CREATE TABLE month(").append(Month.name(0)).append(" BIGINT");
        for (int c = 1; c <= Month.FLOATS; c++) {
            table.append(", ").append(Month.name(c)).append(" FLOAT");
        }
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(table.append(')').toString());
        }
        try (DuckDBAppender appender = ((DuckDBConnection) duckDb).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "month")) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                appender.append(month.time[row]);
                for (int c = 0; c < Month.FLOATS; c++) {
                    appender.append(month.values[c][row]);
                }
                appender.endRow();
            }
        }
    }
}
