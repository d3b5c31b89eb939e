package space.opensensor.station;

import space.opensensor.calendar.UtcDateTime;
import space.opensensor.spool.Spool;

/**
 * Whether windows stay in the log, as nothing takes their files: the station is offline, or files wait and the store has
 * not answered since they were made. The log is smaller than the files.
 */
final class Outage {

    private final Spool spool;
    private final Uploader uploader;
    private final long spanMillis;

    /** @param uploader null if the station stays offline. */
    Outage(StationConfig config, Spool spool, Uploader uploader) {
        this.spool = spool;
        this.uploader = uploader;
        this.spanMillis = config.spanMillis();
    }

    /** @return whether it lasts. */
    boolean lasts() {
        return this.uploader == null || this.spool.objectCount() > 0 && !this.uploader.isAnswered();
    }

    /**
     * Tells whether the log's segment ends between two windows, so that what is before it can become files: with each span
     * of an offline station; else with each window, or with the day while it lasts, as a segment with windows of many days
     * would become more files than the spool's reserve holds.
     */
    boolean seals(long window, long next) {
        long span = this.uploader == null ? this.spanMillis : UtcDateTime.DAY_MILLIS;
        return window / span != next / span || this.uploader != null && !lasts();
    }
}
