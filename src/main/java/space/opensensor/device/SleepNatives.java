package space.opensensor.device;

/** Sleep of the chip, in C. */
final class SleepNatives {

    private SleepNatives() {
    }

    /**
     * Puts the chip into deep sleep: memory is lost, and it boots anew afterwards, with reset reason 8. Nothing is saved
     * here.
     *
     * @param millis 1 to 86400000.
     * @return the error of ESP-IDF that prevented it; otherwise never.
     */
    static native int deepSleep(int millis);

    /**
     * Allows light sleep whenever nothing runs, or forbids it. The task of the sensors must be stopped: its microphone
     * keeps the chip awake, and a UART that sleeps loses bytes.
     *
     * @return 0, or the error of ESP-IDF: 0x106 if the firmware is built without power management.
     */
    static native int lightSleep(boolean allowed);
}
