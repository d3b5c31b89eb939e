package space.opensensor.device;

import space.opensensor.station.Clock;
import space.opensensor.station.Sampler;
import space.opensensor.station.Station;

/**
 * Takes a reading once per interval, and tells the watchdog that all is well: the reading was taken, and no other loop is
 * stuck.
 */
final class SamplingLoop extends Loop {

    private static final long PAUSE = 1000;

    private final Station station;
    private final long interval;
    private final Console console;
    private final Heap heap;
    private DeepSleep sleep;
    private Loop[] others = new Loop[0];
    private long due;
    private int lost;

    /** @param interval milliseconds from one reading to the next. */
    SamplingLoop(Station station, long interval, Clock clock, Heap heap, Console console) {
        super("sampling", clock, console);
        this.station = station;
        this.interval = interval;
        this.console = console;
        this.heap = heap;
        this.due = clock.monotonicMillis();
    }

    /** Sets the loops without which the watchdog is not fed. */
    void watch(Loop... loops) {
        this.others = loops;
    }

    /** Sets what windows are left out for; null for nothing. */
    void leaveOut(DeepSleep between) {
        this.sleep = between;
    }

    @Override
    long step(long now) {
        boolean holds = this.sleep != null && this.sleep.holds(now);
        if (now < this.due) {
            return next(now);
        }
        if (!holds) {
            this.station.sample();
        }
        this.heap.watch();
        if (allGoOn(now)) {
            WatchdogNatives.feed();
        }
        Sampler sampler = this.station.sampler();
        if (sampler.flashErrors() != this.lost) {
            this.lost = sampler.flashErrors();
            this.console.tell(Event.READING_LOST, null);
        }
        this.due += this.interval;
        if (this.due <= now) {
            this.due = now + this.interval;
        }
        return next(now);
    }

    /** Returns when the next reading is due or, if that is earlier, when a window may be over. */
    private long next(long now) {
        return this.sleep == null ? this.due : Math.min(this.due, now + PAUSE);
    }

    private boolean allGoOn(long now) {
        for (int i = 0; i < this.others.length; i++) {
            if (this.others[i].isStuck(now)) {
                return false;
            }
        }
        return true;
    }
}
