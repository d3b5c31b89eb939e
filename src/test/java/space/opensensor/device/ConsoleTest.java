package space.opensensor.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import org.junit.Test;

/** {@link Console} and the codes of {@link Event}. */
public class ConsoleTest {

    @Test
    public void everyEventHasACodeOfItsOwn() {
        for (int event = 0; event < Event.COUNT; event++) {
            assertNotNull(Event.text(event));
            for (int other = 0; other < event; other++) {
                boolean same = Event.text(event).substring(0, 3).equals(Event.text(other).substring(0, 3));
                assertEquals(Event.text(event), false, same);
            }
        }
    }

    @Test
    public void countsEveryTime() {
        Console console = new Console();
        for (int i = 0; i < 5; i++) {
            console.tell(Event.READING_LOST, null);
        }
        assertEquals(5, console.count(Event.READING_LOST));
        assertEquals(0, console.count(Event.UPLOADED));
    }
}
