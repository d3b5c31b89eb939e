package space.opensensor.interop.sample;

import java.util.Random;

/**
 * A month of a made station, a reading every 5 s from 2026-03-01T00:00Z, rounded to the resolution of its sensors. With t seconds
 * of the day, d = sin(2 pi (t/86400 - 0.375)) and ar(phi, sigma) the series x = phi x + sigma gauss, of
 * java.util.Random(42): temperature 21 + 4 d + ar(.995,.02); humidity 52 - 12 d + ar(.99,.06); pressure
 * 1013 + 3 sin(2 pi day/3.1) + ar(.999,.01); dust b = max(0, 9 + 4 sin(4 pi (t/86400 - .3)) + ar(.98,.5)), pm1 .6 b, pm2.5 b,
 * pm10 1.25 b + |gauss|; gas resistance 85000 exp(-.25 d + ar(.998,.004)); light 800 max(0, sun) (1 + .05 ar(.97,.3)) + .5; noise
 * 42 + 6 max(0, d) + ar(.6,1.2).
 */
public final class SynthData {

    public static final int MONTH = 518_400;
    public static final int DAY = 17_280;
    /** Rows of a file of a quarter of an hour, as a station makes it; taken from noon on. */
    public static final int WINDOW = 178;
    public static final int NOON = 8640;

    public static final String[] NAMES = {"timestamp", "temperature", "humidity", "pressure", "pm1_0", "pm2_5", "pm10",
        "gas_resistance", "light", "noise"};
    /** Digits behind the point of each value column. */
    public static final int[] SCALES = {2, 2, 2, 0, 0, 0, 0, 2, 1};

    private static final long START = 1_772_323_200_000L;

    private final long[] time = new long[MONTH];
    private final double[][] values = new double[SCALES.length][MONTH];

    public SynthData() {
        Random g = new Random(42);
        double t = 0;
        double h = 0;
        double p = 0;
        double m = 0;
        double r = 0;
        double l = 0;
        double n = 0;
        for (int i = 0; i < MONTH; i++) {
            long seconds = i * 5L;
            double f = seconds % 86400 / 86400.0;
            double day = seconds / 86400.0;
            double d = StrictMath.sin(2 * Math.PI * (f - .375));
            time[i] = START + seconds * 1000;
            g.nextGaussian();
            t = .995 * t + .02 * g.nextGaussian();
            h = .99 * h + .06 * g.nextGaussian();
            p = .999 * p + .01 * g.nextGaussian();
            m = .98 * m + .5 * g.nextGaussian();
            r = .998 * r + .004 * g.nextGaussian();
            l = .97 * l + .3 * g.nextGaussian();
            n = .6 * n + 1.2 * g.nextGaussian();
            double dust = Math.max(0, 9 + 4 * StrictMath.sin(4 * Math.PI * (f - .3)) + m);
            double sun = Math.max(0, StrictMath.sin(2 * Math.PI * (f - .25)));
            values[0][i] = rounded(21 + 4 * d + t, 2);
            values[1][i] = rounded(52 - 12 * d + h, 2);
            values[2][i] = rounded(1013 + 3 * StrictMath.sin(2 * Math.PI * day / 3.1) + p, 2);
            values[3][i] = Math.rint(.6 * dust);
            values[4][i] = Math.rint(dust);
            values[5][i] = Math.rint(1.25 * dust + Math.abs(g.nextGaussian()));
            values[6][i] = Math.rint(85000 * StrictMath.exp(-.25 * d + r));
            values[7][i] = Math.max(0, rounded(sun * 800 * (1 + .05 * l) + .5 + (sun == 0 ? 0 : Math.abs(l)), 2));
            values[8][i] = rounded(42 + 6 * Math.max(0, d) + n, 1);
        }
    }

    /** @return milliseconds since 1970 */
    public long time(int row) {
        return time[row];
    }

    /** @param column 0 to 8 */
    public double value(int column, int row) {
        return values[column][row];
    }

    private static double rounded(double value, int digits) {
        double unit = Math.pow(10, digits);
        return Math.rint(value * unit) / unit;
    }
}
