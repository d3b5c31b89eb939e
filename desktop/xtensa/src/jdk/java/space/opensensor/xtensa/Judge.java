package space.opensensor.xtensa;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/** DuckDB reads the files of a run: those of the day and of the outage must hold, bit for bit, what the sensors gave. */
public final class Judge {

    private static final long START = 1772323200000L;
    private static final int READINGS = 17280;
    private static final int OUTAGE_READINGS = READINGS / 4;
    private static final int INTERVAL = 5000;
    /** The reading before which the power fails, and how many before it may wait in memory by the default policy. */
    private static final int CUT = 9444;
    private static final int WAITING = 11;

    private Judge() {
    }

    /** Arguments: the directories of the day, of the window's variants and of the outage. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duck.createStatement()) {
            int rows = judge(statement, Path.of(arguments[0]), READINGS, CUT);
            System.out.println("duckdb: " + rows + " readings of the day, bit for bit");
            rows = judge(statement, Path.of(arguments[2]), OUTAGE_READINGS, 0);
            System.out.println("duckdb: " + rows + " readings of the outage, bit for bit");
            try (ResultSet count = statement.executeQuery("select count(*), count(distinct filename) from read_parquet('"
                    + Path.of(arguments[1]) + "/*.parquet', filename = true, union_by_name = true)")) {
                count.next();
                check(count.getInt(1) == 178 * count.getInt(2), "a variant of the window has not 178 rows");
                System.out.println("duckdb: " + count.getInt(2) + " files of the window");
            }
        }
    }

    /** The readings just before {@code cut} may be missing. */
    private static int judge(Statement statement, Path files, int readings, int cut) throws SQLException {
        SteppingClock clock = new SteppingClock(START);
        SyntheticSensors sensors = new SyntheticSensors(clock, new Meter());
        Reading reading = new Reading();
        int rows = 0;
        boolean waits = false;
        try (ResultSet row = statement.executeQuery("select epoch_ms(timestamp), * exclude (timestamp) from read_parquet('"
                + files + "/window-*.parquet') order by timestamp")) {
            for (int i = 0; i < readings; i++) {
                clock.moveTo((long) i * INTERVAL);
                reading.clear(clock.monotonicMillis());
                read(sensors, reading);
                check(waits || row.next(), "reading " + i + " is missing");
                waits = row.getLong(1) != START + (long) i * INTERVAL;
                if (!waits) {
                    compare(row, reading, i);
                    rows++;
                }
                check(!waits || i >= cut - WAITING && i < cut, "reading " + i + " is missing");
            }
            check(!row.next(), "there are more readings than were taken");
        }
        return rows;
    }

    /** What was read before a sensor failed counts. */
    private static void read(SyntheticSensors sensors, Reading reading) {
        try {
            sensors.read(reading);
        } catch (IOException e) {
            return;
        }
    }

    private static void compare(ResultSet row, Reading reading, int index) throws SQLException {
        for (int q = 0; q < Quantity.COUNT; q++) {
            float value = row.getFloat(2 + q);
            boolean isNull = row.wasNull();
            check(isNull != reading.has(q) && (isNull
                    || Float.floatToRawIntBits(value) == Float.floatToRawIntBits(reading.get(q))),
                    "reading " + index + ", " + Quantity.name(q) + " is " + value);
        }
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalStateException(otherwise);
        }
    }
}
