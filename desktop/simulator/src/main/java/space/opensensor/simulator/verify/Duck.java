package space.opensensor.simulator.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** A DuckDB database in memory that may use the files of this machine and no network. */
public final class Duck implements AutoCloseable {

    private static final int MOST_HOURS = 36;

    private final Connection connection;

    private Duck(Connection connection) {
        this.connection = connection;
    }

    /** Opens a database. */
    public static Duck open() throws SQLException {
        Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = duck.connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET TimeZone = 'UTC'");
        }
        return duck;
    }

    /** @return the database. */
    public Connection connection() {
        return this.connection;
    }

    /** @return a text as a literal of SQL. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** @return the result of a query, drawn as a table. */
    public String table(String sql) throws SQLException {
        try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            return Tables.of(result);
        }
    }

    /** @return the rows of a Parquet file, every value of which was read. */
    public long rows(Path file) throws SQLException {
        long rows = 0;
        try (Statement statement = this.connection.createStatement();
                ResultSet result = statement.executeQuery("FROM read_parquet([" + quoted(file.toString()) + "])")) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** @return one line for each column of a Parquet file, over all its row groups. */
    public String columnTable(Path file) throws SQLException {
        String name = quoted(file.toString());
        return table("WITH s AS (SELECT row_number() OVER () AS n, * FROM (FROM parquet_schema(" + name
                + ")) WHERE type IS NOT NULL) SELECT coalesce(any_value(path_in_schema), s.name) AS \"column\", "
                + "s.type AS physical, s.duckdb_type AS type, s.repetition_type AS repetition, "
                + "string_agg(DISTINCT encodings, ' / ') AS encodings, "
                + "string_agg(DISTINCT compression, ' / ') AS codec, sum(num_values)::BIGINT AS \"values\", "
                + "sum(total_uncompressed_size)::BIGINT AS uncompressed, sum(total_compressed_size)::BIGINT AS bytes "
                + "FROM s LEFT JOIN parquet_metadata(" + name + ") m ON m.column_id = s.n - 1 "
                + "GROUP BY s.n, s.name, s.type, s.duckdb_type, s.repetition_type ORDER BY s.n");
    }

    /**
     * Asks a question over the partitions of the keys: rows, first and last time, averages per hour, or per day if there
     * are many hours.
     *
     * @param folder the files lie below it under their keys.
     */
    public String summary(Path folder, List<String> keys) throws SQLException {
        String files = keys.stream().map(key -> quoted(folder.resolve(key).toString()))
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = true)"));
        String hour = hours(files) > MOST_HOURS ? "" : "strftime(timestamp, '%H:00') AS hour, ";
        return table("SELECT station, year, month, day, " + hour + "count(*) AS rows, avg(temperature) AS temperature, "
                + "avg(humidity) AS humidity, avg(light) AS light, max(noise) AS noise_max FROM " + files
                + " GROUP BY ALL ORDER BY ALL");
    }

    private long hours(String files) throws SQLException {
        try (Statement statement = this.connection.createStatement(); ResultSet result = statement
                .executeQuery("SELECT date_diff('hour', min(timestamp), max(timestamp)) FROM " + files)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        this.connection.close();
    }
}
