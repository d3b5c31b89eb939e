package space.opensensor.device;

import space.opensensor.station.Clock;

/**
 * A thread that does one thing again and again, at the times it asks for itself. A step that ends in a defect or in want
 * of memory is told and repeated after a second; it is no progress.
 */
abstract class Loop implements Runnable {

    /** Milliseconds without progress after which a loop counts as stuck. */
    static final long STUCK_AFTER = 3600000;

    private static final long PAUSE_AFTER_FAULT = 1000;

    private final String name;
    private final Clock clock;
    private final Console console;
    private volatile boolean stopped;
    private volatile long progressAt;

    Loop(String name, Clock clock, Console console) {
        this.name = name;
        this.clock = clock;
        this.console = console;
        this.progressAt = clock.monotonicMillis();
    }

    /**
     * Does what is due.
     *
     * @param now milliseconds since the boot.
     * @return when to be called again, milliseconds since the boot; what has passed means at once.
     */
    abstract long step(long now);

    /** Makes a step and, if it ends as it should, notes the progress. @return see {@link #step}. */
    final long turn(long now) {
        long due = step(now);
        this.progressAt = now;
        return due;
    }

    /** @return whether no step has ended well for {@value #STUCK_AFTER} ms: it hangs, or fails each time. */
    final boolean isStuck(long now) {
        return now - this.progressAt > STUCK_AFTER;
    }

    /**
     * Starts the thread.
     *
     * @param priority 1 to 10; a higher one goes first.
     */
    final Thread start(int priority) {
        Thread thread = new Thread(this, this.name);
        thread.setPriority(priority);
        thread.start();
        return thread;
    }

    /** Lets the thread end after its present step. */
    final void stop() {
        this.stopped = true;
    }

    @Override
    public final void run() {
        try {
            while (!this.stopped) {
                long pause = guardedStep() - this.clock.monotonicMillis();
                if (pause > 0) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            this.stopped = true;
        }
    }

    /** Neither a defect nor want of memory in one step may end the sampling of months. */
    private long guardedStep() {
        long now = this.clock.monotonicMillis();
        try {
            return turn(now);
        } catch (RuntimeException e) {
            return afterFault(now, e);
        } catch (Error e) {
            return afterFault(now, e);
        }
    }

    /** Telling needs memory too: without any, the loop goes on in silence. */
    private long afterFault(long now, Throwable fault) {
        try {
            this.console.tell(Event.FAULT, this.name + ": " + fault.toString());
        } catch (Error e) {
            return now + PAUSE_AFTER_FAULT;
        }
        return now + PAUSE_AFTER_FAULT;
    }
}
