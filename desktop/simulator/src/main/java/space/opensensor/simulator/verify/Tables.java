package space.opensensor.simulator.verify;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Aligned text tables: numbers to the right, text to the left. */
public final class Tables {

    private static final int MAX_COLUMN_WIDTH = 200;

    private Tables() {
    }

    /**
     * Draws a table.
     *
     * @param header names of the columns; one that starts with {@code >} holds numbers.
     * @param rows as many cells each as the header.
     */
    public static String of(String[] header, List<String[]> rows) {
        Column[] columns = new Column[header.length];
        for (int i = 0; i < columns.length; i++) {
            boolean number = header[i].startsWith(">");
            columns[i] = new Column().header(number ? header[i].substring(1) : header[i])
                    .headerAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .dataAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT).maxWidth(MAX_COLUMN_WIDTH);
        }
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, rows.toArray(new String[0][]));
    }

    /** Draws the result of a query. */
    public static String of(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        String[] header = new String[meta.getColumnCount()];
        for (int i = 0; i < header.length; i++) {
            header[i] = (isNumber(meta.getColumnType(i + 1)) ? ">" : "") + meta.getColumnLabel(i + 1);
        }
        List<String[]> rows = new ArrayList<>();
        while (result.next()) {
            String[] row = new String[header.length];
            for (int i = 0; i < row.length; i++) {
                Object value = result.getObject(i + 1);
                row[i] = value == null ? "" : value instanceof Double
                        ? String.format(Locale.ROOT, "%.2f", value) : result.getString(i + 1);
            }
            rows.add(row);
        }
        return of(header, rows);
    }

    private static boolean isNumber(int type) {
        return switch (type) {
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL,
                Types.FLOAT, Types.DOUBLE -> true;
        default -> false;
        };
    }
}
