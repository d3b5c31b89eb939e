package space.opensensor.station;

import java.io.IOException;
import java.util.Random;

import space.opensensor.spool.Spool;

/**
 * A sensor station: samples into the log, turns windows that are over into Parquet files, uploads them.
 * <p>
 * One thread calls {@link #sample()} once per interval; another (or the same one, in between) calls {@link #publish()} and
 * {@link #upload()}. Neither waits for the other, so a slow network never delays a reading. {@link #anchor} may be called
 * from any thread.
 */
public final class Station {

    /** Key of the file metadata that counts the readings lost since the spool was made; absent if none was. */
    public static final String LOST_KEY = "readings_lost";

    /** Key of the file metadata that tells how much faster UTC ran than the station's clock; absent if unknown. */
    public static final String DRIFT_KEY = "clock_drift_ppb";

    /** Key of the file metadata that tells from when to when a file of several windows goes; absent in that of one. */
    public static final String INTERVAL_KEY = "interval";

    private static final int KIBI = 1024;

    private final Clock clock;
    private final Spool spool;
    private final Sampler sampler;
    private final WindowFiles files;
    private final Uploader uploader;
    private final Outage outage;
    private final HealthLog health;
    private final long nearlyFull;
    private Vitals vitals;
    private volatile Anchor anchor;
    /** The anchor that the files were made with last. */
    private Anchor usedAnchor;
    private volatile boolean sealed;
    /** Whether sampling rests: nothing follows what is in the log. */
    private volatile boolean resting;

    /**
     * Creates a station and allocates all its memory.
     *
     * @param config checked here; later changes have no effect.
     * @param sensors of this station.
     * @param clock of this boot.
     * @param spool after its {@code recover()}.
     * @param store receives the files; null for a station that stays offline.
     * @param random spreads the pauses after failed uploads.
     * @throws IllegalArgumentException if the configuration is not allowed, or is online without a store.
     */
    public Station(StationConfig config, Sensors sensors, Clock clock, Spool spool, ObjectStore store, Random random) {
        config.validate();
        boolean online = config.number(StationConfig.MODE) == StationConfig.ONLINE;
        if (online && store == null) {
            throw new IllegalArgumentException("store: null is allowed only if mode is offline");
        }
        this.clock = clock;
        this.spool = spool;
        this.uploader = online ? new Uploader(config, spool, store, clock, random) : null;
        this.outage = new Outage(spool, this.uploader);
        this.sampler = new Sampler(config, sensors, spool);
        this.files = new WindowFiles(config, spool);
        this.health = config.healthMillis() > 0 ? new HealthLog(config.healthMillis(), spool) : null;
        this.nearlyFull = config.number(StationConfig.SPOOL_SIZE) * (KIBI / 8L);
    }

    /** Sets who knows the health of the machine; without, its fields of the health stream stay null. */
    public void vitals(Vitals machine) {
        this.vitals = machine;
    }

    /**
     * Tells the time. The first anchor dates the readings before it too.
     *
     * @param known the newest anchor of this boot.
     */
    public void anchor(Anchor known) {
        this.anchor = known;
    }

    /** @return the newest anchor; null if this boot has not learnt the time. */
    public Anchor anchor() {
        return this.anchor;
    }

    /**
     * Takes a reading and appends it to the log; what waits in memory is synced when a window is over.
     *
     * @return whether a reading was accepted: it is on flash, or will be by the sync policy. If not,
     *         {@link #sampler()} has counted why.
     */
    public boolean sample() {
        long now = this.clock.monotonicMillis();
        this.resting = false;
        boolean taken = this.sampler.sample(now, this.anchor);
        if (this.health != null && this.health.isDue(now)) {
            noteHealth(now);
        }
        return taken;
    }

    private void noteHealth(long now) {
        Health row = this.health.start(now);
        row.set(Health.READINGS, this.sampler.accepted());
        row.set(Health.EMPTY_READINGS, this.sampler.emptyReadings());
        row.set(Health.SENSOR_ERRORS, this.sampler.sensorErrors());
        row.set(Health.OUT_OF_RANGE, this.sampler.outOfRange());
        if (this.uploader != null) {
            row.set(Health.UPLOADS, this.uploader.stored());
            row.set(Health.UPLOAD_FAILURES, this.uploader.failures());
            row.set(Health.UPLOAD_MILLIS, this.uploader.lastMillis());
        }
        readVitals(row);
        this.health.append(now);
    }

    /** A defect in the machine's part costs fields of a row, not the reading. */
    private void readVitals(Health row) {
        try {
            if (this.vitals != null) {
                this.vitals.read(row);
            }
        } catch (RuntimeException e) {
            return;
        }
    }

    /**
     * Ends the open window early, for a shutdown, before a long sleep or before the files are copied off: what the log
     * holds becomes files at the next {@link #publish()} after the window is over, in an outage too.
     *
     * @throws IOException if the flash fails.
     */
    public void seal() throws IOException {
        this.sealed = true;
        this.spool.seal();
    }

    /**
     * Brings onto flash all that sampling holds: the waiting readings, and the anchor that dates them. In place of
     * {@link #sample()}, by its thread; the next reading starts a new segment.
     *
     * @return whether all is on flash and no file of the log is open.
     */
    public boolean rest() {
        this.resting = this.sampler.rest(this.clock.monotonicMillis(), this.anchor);
        return this.resting;
    }

    /**
     * Turns the windows that are over into files of the spool, those of one span into one. In an outage they stay in the
     * log, what is full of it in the archive; a station that is offline for good makes files of whole spans.
     * <p>
     * While this boot has not learnt the time nothing is known to be over. Then all stays in the log, but for a station that is
     * offline for good: when its flash is nearly full, the oldest readings become files, and stay undated.
     *
     * @return files published.
     * @throws IOException if the flash is full or fails; nothing is lost, and the next call begins again.
     */
    public int publish() throws IOException {
        boolean lasts = !this.sealed && this.outage.lasts();
        int published = lasts && this.uploader != null ? 0 : publish(this.anchor, lasts);
        if (published == 0) {
            this.files.archive(lasts ? 0 : 1);
        } else if (this.uploader != null) {
            this.uploader.expectAnswer();
        }
        this.sealed &= this.spool.segmentCount() > 0;
        return published;
    }

    private int publish(Anchor known, boolean wholeSpans) throws IOException {
        if (known == null) {
            return this.uploader == null && this.spool.freeBytes() < this.nearlyFull ? this.files.giveUpOldest() : 0;
        }
        if (known != this.usedAnchor) {
            this.usedAnchor = known;
            this.files.lookAgain();
        }
        return this.files.publish(known.utcMillis(this.clock.monotonicMillis()), wholeSpans,
                this.sealed || this.resting);
    }

    /**
     * Uploads one file of the spool.
     *
     * @return one of {@link Uploader#IDLE}, {@link Uploader#STORED}, {@link Uploader#FAILED}, {@link Uploader#PAUSED};
     *         always idle if the station stays offline.
     */
    public int upload() {
        return this.uploader == null ? Uploader.IDLE : this.uploader.step(this.clock.monotonicMillis());
    }

    /** @return the counters of sampling. */
    public Sampler sampler() {
        return this.sampler;
    }

    /** @return the counters of uploading; null if the station stays offline. */
    public Uploader uploader() {
        return this.uploader;
    }
}
