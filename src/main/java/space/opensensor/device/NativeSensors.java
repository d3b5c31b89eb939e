package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;

/** The sensors of the board. A sensor that is absent, stuck or too old leaves its quantities missing. */
final class NativeSensors implements Sensors {

    private static final int ALL = (1 << Quantity.COUNT) - 1;
    private static final int SEARCH_EVERY = 60;

    private final float[] values = new float[Quantity.COUNT];
    private final int maxAgeMillis;
    private final Console console;
    private int present;
    private int untilSearch;

    /** @param maxAgeMillis the age from which on a value counts as missing. */
    NativeSensors(int maxAgeMillis, Console console) {
        this.maxAgeMillis = maxAgeMillis;
        this.console = console;
    }

    @Override
    public void read(Reading reading) throws IOException {
        if (this.present != ALL && this.untilSearch-- <= 0) {
            this.untilSearch = SEARCH_EVERY;
            search();
        }
        int valid = SensorNatives.read(this.values, this.maxAgeMillis);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((valid & 1 << quantity) != 0) {
                reading.set(quantity, this.values[quantity]);
            }
        }
        if ((this.present & ~valid) != 0) {
            this.console.tell(Event.SENSOR_FAILED, names(this.present & ~valid));
        }
    }

    /** Looks for sensors: at the start, and now and then while some are absent. */
    private void search() {
        this.present = SensorNatives.start() & ALL;
        if (this.present != ALL) {
            this.console.tell(Event.SENSORS_ABSENT, names(ALL & ~this.present));
        }
    }

    private static String names(int quantities) {
        StringBuilder names = new StringBuilder();
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((quantities & 1 << quantity) != 0) {
                names.append(names.length() == 0 ? "" : " ").append(Quantity.name(quantity));
            }
        }
        return names.toString();
    }
}
