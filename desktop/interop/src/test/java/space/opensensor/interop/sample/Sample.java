package space.opensensor.interop.sample;

import java.util.ArrayList;
import java.util.List;
import space.opensensor.interop.judge.Table;

/** Rows with their schema: what a writer is given, and what every judge must find. */
public final class Sample {

    private final List<Field> fields = new ArrayList<>();
    private final List<Object[]> columns = new ArrayList<>();
    private final int rows;

    public Sample(int rows) {
        this.rows = rows;
    }

    /** @param values one for each row, as {@link Field#cell} takes them */
    public Sample add(Field field, Object... values) {
        if (values.length != rows) {
            throw new IllegalArgumentException(field.name() + " has " + values.length + " values, rows are " + rows);
        }
        fields.add(field);
        columns.add(values);
        return this;
    }

    public int rows() {
        return rows;
    }

    public List<Field> fields() {
        return fields;
    }

    public Object value(int column, int row) {
        return columns.get(column)[row];
    }

    /** @return the canonical cells of all values */
    public Table expected() {
        Table table = new Table();
        for (int c = 0; c < fields.size(); c++) {
            List<String> cells = table.column(fields.get(c).name());
            for (Object value : columns.get(c)) {
                cells.add(fields.get(c).cell(value));
            }
        }
        return table;
    }
}
