package space.opensensor.device;

/** Mock of the watchdog for the MicroEJ Simulator and for a JDK: counts, and never resets anything. */
public class WatchdogNatives {

    private static final int POWER_ON = 1;
    private static final int LONGEST = 4000;
    private static final int INVALID_ARGUMENT = 0x102;

    private static int timeout;
    private static int feeds;

    private WatchdogNatives() {
    }

    /** Remembers the time limit; refuses, as the board does, one that is not 1 to 4000 seconds. */
    public static synchronized int start(int timeoutSeconds) {
        if (timeoutSeconds < 1 || timeoutSeconds > LONGEST) {
            return INVALID_ARGUMENT;
        }
        timeout = timeoutSeconds;
        return 0;
    }

    /** Counts. */
    public static synchronized void feed() {
        feeds++;
    }

    /** @return power-on reset. */
    public static int resetReason() {
        return POWER_ON;
    }

    /** @return the time limit, seconds; 0 if the watchdog was not started. */
    public static synchronized int timeoutSeconds() {
        return timeout;
    }

    /** @return how often the watchdog was fed. */
    public static synchronized int feeds() {
        return feeds;
    }
}
