package space.opensensor.station;

import java.io.IOException;

import space.opensensor.parquet.Codec;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.parquet.WriterOptions;

/**
 * The columns of a health file: {@code timestamp} (null if the row could not be dated), {@code boot},
 * {@code monotonic_ms} and one nullable INT32 for each field of {@link Health}.
 */
final class HealthSchema {

    private static final int TIMESTAMP = 0;
    private static final int BOOT = 1;
    private static final int MONOTONIC = 2;
    private static final int FIRST_FIELD = 3;
    private static final int ROWS_PER_GROUP = 16;

    private HealthSchema() {
    }

    static Schema of() {
        Column[] columns = new Column[FIRST_FIELD + Health.COUNT];
        columns[TIMESTAMP] = Column.int64(ReadingSchema.TIMESTAMP).timestamp(TimeUnit.MILLIS, true);
        columns[BOOT] = Column.int32("boot").required();
        columns[MONOTONIC] = Column.int64(ReadingSchema.MONOTONIC).required();
        for (int field = 0; field < Health.COUNT; field++) {
            columns[FIRST_FIELD + field] = Column.int32(Health.name(field));
        }
        return Schema.of(columns);
    }

    /** Few rows of small numbers: no codec and no statistics, which would cost more than they save. */
    static WriterOptions options() {
        return new WriterOptions().rowsPerGroup(ROWS_PER_GROUP).statistics(StatisticsLevel.NONE)
                .codec(Codec.UNCOMPRESSED);
    }

    /**
     * Writes a row.
     *
     * @param utcMillis milliseconds since 1970-01-01T00:00:00Z, used if dated.
     */
    static void write(ParquetWriter writer, Health health, int boot, boolean dated, long utcMillis) throws IOException {
        if (dated) {
            writer.setLong(TIMESTAMP, utcMillis);
        } else {
            writer.setNull(TIMESTAMP);
        }
        writer.setInt(BOOT, boot);
        writer.setLong(MONOTONIC, health.monotonicMillis());
        for (int field = 0; field < Health.COUNT; field++) {
            if (health.has(field)) {
                writer.setInt(FIRST_FIELD + field, health.get(field));
            } else {
                writer.setNull(FIRST_FIELD + field);
            }
        }
        writer.endRow();
    }
}
