package space.opensensor.device;

/**
 * Mock of sleep for the MicroEJ Simulator and for a JDK, which never sleep: as a chip that refuses. A test
 * can let it seem to.
 */
public class SleepNatives {

    private static final int NOT_SUPPORTED = 0x106;

    private static boolean possible;
    private static int sleeps;
    private static int millis;

    private SleepNatives() {
    }

    /** Refuses; or, if {@link #possible(boolean)}, does not return either: throws an {@link IllegalStateException}. */
    public static synchronized int deepSleep(int duration) {
        if (!possible) {
            return NOT_SUPPORTED;
        }
        sleeps++;
        millis = duration;
        throw new IllegalStateException("asleep for " + duration + " ms");
    }

    /** Sets whether deep sleep works. */
    public static synchronized void possible(boolean works) {
        possible = works;
    }

    /** @return how often it slept. */
    public static synchronized int sleeps() {
        return sleeps;
    }

    /** @return length of the last deep sleep, milliseconds. */
    public static synchronized int millis() {
        return millis;
    }
}
