package space.opensensor.device;

import com.is2t.hil.HIL;

/**
 * Mock of the sensors for the MicroEJ Simulator and for a JDK: nine quantities that follow the hour of the day.
 * <p>
 * The system property {@code space.opensensor.mock.states} puts sensors into states of {@link SensorHealth}, by index:
 * {@code 0=3,2=8} is an absent climate sensor and a light sensor that is stuck. Such a sensor gives no values.
 * {@code space.opensensor.mock.absent} lists the indices of quantities without a value, such as {@code 6,8}.
 */
public class SensorNatives {

    private static final int COUNT = 9;
    private static final int SENSORS = 4;
    private static final int NUMBERS = 4;
    private static final int OK = 1;
    private static final int NO_MEMORY = 0x101;
    private static final int[] SENSOR = { 0, 0, 0, 1, 1, 1, 0, 2, 3 };
    private static final int[] PART = { 680, 5003, 559, 441 };
    private static final double DAY = 86400000;
    private static final float[] MEAN = { 21, 45, 1013, 5, 8, 11, 120000, 300, 42 };
    private static final float[] SWING = { 3, 8, 4, 2, 3, 4, 30000, 290, 8 };

    private static boolean running;

    private SensorNatives() {
    }

    /** Measures from now on; refuses if the system property {@code space.opensensor.mock.refuse} is set. */
    public static synchronized int start(int periodMillis) {
        running = System.getProperty("space.opensensor.mock.refuse") == null;
        return running ? 0 : NO_MEMORY;
    }

    /** Measures no more. */
    public static synchronized void stop() {
        running = false;
    }

    /** Fills in a value for each quantity whose sensor is well. */
    public static synchronized int read(float[] values, int maxAgeMillis) {
        double phase = Math.sin(System.currentTimeMillis() % DAY / DAY * 2 * Math.PI);
        int[] states = states();
        String absent = "," + System.getProperty("space.opensensor.mock.absent", "").replace(" ", "") + ",";
        int present = 0;
        for (int quantity = 0; running && quantity < COUNT; quantity++) {
            if (states[SENSOR[quantity]] == OK && absent.indexOf("," + quantity + ",") < 0) {
                values[quantity] = (float) Math.rint((MEAN[quantity] + SWING[quantity] * phase) * 100) / 100;
                present |= 1 << quantity;
            }
        }
        HIL.getInstance().flushContent(values, 0, COUNT);
        return present;
    }

    /** Fills in part and state of each sensor. */
    public static synchronized void health(int[] health) {
        int[] states = states();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            health[sensor * NUMBERS] = PART[sensor];
            health[sensor * NUMBERS + 1] = states[sensor];
            health[sensor * NUMBERS + 2] = states[sensor] == OK ? 1 : 0;
            health[sensor * NUMBERS + 3] = states[sensor] == OK ? 0 : 1;
        }
        HIL.getInstance().flushContent(health, 0, SENSORS * NUMBERS);
    }

    private static int[] states() {
        int[] states = new int[SENSORS];
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            states[sensor] = running ? OK : 0;
        }
        for (String entry : System.getProperty("space.opensensor.mock.states", "").split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                states[Integer.parseInt(entry.substring(0, equals).trim())] = Integer.parseInt(entry.substring(equals + 1).trim());
            }
        }
        return states;
    }
}
