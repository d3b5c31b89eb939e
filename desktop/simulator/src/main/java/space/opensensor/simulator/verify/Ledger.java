package space.opensensor.simulator.verify;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import space.opensensor.station.Quantity;
import space.opensensor.station.ReadingSchema;
import space.opensensor.station.StationConfig;

/** The readings that a station accepted, to be found again in its files. */
public final class Ledger {

    private final boolean decimals;
    private final boolean keepOutOfRange;
    private static final Pattern TIMES = Pattern.compile("/data_(\\d{4})(?:-(\\d{4}))?[-.]");
    private static final long DAY_MILLIS = 86400000L;

    private final long windowMillis;
    private final String keyStart;
    private final Map<ReadingRow, Integer> accepted = new HashMap<>();
    private long count;

    /** @param config of the station: what it does with values, and how it names objects. */
    public Ledger(StationConfig config) {
        this.decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        this.keepOutOfRange = config.number(StationConfig.OUT_OF_RANGE) == StationConfig.KEPT;
        this.windowMillis = config.windowMillis();
        this.keyStart = config.text(StationConfig.PREFIX) + "station=" + config.text(StationConfig.STATION) + "/";
    }

    /**
     * Enters a reading that the station accepted.
     *
     * @param values what the sensors gave, by quantity; NaN for missing.
     */
    public void accept(long utcMillis, float[] values) {
        float[] kept = values.clone();
        for (int quantity = 0; quantity < kept.length; quantity++) {
            boolean physical = kept[quantity] >= Quantity.minimum(quantity)
                    && kept[quantity] <= Quantity.maximum(quantity);
            kept[quantity] = physical || this.keepOutOfRange ? kept[quantity] : Float.NaN;
        }
        this.accepted.merge(ReadingRow.expected(utcMillis, kept, this.decimals), 1, Integer::sum);
        this.count++;
    }

    /** @return readings entered. */
    public long count() {
        return this.count;
    }

    /** @return what each key of this station starts with. */
    public String keyStart() {
        return this.keyStart;
    }

    /**
     * Tells what kind of file an object is.
     *
     * @return whether it holds readings; a file of the station's health does not.
     */
    public static boolean holdsReadings(String key) {
        return key.startsWith("data_", key.lastIndexOf('/') + 1);
    }

    /**
     * Looks for the readings in the files. Of files of health the rows are counted.
     *
     * @param folder each file lies below it under its key.
     * @param keys of all files, in any order.
     */
    public Verdict compare(Duck duck, Path folder, List<String> keys) throws SQLException {
        Map<ReadingRow, Integer> open = new HashMap<>(this.accepted);
        Map<String, Long> rows = new LinkedHashMap<>();
        long duplicated = 0;
        long strange = 0;
        long misplaced = 0;
        for (String key : keys) {
            Path file = folder.resolve(key);
            if (!holdsReadings(key)) {
                rows.put(key, duck.rows(file));
                continue;
            }
            long rowsHere = 0;
            try (Statement statement = duck.connection().createStatement();
                    ResultSet result = statement.executeQuery(query(file))) {
                while (result.next()) {
                    ReadingRow row = ReadingRow.read(result, 1, this.decimals);
                    Integer left = open.computeIfPresent(row, (r, n) -> n - 1);
                    strange += left == null ? 1 : 0;
                    duplicated += left != null && left < 0 ? 1 : 0;
                    misplaced += isInPlace(key, row.utcMillis()) ? 0 : 1;
                    rowsHere++;
                }
            }
            rows.put(key, rowsHere);
        }
        long lost = open.values().stream().mapToLong(n -> Math.max(0, n)).sum();
        return new Verdict(this.count, lost, duplicated, strange, misplaced, rows);
    }

    private static String query(Path file) {
        StringBuilder sql = new StringBuilder("SELECT epoch_ms(").append(ReadingSchema.TIMESTAMP).append(')');
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            sql.append(", ").append(Quantity.name(quantity));
        }
        return sql.append(" FROM read_parquet([").append(Duck.quoted(file.toString()))
                .append("], hive_partitioning = false)").toString();
    }

    /** Returns whether a time lies in the window of a key, or from the first window to the end of the last of several. */
    private boolean isInPlace(String key, long utcMillis) {
        Instant day = Instant.ofEpochMilli(Math.floorDiv(utcMillis, DAY_MILLIS) * DAY_MILLIS);
        String folder = DateTimeFormatter.ofPattern("'year='yyyy'/month='MM'/day='dd'/data_'").format(
                day.atOffset(ZoneOffset.UTC));
        Matcher times = TIMES.matcher(key);
        if (!key.startsWith(this.keyStart + folder) || !times.find()) {
            return false;
        }
        long start = day.toEpochMilli() + millis(times.group(1));
        long end = times.group(2) == null ? start + this.windowMillis : day.toEpochMilli() + millis(times.group(2));
        return utcMillis >= start && utcMillis < end;
    }

    private static long millis(String time) {
        int number = Integer.parseInt(time);
        return (number / 100 * 60 + number % 100) * 60000L;
    }
}
