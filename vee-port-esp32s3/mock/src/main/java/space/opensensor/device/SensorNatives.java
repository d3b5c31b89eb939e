package space.opensensor.device;

import java.util.Arrays;

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

    private static final int[] STATES = new int[SENSORS];

    private static boolean running;
    private static String stated;
    private static String absent;
    private static int absentQuantities;

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
        readProperties();
        int present = 0;
        for (int quantity = 0; quantity < COUNT; quantity++) {
            if (state(SENSOR[quantity]) == OK && (absentQuantities & 1 << quantity) == 0) {
                values[quantity] = (float) Math.rint((MEAN[quantity] + SWING[quantity] * phase) * 100) / 100;
                present |= 1 << quantity;
            }
        }
        HIL.getInstance().flushContent(values, 0, COUNT);
        return present;
    }

    /** Fills in part and state of each sensor. */
    public static synchronized void health(int[] health) {
        readProperties();
        for (int sensor = 0; sensor < SENSORS; sensor++) {
            health[sensor * NUMBERS] = PART[sensor];
            health[sensor * NUMBERS + 1] = state(sensor);
            health[sensor * NUMBERS + 2] = state(sensor) == OK ? 1 : 0;
            health[sensor * NUMBERS + 3] = state(sensor) == OK ? 0 : 1;
        }
        HIL.getInstance().flushContent(health, 0, SENSORS * NUMBERS);
    }

    private static int state(int sensor) {
        return running ? STATES[sensor] : 0;
    }

    /** Only what changed is read anew: a reading makes no garbage, as on the board. */
    private static void readProperties() {
        String states = System.getProperty("space.opensensor.mock.states", "");
        if (!states.equals(stated)) {
            stated = states;
            Arrays.fill(STATES, OK);
            for (String entry : states.isEmpty() ? new String[0] : states.split(",")) {
                int equals = entry.indexOf('=');
                int sensor = Integer.parseInt(entry.substring(0, equals).trim());
                STATES[sensor] = Integer.parseInt(entry.substring(equals + 1).trim());
            }
        }
        String quantities = System.getProperty("space.opensensor.mock.absent", "");
        if (!quantities.equals(absent)) {
            absent = quantities;
            absentQuantities = 0;
            for (String quantity : quantities.isEmpty() ? new String[0] : quantities.split(",")) {
                absentQuantities |= 1 << Integer.parseInt(quantity.trim());
            }
        }
    }
}
