package space.opensensor.station;

import java.io.IOException;
import java.util.Random;

import space.opensensor.s3.FullJitter;
import space.opensensor.spool.Spool;

/**
 * Brings the files of the spool into the store, oldest first, and deletes each when it is verified to be there.
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

    private final Spool spool;
    private final ObjectStore store;
    private final String prefix;
    private final String station;
    private final SpoolBody body;
    private final Backoff backoff;
    private int candidate;
    private long pausedUntil;
    private int stored;
    private int failures;
    private IOException lastFailure;

    Uploader(StationConfig config, Spool spool, ObjectStore store, Random random) {
        this.spool = spool;
        this.store = store;
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
        String name = nextObject();
        if (name == null) {
            return IDLE;
        }
        try {
            store(name);
            this.spool.acknowledge(name);
        } catch (IOException e) {
            fail(now, e);
            return FAILED;
        }
        this.backoff.reset();
        this.stored++;
        return STORED;
    }

    private String nextObject() {
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

    private void store(String name) throws IOException {
        this.body.name(name);
        if (!this.store.store(ObjectName.key(this.prefix, this.station, name, false), this.body)
                && !this.store.store(ObjectName.key(this.prefix, this.station, name, true), this.body)) {
            throw new IOException(name + ": its key and the key of a split window hold other objects");
        }
    }

    private void fail(long now, IOException failure) {
        this.failures++;
        this.lastFailure = failure;
        this.candidate++;
        this.pausedUntil = now + this.backoff.next();
    }

    /** @return files stored since the boot. */
    public int stored() {
        return this.stored;
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
