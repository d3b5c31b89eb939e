package space.opensensor.simulator;

import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import space.opensensor.s3.S3Exception;
import space.opensensor.simulator.sensors.Series;
import space.opensensor.simulator.sensors.Timeline;
import space.opensensor.simulator.sensors.VirtualClock;
import space.opensensor.simulator.sensors.Witness;
import space.opensensor.simulator.verify.Ledger;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.ObjectStore;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.Uploader;

/** Runs a station through its time: sampling at every tick, files and uploads whenever a window is over. */
final class Simulation {

    /** How often uploads are tried again when the readings have ended. */
    private static final int LAST_ROUNDS = 8;

    private final StationConfig config;
    private final Timeline timeline;
    private final VirtualClock clock;
    private final Witness sensors;
    private final Station station;
    private final Ledger ledger;
    private final Set<String> stored = new HashSet<>();

    /**
     * Starts a station.
     *
     * @param store null for a station that stays offline.
     * @param ledger receives what the station accepts.
     */
    Simulation(StationConfig config, Timeline timeline, Series series, Spool spool, ObjectStore store, long seed,
            Ledger ledger) {
        this.config = config;
        this.timeline = timeline;
        this.clock = new VirtualClock(timeline.start());
        this.sensors = new Witness(series, this.clock);
        this.station = new Station(config, this.sensors, this.clock, spool, store == null ? null : noting(store),
                new Random(seed));
        this.ledger = ledger;
    }

    private ObjectStore noting(ObjectStore store) {
        return (key, body) -> {
            boolean there = store.store(key, body);
            if (there) {
                this.stored.add(key);
            }
            return there;
        };
    }

    /** @return whether the station stored an object of that key. */
    boolean hasStored(String key) {
        return this.stored.contains(key);
    }

    /**
     * Runs to the end.
     *
     * @throws IOException if an upload fails in a way that no later try can change, or all tries are used up.
     */
    void run(Progress progress) throws IOException {
        this.station.anchor(new Anchor(0, this.timeline.start()));
        long window = window(this.timeline.start());
        for (long i = 0, n = this.timeline.count(); i < n; i++) {
            long now = this.timeline.utcMillis(i);
            this.clock.moveTo(now);
            if (this.station.sample()) {
                this.ledger.accept(now, this.sensors.values());
            }
            if (window(now) != window) {
                window = window(now);
                publish();
            }
            progress.step();
        }
        finish();
    }

    private long window(long utc) {
        return Math.floorDiv(utc, this.config.windowMillis());
    }

    private void publish() throws IOException {
        this.station.publish();
        upload();
    }

    /** Uploads until nothing is left or the station pauses. */
    private boolean upload() throws IOException {
        while (true) {
            int outcome = this.station.upload();
            if (outcome == Uploader.FAILED && isHopeless()) {
                throw this.station.uploader().lastFailure();
            }
            if (outcome != Uploader.STORED) {
                return outcome == Uploader.IDLE;
            }
        }
    }

    /** Returns whether waiting cannot help: the store refuses, or it has never been reached. */
    private boolean isHopeless() {
        IOException failure = this.station.uploader().lastFailure();
        boolean refused = failure instanceof S3Exception && !((S3Exception) failure).retryable();
        return refused || this.station.uploader().stored() == 0;
    }

    private void finish() throws IOException {
        this.clock.moveTo((window(this.timeline.end() - 1) + 1) * this.config.windowMillis());
        this.station.seal();
        boolean left = true;
        for (int round = 0; left;) {
            left = this.station.publish() > 0;
            if (!upload()) {
                if (round++ == LAST_ROUNDS) {
                    throw this.station.uploader().lastFailure();
                }
                left = true;
                this.clock.moveTo(this.clock.bootUtcMillis() + this.station.uploader().pausedUntil());
            }
        }
    }

    /** @return the station, for its counters. */
    Station station() {
        return this.station;
    }
}
