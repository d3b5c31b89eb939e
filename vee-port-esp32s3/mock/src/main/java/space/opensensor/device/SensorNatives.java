package space.opensensor.device;

import com.is2t.hil.HIL;

/**
 * Mock of the sensors for the MicroEJ Simulator and for a JDK: nine quantities that follow the hour of the day.
 * <p>
 * The system property {@code space.opensensor.mock.absent} lists the indices of absent quantities, such as {@code 6,8}.
 */
public class SensorNatives {

    private static final int COUNT = 9;
    private static final double DAY = 86400000;
    private static final float[] MEAN = { 21, 45, 1013, 5, 8, 11, 120000, 300, 42 };
    private static final float[] SWING = { 3, 8, 4, 2, 3, 4, 30000, 290, 8 };

    private SensorNatives() {
    }

    /** @return bit n is set if there is a sensor for quantity n. */
    public static int start() {
        int present = (1 << COUNT) - 1;
        for (String index : System.getProperty("space.opensensor.mock.absent", "").split(",")) {
            if (!index.trim().isEmpty()) {
                present &= ~(1 << Integer.parseInt(index.trim()));
            }
        }
        return present;
    }

    /** Fills in a value for each quantity that is there. */
    public static int read(float[] values, int maxAgeMillis) {
        double phase = Math.sin(System.currentTimeMillis() % DAY / DAY * 2 * Math.PI);
        int present = start();
        for (int quantity = 0; quantity < COUNT; quantity++) {
            if ((present & 1 << quantity) != 0) {
                values[quantity] = (float) Math.rint((MEAN[quantity] + SWING[quantity] * phase) * 100) / 100;
            }
        }
        HIL.getInstance().flushContent(values, 0, COUNT);
        return present;
    }
}
