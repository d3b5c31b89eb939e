package space.opensensor.device;

import space.opensensor.calendar.UtcDateTime;
import space.opensensor.station.Anchor;
import space.opensensor.station.Clock;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.Uploader;

/**
 * Deep sleep between windows: of each day the first window is sampled, and every so many after it. In the others the
 * sampling thread stands still, its readings all on flash; when the files are uploaded, or do not get on, the chip sleeps
 * until the next window to sample. Waking is a boot. While the time is not known nothing is left out.
 */
final class DeepSleep {

    /** Milliseconds of sleep that are worth a boot. */
    static final long SHORTEST = 60000;
    /** Milliseconds without an upload that succeeds after which files wait for the next boot. */
    static final long PATIENCE = 120000;
    /** Milliseconds after which they wait, though uploads succeed. */
    static final long LONGEST_UPLOADS = 900000;

    private static final int WOKEN = 8;

    private final Station station;
    private final NativeSensors sensors;
    private final WifiLink link;
    private final Clock clock;
    private final Console console;
    private final long window;
    private final long period;
    private volatile boolean standing;
    private volatile boolean refused;
    private volatile long since;
    private long storedAt;

    /**
     * @param leftOut windows left out after each that is sampled, 1 or more.
     * @param sensors rest meanwhile; null if they need not.
     * @param station uploads.
     * @param link is left before; null if there is none.
     */
    DeepSleep(StationConfig config, int leftOut, Station station, NativeSensors sensors, WifiLink link, Clock clock,
            Console console) {
        this.station = station;
        this.sensors = sensors;
        this.link = link;
        this.clock = clock;
        this.console = console;
        this.window = config.windowMillis();
        this.period = this.window * (leftOut + 1);
    }

    /** @return the {@code esp_reset_reason_t} of a boot as it is told. */
    static String reason(int reset) {
        return reset == WOKEN ? reset + ", deep sleep" : String.valueOf(reset);
    }

    /**
     * Brings all readings onto flash when a window is left out. For the sampling thread, before each reading.
     *
     * @param now milliseconds since the boot.
     * @return whether no reading is to be taken.
     */
    boolean holds(long now) {
        boolean leftOut = !this.refused && pause(now) > 0;
        if (!leftOut) {
            this.standing = false;
        } else if (!this.standing && this.station.rest()) {
            if (this.sensors != null) {
                this.sensors.rest();
            }
            this.since = now;
            this.standing = true;
        }
        return leftOut;
    }

    /** @return whether the sampling thread stands still and all its readings are on flash. */
    boolean isStanding() {
        return this.standing;
    }

    /**
     * Sleeps if there is nothing left to do, or it has been tried for long enough. For the thread of the files, while
     * {@link #isStanding()}. Comes back if it is too early, too late, or the chip does not sleep.
     *
     * @param published whether the windows that were over have become files.
     * @param upload what {@link Station#upload()} then returned.
     */
    void sleepIfDone(boolean published, int upload) {
        long now = this.clock.monotonicMillis();
        this.storedAt = upload == Uploader.STORED ? now : this.storedAt;
        boolean done = published && upload == Uploader.IDLE;
        boolean tried = now - Math.max(this.since, this.storedAt) >= PATIENCE || now - this.since >= LONGEST_UPLOADS;
        if ((done || tried) && pause(now) >= SHORTEST) {
            sleep();
        }
    }

    private void sleep() {
        if (this.link != null) {
            this.link.leave(this.clock.monotonicMillis());
        }
        int millis = (int) pause(this.clock.monotonicMillis());
        if (!this.standing || millis < SHORTEST) {
            return;
        }
        this.console.tell(Event.SLEEPS, millis / 1000 + " s");
        int error = SleepNatives.deepSleep(millis);
        this.refused = true;
        this.console.tell(Event.SLEEP_FAILED, "error " + error);
    }

    /** @return milliseconds until the next window to sample; 0 in such a window and while the time is not known. */
    private long pause(long now) {
        Anchor known = this.station.anchor();
        if (known == null) {
            return 0;
        }
        long time = known.utcMillis(now) % UtcDateTime.DAY_MILLIS;
        long into = time % this.period;
        return into < this.window ? 0 : Math.min(this.period - into, UtcDateTime.DAY_MILLIS - time);
    }
}
