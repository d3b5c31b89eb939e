package space.opensensor.device;

/** Mock of sleep for the MicroEJ Simulator and for a JDK, which never sleep: as firmware without power management. */
public class SleepNatives {

    private static final int NOT_SUPPORTED = 0x106;

    private SleepNatives() {
    }

    /** Does nothing. */
    public static int deepSleep(int millis) {
        return NOT_SUPPORTED;
    }

    /** Does nothing. */
    public static int lightSleep(boolean allowed) {
        return NOT_SUPPORTED;
    }
}
