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
}
