package space.opensensor.station;

import java.io.IOException;

import space.opensensor.parquet.Column;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.parquet.WriterOptions;

/**
 * The columns of a window's file: {@code timestamp} (TIMESTAMP in milliseconds, UTC) and one nullable column for each
 * {@link Quantity}, FLOAT or DECIMAL of the sensor's resolution. Files of readings that could not be dated have a null
 * {@code timestamp} and one more column, {@code monotonic_ms}: milliseconds since the boot.
 */
public final class ReadingSchema {

    /** Name of the column with the time. */
    public static final String TIMESTAMP = "timestamp";
    /** Name of the column with the time since the boot. */
    public static final String MONOTONIC = "monotonic_ms";

    /** Digits of a DECIMAL column, the most that an INT32 holds. */
    private static final int PRECISION = 9;
    private static final int LEAST_ROWS = 180;
    private static final int UNDATED_ROWS = 256;
    private static final int[] LEVELS = { StatisticsLevel.CHUNK, StatisticsLevel.NONE, StatisticsLevel.PAGE };
    private static final int MONOTONIC_INDEX = 1 + Quantity.COUNT;

    private ReadingSchema() {
    }

    /**
     * Makes the columns.
     *
     * @param dated false for files of readings that could not be dated.
     */
    public static Schema of(StationConfig config, boolean dated) {
        Column[] columns = new Column[1 + Quantity.COUNT + (dated ? 0 : 1)];
        Column timestamp = Column.int64(TIMESTAMP).timestamp(TimeUnit.MILLIS, true);
        columns[0] = dated ? timestamp.required() : timestamp;
        boolean decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            String name = Quantity.name(quantity);
            columns[1 + quantity] = decimals ? Column.decimal(name, PRECISION, Quantity.decimals(quantity))
                    : Column.float32(name);
        }
        if (!dated) {
            columns[MONOTONIC_INDEX] = Column.int64(MONOTONIC).required();
        }
        return Schema.of(columns);
    }

    /**
     * Tells how many rows a row group holds: those of one window, but at least {@value #LEAST_ROWS}, as a file may hold many
     * windows, or {@value #UNDATED_ROWS} undated ones.
     *
     * @param dated see {@link #of}.
     */
    static int rowsPerGroup(StationConfig config, boolean dated) {
        return Math.max(config.readingsPerWindow(), dated ? LEAST_ROWS : UNDATED_ROWS);
    }

    /**
     * Makes the writer's options.
     *
     * @param dated see {@link #of}.
     */
    public static WriterOptions options(StationConfig config, boolean dated) {
        return new WriterOptions().rowsPerGroup(rowsPerGroup(config, dated))
                .readers(config.number(StationConfig.READERS) == 0 ? Readers.ALL : Readers.MODERN)
                .statistics(LEVELS[config.number(StationConfig.STATISTICS)])
                .effort(config.number(StationConfig.EFFORT) == 0 ? Effort.FAST : Effort.HIGH);
    }

    /** Writes a dated row. */
    static void write(ParquetWriter writer, boolean decimals, Reading reading, long utcMillis) throws IOException {
        writer.setLong(0, utcMillis);
        writeValues(writer, decimals, reading);
        writer.endRow();
    }

    /** Writes a row that could not be dated. */
    static void writeUndated(ParquetWriter writer, boolean decimals, Reading reading) throws IOException {
        writer.setNull(0);
        writer.setLong(MONOTONIC_INDEX, reading.monotonicMillis());
        writeValues(writer, decimals, reading);
        writer.endRow();
    }

    private static void writeValues(ParquetWriter writer, boolean decimals, Reading reading) {
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if (!reading.has(quantity)) {
                writer.setNull(1 + quantity);
            } else if (decimals) {
                writeDecimal(writer, quantity, reading);
            } else {
                writer.setFloat(1 + quantity, reading.get(quantity));
            }
        }
    }

    /** Writes the number of units as it is, if the value is one: rounding a double takes ten times as long. */
    private static void writeDecimal(ParquetWriter writer, int quantity, Reading reading) {
        int units = ScaledFloat.scaled(reading.bits[quantity], Quantity.divisor(quantity));
        if (units == ScaledFloat.NONE) {
            writer.setDecimal(1 + quantity, reading.get(quantity));
        } else {
            writer.setInt(1 + quantity, units);
        }
    }
}
