package space.opensensor.interop.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.TimeUnit;

/** Writes a sample with the writer under test. */
public final class ProductWriter {

    /** Longest list and longest binary value that the samples have. */
    private static final int MAX_LIST = 8;
    private static final int MAX_BYTES = 1 << 12;

    private ProductWriter() {
    }

    /** @return the bytes written to the file */
    public static byte[] write(Sample sample, Settings settings, Path file) throws IOException {
        byte[] bytes = write(sample, settings);
        Files.write(file, bytes);
        return bytes;
    }

    public static byte[] write(Sample sample, Settings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetWriter writer = new ParquetWriter(schema(sample, settings), settings.options());
        writer.open(out);
        for (int row = 0; row < sample.rows(); row++) {
            for (int c = 0; c < sample.fields().size(); c++) {
                set(writer, c, sample.fields().get(c).kind(), sample.value(c, row));
            }
            writer.endRow();
        }
        writer.close();
        return out.toByteArray();
    }

    private static Schema schema(Sample sample, Settings settings) {
        Column[] columns = new Column[sample.fields().size()];
        for (int c = 0; c < columns.length; c++) {
            Field field = sample.fields().get(c);
            Column column = column(field).encoding(settings.encoding(c));
            if (settings.bloomValues(c) > 0) {
                column = column.bloomFilter(settings.bloomValues(c));
            }
            if (field.repetition().isList()) {
                column = column.list(MAX_LIST, field.repetition().hasNullableElements());
            }
            columns[c] = field.repetition().isNullable() ? column : column.required();
        }
        return Schema.of(columns);
    }

    private static Column column(Field field) {
        String name = field.name();
        switch (field.kind()) {
            case BOOLEAN:
                return Column.bool(name);
            case INT32:
                return Column.int32(name);
            case INT8:
                return Column.int32(name).integer(8, true);
            case INT16:
                return Column.int32(name).integer(16, true);
            case UINT8:
                return Column.int32(name).integer(8, false);
            case UINT16:
                return Column.int32(name).integer(16, false);
            case UINT32:
                return Column.int32(name).integer(32, false);
            case DATE:
                return Column.int32(name).date();
            case TIME_MILLIS:
                return Column.int32(name).time(TimeUnit.MILLIS, field.utc());
            case DECIMAL32:
                return Column.int32(name).decimal(field.precision(), field.scale());
            case INT64:
                return Column.int64(name);
            case UINT64:
                return Column.int64(name).integer(64, false);
            case TIME_MICROS:
                return Column.int64(name).time(TimeUnit.MICROS, field.utc());
            case TIME_NANOS:
                return Column.int64(name).time(TimeUnit.NANOS, field.utc());
            case TIMESTAMP_MILLIS:
                return Column.int64(name).timestamp(TimeUnit.MILLIS, field.utc());
            case TIMESTAMP_MICROS:
                return Column.int64(name).timestamp(TimeUnit.MICROS, field.utc());
            case TIMESTAMP_NANOS:
                return Column.int64(name).timestamp(TimeUnit.NANOS, field.utc());
            case DECIMAL64:
                return Column.int64(name).decimal(field.precision(), field.scale());
            case FLOAT:
                return Column.float32(name);
            case DOUBLE:
                return Column.float64(name);
            case BINARY:
                return Column.binary(name).maxLength(MAX_BYTES);
            case STRING:
                return Column.string(name).maxLength(MAX_BYTES);
            case ENUM:
                return Column.binary(name).enumeration();
            case JSON:
                return Column.binary(name).json();
            case FIXED:
                return Column.fixed(name, field.length());
            case DECIMAL_FIXED:
                return Column.fixed(name, field.length()).decimal(field.precision(), field.scale());
            case UUID:
                return Column.uuid(name);
            case FLOAT16:
                return Column.float16(name);
            default:
                throw new IllegalArgumentException(field.toString());
        }
    }

    private static void set(ParquetWriter writer, int column, Kind kind, Object value) {
        if (value == null) {
            writer.setNull(column);
            return;
        }
        if (value instanceof List<?> list) {
            writer.beginList(column);
            for (Object element : list) {
                set(writer, column, kind, element);
            }
            writer.endList(column);
            return;
        }
        switch (kind.physical()) {
            case BOOLEAN:
                writer.setBoolean(column, (boolean) value);
                break;
            case INT32:
                writer.setInt(column, (int) (long) value);
                break;
            case INT64:
                writer.setLong(column, (long) value);
                break;
            case FLOAT:
                writer.setFloat(column, (float) value);
                break;
            case DOUBLE:
                writer.setDouble(column, (double) value);
                break;
            default:
                byte[] bytes = (byte[]) value;
                writer.setBytes(column, bytes, 0, bytes.length);
        }
    }
}
