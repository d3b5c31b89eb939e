package space.opensensor.simulator.convert;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.simulator.Failure;
import space.opensensor.simulator.csv.Numbers;
import space.opensensor.simulator.csv.Profile;

/** The types by their names. */
final class ColumnTypes {

    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,3}),(\\d{1,3})\\)");
    private static final Map<String, ColumnType> TYPES = new LinkedHashMap<>();

    static {
        put("boolean", "true or false", Column::bool, ColumnTypes::setBoolean);
        for (int bits = 8; bits <= 64; bits *= 2) {
            putInteger(bits, true);
            putInteger(bits, false);
        }
        put("float", "a decimal number, NaN or Infinity", Column::float32, ColumnTypes::setFloat);
        put("double", "a decimal number, NaN or Infinity", Column::float64, ColumnTypes::setDouble);
        put("float16", "a decimal number, NaN or Infinity", Column::float16, ColumnTypes::setFloat);
        put("string", "text", Column::string, ColumnTypes::setText);
        put("enum", "text", name -> Column.binary(name).enumeration(), ColumnTypes::setText);
        put("json", "text", name -> Column.binary(name).json(), ColumnTypes::setText);
        put("uuid", "a UUID as 123e4567-e89b-12d3-a456-426614174000", Column::uuid, Uuids::set);
        put("date", "a date as 2026-03-01", name -> Column.int32(name).date(), Times::setDate);
        putTimes("", TimeUnit.MILLIS);
        putTimes("_micros", TimeUnit.MICROS);
        putTimes("_nanos", TimeUnit.NANOS);
    }

    private ColumnTypes() {
    }

    /**
     * Finds a type.
     *
     * @param column the column that shall have it, for the error text.
     * @throws Failure if there is no such type; lists all of them.
     */
    static ColumnType named(String column, String text) {
        String name = text.toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher decimal = DECIMAL.matcher(name);
        if (decimal.matches()) {
            return decimal(column, Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        ColumnType type = TYPES.get(name);
        if (type == null) {
            throw Failure.usage("--columns, column \"" + column + "\": \"" + text + "\" is not a type; allowed are "
                    + String.join(", ", TYPES.keySet()) + ", decimal(PRECISION,SCALE)");
        }
        return type;
    }

    private static ColumnType decimal(String column, int precision, int scale) {
        try {
            Column.decimal(column, precision, scale);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--columns, " + e.getMessage());
        }
        return new ColumnType("decimal(" + precision + "," + scale + ")",
                "a number of up to " + (precision - scale) + " digits before and " + scale + " behind the point",
                name -> Column.decimal(name, precision, scale), new DecimalSetter(precision, scale));
    }

    private static void putTimes(String suffix, int unit) {
        String since = "or " + (suffix.isEmpty() ? "milliseconds" : suffix.equals("_micros") ? "microseconds"
                : "nanoseconds") + " since 1970";
        put("timestamp" + suffix, "ISO 8601 as 2026-03-01T12:00:00Z no finer than the type, " + since,
                name -> Column.int64(name).timestamp(unit, true), Times.timestamp(unit));
        put("local_timestamp" + suffix, "ISO 8601 as 2026-03-01T12:00:00 no finer than the type, " + since,
                name -> Column.int64(name).timestamp(unit, false), Times.timestamp(unit));
        Function<String, Column> time = unit == TimeUnit.MILLIS ? Column::int32 : Column::int64;
        put("time" + suffix, "a time of day as 12:00:00 no finer than the type",
                name -> time.apply(name).time(unit, false), Times.timeOfDay(unit));
    }

    private static void putInteger(int bits, boolean signed) {
        String name = (signed ? "int" : "uint") + bits;
        Function<String, Column> plain = bits == 64 ? Column::int64 : Column::int32;
        boolean bare = signed && bits >= 32;
        String range = signed ? "-2^" + (bits - 1) + " to 2^" + (bits - 1) + " - 1" : "0 to 2^" + bits + " - 1";
        put(name, "a whole number from " + range,
                column -> bare ? plain.apply(column) : plain.apply(column).integer(bits, signed),
                new IntegerSetter(bits, signed));
    }

    private static void put(String name, String allowed, Function<String, Column> column, CellSetter setter) {
        TYPES.put(name, new ColumnType(name, allowed, column, setter));
    }

    private static boolean setBoolean(ParquetWriter writer, int column, String text) {
        if (!Profile.isTruth(text)) {
            return false;
        }
        writer.setBoolean(column, text.equalsIgnoreCase("true"));
        return true;
    }

    private static boolean setFloat(ParquetWriter writer, int column, String text) {
        Float value = Numbers.toFloat(text);
        if (value != null) {
            writer.setFloat(column, value);
        }
        return value != null;
    }

    private static boolean setDouble(ParquetWriter writer, int column, String text) {
        Double value = Numbers.toDouble(text);
        if (value != null) {
            writer.setDouble(column, value);
        }
        return value != null;
    }

    private static boolean setText(ParquetWriter writer, int column, String text) {
        writer.setString(column, text);
        return true;
    }
}
