package space.opensensor.calendar;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The calendar at its edges and over eight centuries. */
public class UtcDateTimeTest {

    private final UtcDateTime date = new UtcDateTime();

    @Test
    public void knowsPublishedMoments() {
        assertDate(0L, "1970-01-01 00:00:00");
        assertDate(1369353600000L, "2013-05-24 00:00:00");
        assertDate(951782399999L, "2000-02-28 23:59:59");
        assertDate(951782400000L, "2000-02-29 00:00:00");
        assertDate(2147483648000L, "2038-01-19 03:14:08");
        assertDate(4294967296000L, "2106-02-07 06:28:16");
        assertDate(4107542400000L, "2100-03-01 00:00:00");
        assertDate(-1L, "1969-12-31 23:59:59");
        assertDate(253402300799000L, "9999-12-31 23:59:59");
    }

    @Test
    public void countsEveryDayFrom1600To2400WithoutAGap() {
        int[] lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
        long millis = UtcDateTime.epochMillis(1600, 1, 1, 0, 0, 0);
        for (int year = 1600; year <= 2400; year++) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            for (int month = 1; month <= 12; month++) {
                int days = lengths[month - 1] + (leap && month == 2 ? 1 : 0);
                for (int day = 1; day <= days; day++) {
                    this.date.set(millis);
                    assertEquals(year, this.date.year());
                    assertEquals(month, this.date.month());
                    assertEquals(day, this.date.day());
                    millis += UtcDateTime.DAY_MILLIS;
                }
            }
        }
    }

    private void assertDate(long millis, String expected) {
        this.date.set(millis);
        StringBuilder text = new StringBuilder();
        UtcDateTime.appendPadded(text, this.date.year(), 4);
        text.append('-');
        UtcDateTime.appendPadded(text, this.date.month(), 2);
        text.append('-');
        UtcDateTime.appendPadded(text, this.date.day(), 2);
        text.append(' ');
        UtcDateTime.appendPadded(text, this.date.hour(), 2);
        text.append(':');
        UtcDateTime.appendPadded(text, this.date.minute(), 2);
        text.append(':');
        UtcDateTime.appendPadded(text, this.date.second(), 2);
        assertEquals(expected, text.toString());
        long whole = UtcDateTime.epochMillis(this.date.year(), this.date.month(), this.date.day(), this.date.hour(),
                this.date.minute(), this.date.second());
        assertEquals(millis - whole, (millis % 1000 + 1000) % 1000);
    }
}
