package space.opensensor.device;

import space.opensensor.station.Clock;

/** A thread that does one thing again and again, at the times it asks for itself. */
abstract class Loop implements Runnable {

    private static final long PAUSE_AFTER_FAULT = 1000;

    private final String name;
    private final Clock clock;
    private final Console console;
    private volatile boolean stopped;

    Loop(String name, Clock clock, Console console) {
        this.name = name;
        this.clock = clock;
        this.console = console;
    }

    /**
     * Does what is due.
     *
     * @param now milliseconds since the boot.
     * @return when to be called again, milliseconds since the boot; what has passed means at once.
     */
    abstract long step(long now);

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
            return step(now);
        } catch (RuntimeException e) {
            return afterFault(now, e);
        } catch (Error e) {
            return afterFault(now, e);
        }
    }

    private long afterFault(long now, Throwable fault) {
        this.console.tell(Event.FAULT, this.name + ": " + fault.toString());
        return now + PAUSE_AFTER_FAULT;
    }
}
