package space.opensensor.device;

import space.opensensor.station.Clock;
import space.opensensor.station.Sampler;
import space.opensensor.station.Station;

/**
 * Takes a reading once per interval, and tells the watchdog that all is well: the reading was taken, and no other loop is
 * stuck.
 */
final class SamplingLoop extends Loop {

    private final Station station;
    private final long interval;
    private final Console console;
    private final Heap heap;
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

    @Override
    long step(long now) {
        if (now < this.due) {
            return this.due;
        }
        this.station.sample();
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
        return this.due;
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
