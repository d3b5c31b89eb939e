package space.opensensor.device;

/** The task watchdog of ESP-IDF and the reason of the last reset, in C. */
final class WatchdogNatives {

    private WatchdogNatives() {
    }

    /**
     * Starts the watchdog: it resets the board unless {@link #feed()} is called in time. Again to change the time.
     *
     * @param timeoutSeconds 1 to 4000.
     * @return 0, or the error of ESP-IDF; then nothing watches.
     */
    static native int start(int timeoutSeconds);

    /** Tells the watchdog that the sampling loop is alive. */
    static native void feed();

    /** @return the {@code esp_reset_reason_t} of this boot. */
    static native int resetReason();
}
