package space.opensensor.device;

/**
 * The sensors, in C. A task of theirs measures on its own; these calls only start it and copy its latest results, so none
 * waits for a bus.
 */
final class SensorNatives {

    private SensorNatives() {
    }

    /**
     * Looks for the sensors and starts measuring. A second call looks for those that were absent.
     *
     * @return bit n is set if there is a sensor for quantity n of {@link space.opensensor.station.Quantity}.
     */
    static native int start();

    /**
     * Copies the latest value of each quantity.
     *
     * @param values receives values in the units of {@link space.opensensor.station.Quantity}; at least 9 elements, those
     *        without a value are left alone.
     * @param maxAgeMillis an older value does not count.
     * @return bit n is set if quantity n has a value.
     */
    static native int read(float[] values, int maxAgeMillis);
}
