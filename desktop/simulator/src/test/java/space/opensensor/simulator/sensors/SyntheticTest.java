package space.opensensor.simulator.sensors;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

public class SyntheticTest {

    private static final long START = 1772323200000L;

    @Test
    public void givesTheSameValuesForTheSameSeedAndTimes() {
        assertEquals("18.19 60.43 1012.99 7.0 11.0 15.0 101714.0 0.5 40.3", first(42, 1));
        assertEquals("18.2 60.42 1013.0 7.0 11.0 15.0 101229.0 0.5 40.4", first(42, 2));
        assertEquals("18.21 60.52 1013.01 7.0 11.0 16.0 101853.0 0.5 40.9", first(42, 3));
    }

    @Test
    public void staysWithinThePhysicalRange() {
        Synthetic series = new Synthetic(7);
        Reading reading = new Reading();
        for (int tick = 0; tick < 17280; tick++) {
            reading.clear(0);
            series.read(tick, START + tick * 5000L, reading);
            for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
                assertEquals(true, reading.get(quantity) >= Quantity.minimum(quantity)
                        && reading.get(quantity) <= Quantity.maximum(quantity));
            }
        }
    }

    private static String first(long seed, int readings) {
        Synthetic series = new Synthetic(seed);
        Reading reading = new Reading();
        for (int tick = 0; tick < readings; tick++) {
            reading.clear(0);
            series.read(tick, START + tick * 5000L, reading);
        }
        StringBuilder text = new StringBuilder();
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            text.append(quantity == 0 ? "" : " ").append(reading.get(quantity));
        }
        return text.toString();
    }
}
