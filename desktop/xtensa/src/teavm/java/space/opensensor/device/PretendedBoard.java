package space.opensensor.device;

import org.teavm.interop.Function;
import org.teavm.interop.Import;

/** The pretended board of the C tests ({@code natives.c}), below the natives. */
final class PretendedBoard {

    /** Called as time passes, as another task would run meanwhile. */
    abstract static class Instant extends Function {
        abstract void pass(long millis);
    }

    private PretendedBoard() {
    }

    @Import(name = "pretended_reset")
    static native void reset();

    @Import(name = "pretended_at")
    static native void at(Instant instant);

    /** Runs the task of the sensors until it ends. */
    @Import(name = "pretended_run")
    static native void run();

    @Import(name = "pretended_drivers")
    static native int drivers();

    @Import(name = "pretended_remove")
    static native void remove(int slot);

    @Import(name = "pretended_fail")
    static native void fail(int calls, int error);

    @Import(name = "pretended_watchdog_feeds")
    static native int watchdogFeeds();

    @Import(name = "pretended_flash_error")
    static native void flashError(int error);

    @Import(name = "pretended_worker")
    static native void worker(int occupied, int early, int refuses);

    @Import(name = "pretended_suspensions")
    static native int suspensions();
}
