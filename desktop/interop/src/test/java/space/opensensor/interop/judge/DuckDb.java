package space.opensensor.interop.judge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB: reads with its own C++ Parquet reader, uses chunk statistics and bloom filters for predicates. */
public final class DuckDb extends InProcessJudge {

    private final Connection connection;

    public DuckDb() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'");
            }
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public String cannotRead(FileReport file) {
        if (file.has("FIXED_LEN_BYTE_ARRAY", "BYTE_STREAM_SPLIT")) {
            return "no BYTE_STREAM_SPLIT of FIXED_LEN_BYTE_ARRAY";
        }
        return file.hasLogical("TIME(NANOS,utc)") ? "TIME in nanoseconds of UTC is cut to microseconds" : null;
    }

    @Override
    Table read(Path file) throws SQLException {
        return select(file, "true");
    }

    /**
     * Rows that pass a filter which DuckDB may push down to statistics and bloom filters.
     *
     * @param condition SQL over the columns of the file
     */
    public Table select(Path file, String condition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            List<String> types = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source(file))) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    types.add(rows.getString(2));
                }
            }
            Table table = new Table();
            try (ResultSet rows = statement.executeQuery(query(file, names, types, condition))) {
                for (String name : names) {
                    table.column(name);
                }
                while (rows.next()) {
                    for (int i = 0; i < names.size(); i++) {
                        table.column(names.get(i)).add(cell(rows.getObject(i + 1), types.get(i)));
                    }
                }
            }
            return table;
        }
    }

    private static String source(Path file) {
        return "read_parquet('" + file.toString().replace("'", "''") + "')";
    }

    private static String query(Path file, List<String> names, List<String> types, String condition) {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            selected.add(expression("\"" + names.get(i).replace("\"", "\"\"") + "\"", types.get(i)));
        }
        return "SELECT " + String.join(", ", selected) + " FROM " + source(file) + " WHERE " + condition;
    }

    /** SQL that turns times into integers, because java.sql has no type of their precision. */
    private static String expression(String value, String type) {
        if (type.endsWith("[]")) {
            return "list_transform(" + value + ", lambda x: " + expression("x", type.substring(0, type.length() - 2)) + ")";
        }
        switch (type) {
            case "DATE":
                return "(" + value + " - DATE '1970-01-01')";
            case "TIME":
            case "TIME WITH TIME ZONE":
                return "(epoch_us(" + value + "::TIME)::HUGEINT * 1000)";
            case "TIME_NS":
                return "epoch_ns(" + value + ")";
            case "TIMESTAMP_NS":
            case "TIMESTAMPTZ_NS":
                return "epoch_ns(" + value + ")";
            case "TIMESTAMP_MS":
            case "TIMESTAMP_S":
            case "TIMESTAMP":
            case "TIMESTAMP WITH TIME ZONE":
                return "(epoch_us(" + value + "::TIMESTAMP)::HUGEINT * 1000)";
            default:
                return value;
        }
    }

    private static String cell(Object value, String type) throws SQLException {
        if (value == null) {
            return Cells.NULL;
        }
        if (value instanceof Array array) {
            List<String> cells = new ArrayList<>();
            for (Object element : (Object[]) array.getArray()) {
                cells.add(cell(element, type.substring(0, type.length() - 2)));
            }
            return Cells.list(cells);
        }
        if (value instanceof Boolean bool) {
            return Cells.of(bool.booleanValue());
        }
        if (value instanceof Float number) {
            return Cells.of(number.floatValue());
        }
        if (value instanceof Double number) {
            return Cells.of(number.doubleValue());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Blob blob) {
            return Cells.of(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof java.util.UUID uuid) {
            return Cells.of(java.nio.ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits()).array());
        }
        return value instanceof Number ? value.toString() : Cells.of(value.toString());
    }
}
