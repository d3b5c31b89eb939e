package space.opensensor.device;

import java.io.IOException;
import java.util.Random;

import space.opensensor.station.Anchor;
import space.opensensor.station.Backoff;
import space.opensensor.station.Station;

/** Keeps the network up and the clock right: asks for the time when the network comes up first, then every six hours. */
final class LinkLoop extends Loop {

    private static final long PAUSE = 1000;
    private static final long TIME_EVERY = 6 * 3600 * 1000L;
    /** RFC 4330, section 10: not more often than every 15 seconds. */
    private static final int SHORTEST_TIME_PAUSE = 15000;
    private static final int LONGEST_TIME_PAUSE = 900000;

    private final WifiLink link;
    private final TimeServer server;
    private final BoardClock clock;
    private final Station station;
    private final Console console;
    private final Backoff backoff;
    private long nextTime;

    LinkLoop(WifiLink link, TimeServer server, BoardClock clock, Station station, Console console, Random random) {
        super("link", clock, console);
        this.link = link;
        this.server = server;
        this.clock = clock;
        this.station = station;
        this.console = console;
        this.backoff = new Backoff(LONGEST_TIME_PAUSE / 8, LONGEST_TIME_PAUSE, random);
    }

    @Override
    long step(long now) {
        if (this.link.step(now) == WifiLink.UP && now >= this.nextTime) {
            askTime(now);
        }
        return now + PAUSE;
    }

    private void askTime(long now) {
        try {
            Anchor anchor = this.server.ask();
            this.clock.set(anchor.utcMillis(this.clock.monotonicMillis()));
            this.station.anchor(anchor);
            this.nextTime = now + TIME_EVERY;
            this.backoff.reset();
            this.console.tell(Event.TIME_SET, null);
        } catch (IOException e) {
            this.nextTime = now + SHORTEST_TIME_PAUSE + this.backoff.next();
            this.console.tell(Event.TIME_FAILED, e.getMessage());
        }
    }
}
