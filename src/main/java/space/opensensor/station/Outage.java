package space.opensensor.station;

import space.opensensor.spool.Spool;

/**
 * Whether windows stay in the log, as nothing takes their files: the station is offline, or files wait and the store has
 * not answered since they were made. The log is smaller than the files.
 */
final class Outage {

    private final Spool spool;
    private final Uploader uploader;

    /** @param uploader null if the station stays offline. */
    Outage(Spool spool, Uploader uploader) {
        this.spool = spool;
        this.uploader = uploader;
    }

    /** @return whether it lasts. */
    boolean lasts() {
        return this.uploader == null || this.spool.objectCount() > 0 && !this.uploader.isAnswered();
    }
}
