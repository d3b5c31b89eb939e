package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;

/**
 * The sensors of the board. A sensor that is absent or faulty leaves its quantities missing, and each change of its
 * state is told.
 */
final class NativeSensors implements Sensors {

    /** What is told of a sensor that comes into a state; nothing of one that starts or is well. */
    private static final int[] EVENTS = { -1, -1, Event.SENSORS_ABSENT, Event.SENSORS_ABSENT, Event.SENSOR_WRONG,
            Event.SENSOR_CALIBRATION, Event.SENSOR_FAILED, Event.SENSOR_CHECKSUM, Event.SENSOR_STUCK,
            Event.SENSOR_RANGE };
    /** The sensor of each quantity. */
    private static final int[] SENSOR = { SensorHealth.CLIMATE, SensorHealth.CLIMATE, SensorHealth.CLIMATE,
            SensorHealth.PARTICLES, SensorHealth.PARTICLES, SensorHealth.PARTICLES, SensorHealth.CLIMATE,
            SensorHealth.LIGHT, SensorHealth.MICROPHONE };

    private final float[] values = new float[Quantity.COUNT];
    private final int[] health = new int[SensorHealth.SENSORS * SensorHealth.NUMBERS];
    private final int[] states = new int[SensorHealth.SENSORS];
    private final int maxAgeMillis;
    private final Console console;
    private boolean started;

    /** @param maxAgeMillis the age from which on a value counts as missing; measured is twice as often. */
    NativeSensors(int maxAgeMillis, Console console) {
        this.maxAgeMillis = maxAgeMillis;
        this.console = console;
    }

    @Override
    public void read(Reading reading) throws IOException {
        if (!this.started) {
            start();
        }
        SensorNatives.health(this.health);
        int valid = SensorNatives.read(this.values, this.maxAgeMillis);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((valid & 1 << quantity) != 0) {
                reading.set(quantity, this.values[quantity]);
            }
        }
        tellStates();
        tellMissing(valid);
    }

    /** Lets the sensors rest until the next {@link #read}. For the thread that reads. */
    void rest() {
        if (this.started) {
            SensorNatives.stop();
            this.started = false;
        }
    }

    private void start() {
        int error = SensorNatives.start(this.maxAgeMillis / 2);
        this.started = error == 0;
        if (!this.started) {
            this.console.tell(Event.SENSOR_FAILED, "task not started, error " + error);
        }
    }

    /** Tells the states that a sensor has newly come into, with all sensors that are in them. */
    private void tellStates() {
        int entered = 0;
        for (int sensor = 0; sensor < SensorHealth.SENSORS; sensor++) {
            int state = number(sensor, SensorHealth.STATE);
            if (state != this.states[sensor]) {
                this.states[sensor] = state;
                entered |= 1 << state;
            }
        }
        for (int state = 0; entered != 0 && state < SensorHealth.STATES; state++) {
            if ((entered & 1 << state) != 0 && EVENTS[state] >= 0) {
                this.console.tell(EVENTS[state], inState(state));
            }
        }
    }

    /** Tells values that a sensor which is well should have given; gas waits for its heater. */
    private void tellMissing(int valid) {
        StringBuilder missing = null;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((valid & 1 << quantity) == 0 && quantity != Quantity.GAS_RESISTANCE
                    && this.states[SENSOR[quantity]] == SensorHealth.OK) {
                missing = missing == null ? new StringBuilder("no fresh value:") : missing;
                missing.append(' ').append(Quantity.name(quantity));
            }
        }
        if (missing != null) {
            this.console.tell(Event.SENSOR_FAILED, missing.toString());
        }
    }

    /** @return the sensors in a state, each with the number of its part if that is known. */
    private String inState(int state) {
        StringBuilder names = new StringBuilder();
        for (int sensor = 0; sensor < SensorHealth.SENSORS; sensor++) {
            if (this.states[sensor] == state) {
                names.append(names.length() == 0 ? "" : ", ").append(SensorHealth.name(sensor));
                int part = number(sensor, SensorHealth.PART);
                if (part != 0) {
                    names.append(' ').append(part);
                }
            }
        }
        return names.toString();
    }

    private int number(int sensor, int number) {
        return this.health[sensor * SensorHealth.NUMBERS + number];
    }
}
