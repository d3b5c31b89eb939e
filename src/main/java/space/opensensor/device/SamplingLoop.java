package space.opensensor.device;

import space.opensensor.station.Clock;
import space.opensensor.station.Sampler;
import space.opensensor.station.Station;

/** Takes a reading once per interval and tells the watchdog that it did. */
final class SamplingLoop extends Loop {

    private final Station station;
    private final long interval;
    private final Console console;
    private long due;
    private int lost;

    /** @param interval milliseconds from one reading to the next. */
    SamplingLoop(Station station, long interval, Clock clock, Console console) {
        super("sampling", clock, console);
        this.station = station;
        this.interval = interval;
        this.console = console;
        this.due = clock.monotonicMillis();
    }

    @Override
    long step(long now) {
        if (now < this.due) {
            return this.due;
        }
        this.station.sample();
        WatchdogNatives.feed();
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
}
