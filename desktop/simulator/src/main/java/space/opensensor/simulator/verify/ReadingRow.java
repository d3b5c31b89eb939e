package space.opensensor.simulator.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import space.opensensor.station.Quantity;

/**
 * A row of a window's file down to the bit: the time, then for each quantity the bits of the float, or the unscaled
 * number of a decimal, or {@link #NULL}. Two rows are equal if every one of them is.
 */
final class ReadingRow {

    private static final long NULL = Long.MIN_VALUE;
    private static final long LOW_32_BITS = 0xFFFFFFFFL;

    private final long[] cells;

    private ReadingRow(long[] cells) {
        this.cells = cells;
    }

    /**
     * What must be in the file.
     *
     * @param values by quantity; NaN for missing.
     * @param decimals whether the columns are DECIMAL of the sensors' resolution.
     */
    static ReadingRow expected(long utcMillis, float[] values, boolean decimals) {
        long[] cells = new long[1 + Quantity.COUNT];
        cells[0] = utcMillis;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            float value = values[quantity];
            cells[1 + quantity] = Float.isNaN(value) ? NULL
                    : decimals ? unscaled(value, quantity) : Float.floatToRawIntBits(value) & LOW_32_BITS;
        }
        return new ReadingRow(cells);
    }

    private static long unscaled(float value, int quantity) {
        return new BigDecimal(value).setScale(Quantity.decimals(quantity), RoundingMode.HALF_EVEN).unscaledValue()
                .longValueExact();
    }

    /** What is in the file: time in milliseconds, then the quantities, from column {@code first} on. */
    static ReadingRow read(ResultSet row, int first, boolean decimals) throws SQLException {
        long[] cells = new long[1 + Quantity.COUNT];
        long time = row.getLong(first);
        cells[0] = row.wasNull() ? NULL : time;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            cells[1 + quantity] = cell(row, first + 1 + quantity, decimals);
        }
        return new ReadingRow(cells);
    }

    private static long cell(ResultSet row, int column, boolean decimals) throws SQLException {
        if (decimals) {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? NULL : value.unscaledValue().longValueExact();
        }
        float value = row.getFloat(column);
        return row.wasNull() ? NULL : Float.floatToRawIntBits(value) & LOW_32_BITS;
    }

    /** @return the time, milliseconds since 1970-01-01T00:00:00Z. */
    long utcMillis() {
        return this.cells[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingRow && Arrays.equals(this.cells, ((ReadingRow) other).cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(this.cells);
    }
}
