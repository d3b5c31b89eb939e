package space.opensensor.simulator.convert;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.simulator.csv.Moment;
import space.opensensor.simulator.csv.Numbers;

/** Dates, times of day and timestamps. */
final class Times {

    private Times() {
    }

    static boolean setDate(ParquetWriter writer, int column, String text) {
        Long day = Moment.parseDay(text);
        if (day != null) {
            writer.setInt(column, Math.toIntExact(day));
        }
        return day != null;
    }

    /** A moment as text, or a whole number that counts in the unit. */
    static CellSetter timestamp(int unit) {
        return (writer, column, text) -> {
            if (Numbers.isWhole(text)) {
                writer.setLong(column, Long.parseLong(text));
                return true;
            }
            Moment moment = Moment.parse(text);
            if (moment != null) {
                writer.setLong(column, moment.since1970(chrono(unit)));
            }
            return moment != null;
        };
    }

    static CellSetter timeOfDay(int unit) {
        long nanosPerUnit = chrono(unit).getDuration().toNanos();
        return (writer, column, text) -> {
            long nanos;
            try {
                nanos = LocalTime.parse(text).toNanoOfDay();
            } catch (DateTimeException e) {
                return false;
            }
            if (nanos % nanosPerUnit != 0) {
                return false;
            }
            if (unit == TimeUnit.MILLIS) {
                writer.setInt(column, (int) (nanos / nanosPerUnit));
            } else {
                writer.setLong(column, nanos / nanosPerUnit);
            }
            return true;
        };
    }

    private static ChronoUnit chrono(int unit) {
        return unit == TimeUnit.MILLIS ? ChronoUnit.MILLIS : unit == TimeUnit.MICROS ? ChronoUnit.MICROS
                : ChronoUnit.NANOS;
    }
}
