package space.opensensor.simulator.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A moment written as ISO 8601 text: {@code 2026-03-01T12:00:00Z}, with or without fraction, zone offset, or with a
 * space for the T. Without an offset it is local time.
 */
public record Moment(LocalDateTime dateTime, boolean zoned) {

    /** @return the moment that a text names, null if it names none. */
    public static Moment parse(String text) {
        if (text.length() < 16 || text.charAt(4) != '-') {
            return null;
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            if (hasOffset(iso)) {
                OffsetDateTime moment = OffsetDateTime.parse(iso);
                return new Moment(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), true);
            }
            return new Moment(LocalDateTime.parse(iso), false);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', 11) > 0 || iso.indexOf('-', 11) > 0;
    }

    /** @return days since 1970-01-01 of {@code YYYY-MM-DD}, null if the text is no such date. */
    public static Long parseDay(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).toEpochDay() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Counts from 1970-01-01T00:00:00, of UTC if the text had an offset and of the local clock otherwise.
     *
     * @param unit MILLIS, MICROS or NANOS.
     * @throws ArithmeticException if the moment is finer than the unit or beyond 64 bits.
     */
    public long since1970(ChronoUnit unit) {
        Instant instant = this.dateTime.toInstant(ZoneOffset.UTC);
        long perSecond = ChronoUnit.SECONDS.getDuration().dividedBy(unit.getDuration());
        long nanosPerUnit = unit.getDuration().toNanos();
        if (instant.getNano() % nanosPerUnit != 0) {
            throw new ArithmeticException("finer than the unit");
        }
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), perSecond),
                instant.getNano() / nanosPerUnit);
    }

    /** @return the coarsest of MILLIS, MICROS and NANOS that holds the moment exactly. */
    public ChronoUnit unit() {
        int nano = this.dateTime.getNano();
        return nano % 1_000_000 == 0 ? ChronoUnit.MILLIS : nano % 1000 == 0 ? ChronoUnit.MICROS : ChronoUnit.NANOS;
    }
}
