package space.opensensor.device;

import java.io.IOException;

import org.junit.After;
import org.junit.Assert;
import org.junit.Test;

import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/** {@link NativeSensors} over the mock of the natives. */
public class NativeSensorsTest {

    private static final String ABSENT = "space.opensensor.mock.absent";

    private final Console console = new Console();
    private final NativeSensors sensors = new NativeSensors(10000, this.console);
    private final Reading reading = new Reading();

    @After
    public void allPresent() {
        System.clearProperty(ABSENT);
    }

    @Test
    public void readsEveryQuantityWithinItsRange() throws IOException {
        this.sensors.read(this.reading);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            Assert.assertTrue(Quantity.name(quantity), this.reading.has(quantity));
            float value = this.reading.get(quantity);
            Assert.assertTrue(Quantity.name(quantity) + " " + value,
                    value >= Quantity.minimum(quantity) && value <= Quantity.maximum(quantity));
        }
        Assert.assertEquals(0, this.console.count(Event.SENSORS_ABSENT));
    }

    @Test
    public void anAbsentSensorLeavesItsQuantitiesMissing() throws IOException {
        System.setProperty(ABSENT, Quantity.LIGHT + "," + Quantity.NOISE);
        this.sensors.read(this.reading);
        Assert.assertFalse(this.reading.has(Quantity.LIGHT));
        Assert.assertFalse(this.reading.has(Quantity.NOISE));
        Assert.assertTrue(this.reading.has(Quantity.TEMPERATURE));
        Assert.assertEquals(1, this.console.count(Event.SENSORS_ABSENT));
    }

    @Test
    public void aSensorThatFailsIsToldAndTheOthersGoOn() throws IOException {
        this.sensors.read(this.reading);
        System.setProperty(ABSENT, "0");
        this.reading.clear(5000);
        this.sensors.read(this.reading);
        Assert.assertFalse(this.reading.has(Quantity.TEMPERATURE));
        Assert.assertTrue(this.reading.has(Quantity.HUMIDITY));
        Assert.assertEquals(1, this.console.count(Event.SENSOR_FAILED));
    }

    @Test
    public void looksAgainForAnAbsentSensor() throws IOException {
        System.setProperty(ABSENT, "0");
        this.sensors.read(this.reading);
        System.clearProperty(ABSENT);
        for (int i = 0; i < 61; i++) {
            this.reading.clear(i);
            this.sensors.read(this.reading);
        }
        Assert.assertEquals(1, this.console.count(Event.SENSORS_ABSENT));
        System.setProperty(ABSENT, "0");
        this.sensors.read(this.reading);
        Assert.assertEquals("found, so its absence is a failure now", 1, this.console.count(Event.SENSOR_FAILED));
    }
}
