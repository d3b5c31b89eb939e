package space.opensensor.xtensa;

import java.io.IOException;

import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;

/**
 * All nine quantities from integer arithmetic alone, at the resolution of real sensors: a daily triangle and noise. The
 * particle counter warms up for the first minute of each hour, and one call in 1,000 fails half way.
 */
final class SyntheticSensors implements Sensors {

    private static final int SECONDS_PER_DAY = 86400;
    private static final int[] BASE = { 2100, 5200, 101300, 6, 9, 12, 85000, 12000, 420 };
    private static final int[] SWING = { 400, -1200, 300, 3, 4, 5, -20000, 11000, 60 };
    private static final int[] NOISE = { 4, 8, 3, 2, 3, 3, 400, 300, 25 };
    private static final int[] SCALE = { 100, 100, 100, 1, 1, 1, 1, 100, 10 };

    private final SteppingClock clock;
    private final Meter meter;
    private int random = 1;

    SyntheticSensors(SteppingClock clock, Meter meter) {
        this.clock = clock;
        this.meter = meter;
    }

    @Override
    public void read(Reading reading) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            measure((int) (this.clock.utcMillis() / 1000 % SECONDS_PER_DAY), reading);
        } finally {
            this.meter.leave();
        }
    }

    private void measure(int second, Reading reading) throws IOException {
        int half = SECONDS_PER_DAY / 2;
        int curve = (second < half ? second : SECONDS_PER_DAY - second) - half / 2;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            int noise = next(2 * NOISE[quantity] + 1) - NOISE[quantity];
            int value = BASE[quantity] + curve * SWING[quantity] / (half / 2) + noise;
            boolean warmingUp = quantity >= Quantity.PM1_0 && quantity <= Quantity.PM10 && second % 3600 < 60;
            if (quantity == Quantity.GAS_RESISTANCE && next(1000) == 0) {
                throw new IOException("gas sensor does not answer");
            }
            if (!warmingUp) {
                reading.set(quantity, (float) Math.max(0, value) / SCALE[quantity]);
            }
        }
    }

    /** Returns a number from 0 to {@code bound} - 1. */
    private int next(int bound) {
        this.random = this.random * 1103515245 + 12345;
        return (this.random >>> 16) % bound;
    }
}
