package space.opensensor.simulator.sensors;

import java.util.Arrays;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;

/** The sensors of the simulated station, which remember what they gave last. */
public final class Witness implements Sensors {

    private final Series series;
    private final VirtualClock clock;
    private final float[] values = new float[Quantity.COUNT];
    private long tick;

    /** @param series what is measured, one reading per call. */
    public Witness(Series series, VirtualClock clock) {
        this.series = series;
        this.clock = clock;
    }

    @Override
    public void read(Reading reading) {
        this.series.read(this.tick++, this.clock.utcMillis(), reading);
        Arrays.fill(this.values, Float.NaN);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if (reading.has(quantity)) {
                this.values[quantity] = reading.get(quantity);
            }
        }
    }

    /** @return the last reading by quantity; NaN for what was missing. The next reading overwrites the array. */
    public float[] values() {
        return this.values;
    }
}
