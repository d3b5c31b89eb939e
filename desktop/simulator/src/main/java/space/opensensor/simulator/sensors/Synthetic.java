package space.opensensor.simulator.sensors;

import java.util.Random;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/**
 * All nine quantities from a formula: a daily curve plus first-order autoregressive noise, rounded to the resolution of
 * the sensors. The same seed and the same times give the same values.
 * <p>
 * With f the fraction of the day and d = sin(2 pi (f - 0.375)): temperature 21 + 4 d; humidity 52 - 12 d; pressure
 * 1013 + 3 sin(2 pi day / 3.1); particles 9 + 4 sin(4 pi (f - 0.3)), of which PM1.0 is six tenths and PM10 five
 * quarters; gas resistance 85000 exp(-d / 4); light 800 lx of sun; noise 42 dB, 6 dB more by day.
 */
public final class Synthetic implements Series {

    /** 2026-03-01T00:00:00Z, where the curve of the pressure starts. */
    private static final long EPOCH_MILLIS = 1772323200000L;
    private static final double SECONDS_PER_DAY = 86400.0;
    private static final double TURN = 2 * Math.PI;

    private final long seed;
    private final Random random;
    private double temperature;
    private double humidity;
    private double pressure;
    private double particles;
    private double gas;
    private double sky;
    private double sound;

    /** @param seed any number. */
    public Synthetic(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    @Override
    public void read(long tick, long utcMillis, Reading reading) {
        double seconds = (utcMillis - EPOCH_MILLIS) / 1000.0;
        double day = seconds / SECONDS_PER_DAY;
        double fraction = day - Math.floor(day);
        double warmth = Math.sin(TURN * (fraction - 0.375));
        drift();
        set(reading, Quantity.TEMPERATURE, 21 + 4 * warmth + this.temperature);
        set(reading, Quantity.HUMIDITY, 52 - 12 * warmth + this.humidity);
        set(reading, Quantity.PRESSURE, 1013 + 3 * Math.sin(TURN * day / 3.1) + this.pressure);
        setParticles(reading, fraction);
        set(reading, Quantity.GAS_RESISTANCE, 85000 * Math.exp(-0.25 * warmth + this.gas));
        set(reading, Quantity.LIGHT, light(fraction));
        set(reading, Quantity.NOISE, 42 + 6 * Math.max(0, warmth) + this.sound);
    }

    private void drift() {
        this.random.nextGaussian();
        this.temperature = step(this.temperature, 0.995, 0.02);
        this.humidity = step(this.humidity, 0.99, 0.06);
        this.pressure = step(this.pressure, 0.999, 0.01);
        this.particles = step(this.particles, 0.98, 0.5);
        this.gas = step(this.gas, 0.998, 0.004);
        this.sky = step(this.sky, 0.97, 0.3);
        this.sound = step(this.sound, 0.6, 1.2);
    }

    private double step(double value, double memory, double deviation) {
        return memory * value + deviation * this.random.nextGaussian();
    }

    private void setParticles(Reading reading, double fraction) {
        double fine = Math.max(0, 9 + 4 * Math.sin(2 * TURN * (fraction - 0.3)) + this.particles);
        set(reading, Quantity.PM1_0, 0.6 * fine);
        set(reading, Quantity.PM2_5, fine);
        set(reading, Quantity.PM10, 1.25 * fine + Math.abs(this.random.nextGaussian()));
    }

    private double light(double fraction) {
        double sun = Math.max(0, Math.sin(TURN * (fraction - 0.25)));
        return Math.max(0, sun * 800 * (1 + 0.05 * this.sky) + 0.5 + (sun == 0 ? 0 : Math.abs(this.sky)));
    }

    private static void set(Reading reading, int quantity, double value) {
        double scale = Math.pow(10, Quantity.decimals(quantity));
        reading.set(quantity, (float) (Math.rint(value * scale) / scale));
    }

    @Override
    public String description() {
        return "synthetic (all nine quantities, seed " + this.seed + ")";
    }
}
