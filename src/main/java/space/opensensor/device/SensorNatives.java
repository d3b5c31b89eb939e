package space.opensensor.device;

/**
 * The sensors, in C ({@code vee-port-esp32s3/bsp}). A task of theirs searches and measures on its own; these calls only
 * start it and copy its latest results, so none waits for a bus.
 */
final class SensorNatives {

    private SensorNatives() {
    }

    /**
     * Starts the task; does nothing if it runs. Sensors are searched from then on, absent ones every 10 seconds.
     *
     * @param periodMillis how often to measure; 1000 to 10000, others count as the nearest of these.
     * @return 0, or the error of ESP-IDF: no memory for the task, or it has not stopped yet.
     */
    static native int start(int periodMillis);

    /** Lets the task end, within 200 ms: sensors rest, drivers are freed. Before a sleep. */
    static native void stop();

    /**
     * Copies the latest value of each quantity. Noise is the level of all sound since the call before, once there are
     * 100 ms of it.
     *
     * @param values receives values in the units of {@link space.opensensor.station.Quantity}; at least 9 elements, those
     *        without a value are left alone.
     * @param maxAgeMillis an older value does not count.
     * @return bit n is set if quantity n has a value.
     */
    static native int read(float[] values, int maxAgeMillis);

    /**
     * Copies how the sensors are.
     *
     * @param health receives {@link SensorHealth#NUMBERS} numbers for each of {@link SensorHealth#SENSORS} sensors.
     */
    static native void health(int[] health);
}
