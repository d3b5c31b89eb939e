package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

import space.opensensor.bytes.Ascii;

/** Calendar arithmetic of signatures. */
public class AmzDateTest {

    private static String format(long time) {
        byte[] bytes = new byte[AmzDate.LENGTH];
        AmzDate.format(time, bytes, 0);
        return Ascii.decode(bytes, 0, bytes.length);
    }

    @Test
    public void writesDatesAcrossLeapYearsAndCenturies() {
        assertEquals("19700101T000000Z", format(0));
        assertEquals("20130524T000000Z", format(1369353600000L));
        assertEquals("20000229T235959Z", format(951868799999L));
        assertEquals("20000301T000000Z", format(951868800000L));
        assertEquals("21000301T000000Z", format(4107542400000L));
        assertEquals("99991231T235959Z", format(253402300799999L));
    }

    @Test
    public void readsWhatItWritesForEveryDayOfFourCenturies() {
        for (int day = 0; day < 146097; day += 1) {
            long time = day * 86400000L + 43200000L;
            assertEquals(time, AmzDate.parse(format(time)));
        }
    }

    @Test
    public void readsTheFormsOfErrorDocumentsCredentialsAndHttp() {
        assertEquals(1559089303000L, AmzDate.parse("2019-05-29T00:21:43Z"));
        assertEquals(1559089303000L, AmzDate.parse("2019-05-29T00:21:43.123Z"));
        assertEquals(784111777000L, AmzDate.parseHttp("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    @Test
    public void refusesWhatIsNoDate() {
        String[] wrong = {"", "2019", "2019-13-29T00:21:43Z", "2019-05-29 00:21:43Z", "20190529T002143", "xxxx-05-29T00:21:43Z"};
        for (int i = 0; i < wrong.length; i++) {
            assertEquals(wrong[i], -1, AmzDate.parse(wrong[i]));
            assertEquals(wrong[i], -1, AmzDate.parseHttp(wrong[i]));
        }
        assertEquals(-1, AmzDate.parse(null));
        assertEquals(-1, AmzDate.parseHttp("Sun, 06 Xov 1994 08:49:37 GMT"));
        try {
            format(-1);
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("1970") > 0);
        }
    }
}
