package space.opensensor.device;

import java.io.IOException;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/** {@link NativeSensors} over the mock of the natives. */
public class NativeSensorsTest {

    private static final String ABSENT = "space.opensensor.mock.absent";
    private static final String STATES = "space.opensensor.mock.states";
    private static final String REFUSE = "space.opensensor.mock.refuse";

    private final Console console = new Console();
    private final NativeSensors sensors = new NativeSensors(10000, this.console);
    private final Reading reading = new Reading();

    @Before
    public void notStarted() {
        SensorNatives.stop();
    }

    @After
    public void allPresent() {
        System.clearProperty(ABSENT);
        System.clearProperty(STATES);
        System.clearProperty(REFUSE);
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
        for (int event = 0; event < Event.COUNT; event++) {
            Assert.assertEquals(Event.text(event), 0, this.console.count(event));
        }
    }

    @Test
    public void anAbsentSensorLeavesItsQuantitiesMissingAndIsToldOnce() throws IOException {
        System.setProperty(STATES, "2=" + SensorHealth.ABSENT + ",3=" + SensorHealth.OFF);
        for (int i = 0; i < 5; i++) {
            this.reading.clear(i);
            this.sensors.read(this.reading);
        }
        Assert.assertFalse(this.reading.has(Quantity.LIGHT));
        Assert.assertFalse(this.reading.has(Quantity.NOISE));
        Assert.assertTrue(this.reading.has(Quantity.TEMPERATURE));
        Assert.assertEquals(2, this.console.count(Event.SENSORS_ABSENT));
    }

    @Test
    public void eachFaultHasAnEventOfItsOwn() throws IOException {
        int[] states = { SensorHealth.WRONG_ID, SensorHealth.BAD_CALIBRATION, SensorHealth.BUS_FAILED,
                SensorHealth.BAD_CHECKSUM, SensorHealth.STUCK, SensorHealth.OUT_OF_RANGE };
        int[] events = { Event.SENSOR_WRONG, Event.SENSOR_CALIBRATION, Event.SENSOR_FAILED, Event.SENSOR_CHECKSUM,
                Event.SENSOR_STUCK, Event.SENSOR_RANGE };
        for (int i = 0; i < states.length; i++) {
            System.setProperty(STATES, "0=" + states[i]);
            this.reading.clear(i);
            this.sensors.read(this.reading);
            this.sensors.read(this.reading);
            Assert.assertFalse(this.reading.has(Quantity.TEMPERATURE));
            Assert.assertTrue(this.reading.has(Quantity.LIGHT));
            Assert.assertEquals(Event.text(events[i]), 1, this.console.count(events[i]));
        }
    }

    @Test
    public void aFaultThatComesBackIsToldAgain() throws IOException {
        for (int i = 0; i < 3; i++) {
            System.setProperty(STATES, "1=" + SensorHealth.BAD_CHECKSUM);
            this.sensors.read(this.reading);
            System.clearProperty(STATES);
            this.sensors.read(this.reading);
        }
        Assert.assertEquals(3, this.console.count(Event.SENSOR_CHECKSUM));
    }

    @Test
    public void aSensorThatIsWellButGivesNoFreshValueIsTold() throws IOException {
        System.setProperty(ABSENT, "0");
        this.sensors.read(this.reading);
        Assert.assertFalse(this.reading.has(Quantity.TEMPERATURE));
        Assert.assertTrue(this.reading.has(Quantity.HUMIDITY));
        Assert.assertEquals(1, this.console.count(Event.SENSOR_FAILED));
    }

    @Test
    public void gasMayWaitForItsHeater() throws IOException {
        System.setProperty(ABSENT, String.valueOf(Quantity.GAS_RESISTANCE));
        this.sensors.read(this.reading);
        Assert.assertFalse(this.reading.has(Quantity.GAS_RESISTANCE));
        Assert.assertEquals(0, this.console.count(Event.SENSOR_FAILED));
    }

    @Test
    public void aTaskThatDoesNotStartIsTriedAgain() throws IOException {
        System.setProperty(REFUSE, "");
        this.sensors.read(this.reading);
        Assert.assertFalse(this.reading.has(Quantity.TEMPERATURE));
        Assert.assertEquals(1, this.console.count(Event.SENSOR_FAILED));
        System.clearProperty(REFUSE);
        this.sensors.read(this.reading);
        Assert.assertTrue(this.reading.has(Quantity.TEMPERATURE));
    }
}
