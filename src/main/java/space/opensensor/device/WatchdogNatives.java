package space.opensensor.device;

/** The task watchdog of ESP-IDF and the reason of the last reset, in C. */
final class WatchdogNatives {

    private WatchdogNatives() {
    }

    /**
     * Starts the watchdog: it resets the board unless {@link #feed()} is called in time.
     *
     * @param timeoutSeconds 1 to 4000.
     */
    static native void start(int timeoutSeconds);

    /** Tells the watchdog that the sampling loop is alive. */
    static native void feed();

    /** @return the {@code esp_reset_reason_t} of this boot. */
    static native int resetReason();
}
