package space.opensensor.interop.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of one file in the canonical form of {@link Cells}: columns in schema order, one cell for each row. */
public final class Table {

    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    /** @return the cells of the column, created empty at first use; append to it */
    public List<String> column(String name) {
        return columns.computeIfAbsent(name, unused -> new ArrayList<>());
    }

    public Map<String, List<String>> columns() {
        return columns;
    }

    /** @return "column, row, expected, got" of the first difference, or null where the tables are equal */
    public String difference(Table got) {
        if (!columns.keySet().equals(got.columns.keySet())) {
            return "columns expected " + columns.keySet() + ", got " + got.columns.keySet();
        }
        for (Map.Entry<String, List<String>> column : columns.entrySet()) {
            String difference = difference(column.getValue(), got.columns.get(column.getKey()));
            if (difference != null) {
                return "column " + column.getKey() + ", " + difference;
            }
        }
        return null;
    }

    private static String difference(List<String> expected, List<String> got) {
        int rows = Math.min(expected.size(), got.size());
        for (int row = 0; row < rows; row++) {
            if (!expected.get(row).equals(got.get(row))) {
                return "row " + row + ", expected " + expected.get(row) + ", got " + got.get(row);
            }
        }
        if (expected.size() != got.size()) {
            return "expected " + expected.size() + " rows, got " + got.size();
        }
        return null;
    }
}
