package space.opensensor.station;

import java.io.IOException;
import java.util.Random;

import space.opensensor.s3.FullJitter;
import space.opensensor.s3.S3Exception;
import space.opensensor.spool.Spool;

/**
 * Brings the files of the spool into the store and deletes each when it is verified to be there: oldest first, but every
 * fourth upload takes the newest file, so that fresh data arrives while a backlog of days drains.
 * <p>
 * A file that cannot be stored now gives way to the next one after a pause, so that one bad file never stops the others.
 * The first file waits up to half a minute after the boot, so that a fleet does not come back in the same second.
 * One thread at a time.
 */
public final class Uploader {

    /** Nothing to do: the spool holds no file. */
    public static final int IDLE = 0;
    /** A file was stored and deleted. */
    public static final int STORED = 1;
    /** A file could not be stored; {@link #lastFailure()} says why. */
    public static final int FAILED = 2;
    /** The pause after the boot or a failure is not over. */
    public static final int PAUSED = 3;

    private static final int SHORTEST_PAUSE_LIMIT = 15000;
    private static final int LONGEST_PAUSE_LIMIT = 900000;
    private static final int BOOT_PAUSE_LIMIT = 30000;
    private static final int NEWEST_EVERY = 4;

    private final Spool spool;
    private final ObjectStore store;
    private final Clock clock;
    private final String prefix;
    private final String station;
    private final SpoolBody body;
    private final Backoff backoff;
    private int turn;
    private int candidate;
    private long pausedUntil;
    private int stored;
    private int failures;
    private int lastMillis;
    private IOException lastFailure;
    private volatile boolean answered;

    Uploader(StationConfig config, Spool spool, ObjectStore store, Clock clock, Random random) {
        this.spool = spool;
        this.store = store;
        this.clock = clock;
        this.prefix = config.text(StationConfig.PREFIX);
        this.station = config.text(StationConfig.STATION);
        this.body = new SpoolBody(spool);
        this.backoff = new Backoff(SHORTEST_PAUSE_LIMIT, LONGEST_PAUSE_LIMIT, random);
        this.pausedUntil = FullJitter.delay(random, BOOT_PAUSE_LIMIT);
    }

    /**
     * Uploads one file.
     *
     * @param now milliseconds since the boot.
     * @return one of {@link #IDLE}, {@link #STORED}, {@link #FAILED}, {@link #PAUSED}.
     */
    public int step(long now) {
        if (now < this.pausedUntil) {
            return PAUSED;
        }
        boolean newest = this.turn == NEWEST_EVERY - 1;
        String name = newest ? newestObject() : oldestObject();
        if (name == null) {
            return IDLE;
        }
        this.turn = (this.turn + 1) % NEWEST_EVERY;
        try {
            store(name);
            this.spool.acknowledge(name);
        } catch (IOException e) {
            this.candidate += newest ? 0 : 1;
            fail(now, e);
            return FAILED;
        }
        this.answered = true;
        this.lastMillis = (int) (this.clock.monotonicMillis() - now);
        this.backoff.reset();
        this.stored++;
        return STORED;
    }

    /** Returns the oldest file, or the next one after those that could not be stored; null if there is none. */
    private String oldestObject() {
        int count = this.spool.objectCount();
        if (this.candidate >= count) {
            this.candidate = 0;
        }
        for (; this.candidate < count; this.candidate++) {
            String name = this.spool.objectName(this.candidate);
            if (name != null && ObjectName.isOurs(name)) {
                return name;
            }
        }
        return null;
    }

    private String newestObject() {
        for (int i = this.spool.objectCount() - 1; i >= 0; i--) {
            String name = this.spool.objectName(i);
            if (name != null && ObjectName.isOurs(name)) {
                return name;
            }
        }
        return null;
    }

    private void store(String name) throws IOException {
        this.body.name(name);
        if (!this.store.store(ObjectName.key(this.prefix, this.station, name, false), this.body)
                && !this.store.store(ObjectName.key(this.prefix, this.station, name, true), this.body)) {
            throw new IOException(name + ": its key and the key of a split window hold other objects");
        }
    }

    private void fail(long now, IOException failure) {
        this.answered = failure instanceof S3Exception && ((S3Exception) failure).status() > 0;
        this.failures++;
        this.lastFailure = failure;
        this.pausedUntil = now + this.backoff.next();
    }

    /** Forgets that the store answered: files were made that it has not seen. */
    void expectAnswer() {
        this.answered = false;
    }

    /** @return whether the store answered the last request, for better or worse, and nothing was made since. */
    boolean isAnswered() {
        return this.answered;
    }

    /** @return files stored since the boot. */
    public int stored() {
        return this.stored;
    }

    /** @return how long the last upload that succeeded took, milliseconds; 0 before the first. */
    public int lastMillis() {
        return this.lastMillis;
    }

    /** @return uploads that failed since the boot. */
    public int failures() {
        return this.failures;
    }

    /** @return why the last upload failed; null if none did. Its text holds no secret. */
    public IOException lastFailure() {
        return this.lastFailure;
    }

    /** @return when the pause after the boot or a failure ends, milliseconds since the boot. */
    public long pausedUntil() {
        return this.pausedUntil;
    }
}
