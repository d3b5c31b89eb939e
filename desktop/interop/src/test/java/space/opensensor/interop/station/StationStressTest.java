package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Quantity;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;
import space.opensensor.station.Uploader;

/**
 * A sampler and an uploader in threads of their own, two hundred times as fast as life, on a flash that hesitates and fails
 * and over a network that hesitates, breaks off and hangs: no deadlock, every accepted reading in the store once, no reading
 * later than {@value #BOUND_MILLIS} ms, of which a flash operation takes up to {@value #FLASH_MILLIS}.
 * In between the network is away until something is in the archive. {@code -Dstress=SECONDS} runs longer, {@code -Dseed=N}
 * with other pauses.
 */
public class StationStressTest {

    private static final int SPEED = 200;
    private static final int FLASH_MILLIS = 4;
    private static final int BOUND_MILLIS = 1000;
    private static final int SECONDS = Integer.getInteger("stress", 6);
    private static final long PATIENCE_MILLIS = 60000;
    private static final long NOON = 1772366400000L;

    private final long seed = Long.getLong("seed", 20261122L);
    private final FlakyFlash flash = new FlakyFlash(new RamFlash(256, 4096), new Random(this.seed), FLASH_MILLIS, 150);
    private final CutStore store = new CutStore();
    private final BitSet accepted = new BitSet();
    private final long start = System.nanoTime();
    private Station station;
    private Spool spool;
    private volatile boolean sampling = true;
    private volatile Throwable failure;
    private int taken;
    private volatile boolean archived;
    private long latestMillis;

    @Test
    public void twoThreadsNeitherStopNorLoseOneAnother() throws Exception {
        boot();
        Thread sampler = thread("sampler", this::sample);
        Thread files = thread("files", this::work);
        sampler.join(PATIENCE_MILLIS + SECONDS * 1000L);
        files.join(PATIENCE_MILLIS);
        String summary = "stress: seed " + this.seed + ", " + this.taken + " readings, " + this.accepted.cardinality()
                + " accepted, " + this.store.objects.size() + " objects, latest reading " + this.latestMillis + " ms";
        System.out.println(summary);
        assertFalse("the sampler hangs", sampler.isAlive());
        assertFalse("the uploader hangs", files.isAlive());
        assertNull(summary + ": " + this.failure, this.failure);
        assertTrue(summary, this.latestMillis <= BOUND_MILLIS);
        assertTrue("nothing was archived", this.archived);
        compare(summary);
    }

    private void boot() throws IOException {
        StationConfig config = new StationConfig();
        String[] settings = { "station", "stress", "interval", "1", "window", "1", "health", "1", "bucket", "sensors",
            "access_key", "id", "secret_key", "key" };
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        this.spool = new Spool(this.flash, StoreSettings.spool(config).segmentBytes(4096));
        this.spool.recover();
        Random random = new Random(this.seed + 1);
        this.store.listen(() -> pause(random, 40), () -> pause(random, random.nextInt(20) == 0 ? 400 : 10));
        this.store.failures(new Random(this.seed + 2));
        this.station = new Station(config, reading -> reading.set(Quantity.GAS_RESISTANCE, this.taken), this::now,
                this.spool, this.store, new Random(this.seed + 3));
        this.station.anchor(new Anchor(0, NOON));
    }

    private long now() {
        return (System.nanoTime() - this.start) / 1000000 * SPEED;
    }

    /** Takes a reading per second of the station's clock. */
    private void sample() throws Exception {
        long due = now();
        while (now() < SECONDS * 1000L * SPEED || !this.archived && now() < PATIENCE_MILLIS * SPEED) {
            if (this.station.sample()) {
                this.accepted.set(this.taken);
            }
            this.taken++;
            this.latestMillis = Math.max(this.latestMillis, (now() - due) / SPEED);
            due = Math.max(due + 1000, now());
            Thread.sleep(Math.max(0, (due - now()) / SPEED));
        }
        this.flash.heal();
        this.store.failures(null);
        this.station.seal();
        this.sampling = false;
    }

    private void work() throws Exception {
        long givenUp = System.nanoTime() + (PATIENCE_MILLIS + SECONDS * 1000L) * 1000000;
        while (this.sampling || this.spool.segmentCount() > 0 || this.spool.objectCount() > 0) {
            try {
                this.station.publish();
            } catch (IOException e) {
                Thread.sleep(1);
            }
            boolean outage = this.sampling && now() > SECONDS * 300L * SPEED
                    && (now() < SECONDS * 700L * SPEED || !this.archived);
            this.archived |= this.spool.segmentCount() > this.spool.sealedSegments();
            if (outage || this.station.upload() != Uploader.STORED) {
                Thread.sleep(1);
            }
            if (System.nanoTime() > givenUp) {
                throw new IllegalStateException("not drained: " + this.spool.segmentCount() + " segments, "
                        + this.spool.objectCount() + " objects");
            }
        }
    }

    private void compare(String summary) throws IOException {
        BitSet found = new BitSet();
        StoredReadings judge = new StoredReadings();
        for (Map.Entry<String, byte[]> object : this.store.objects.entrySet()) {
            if (object.getKey().contains("/data_")) {
                for (StoredReadings.Row row : judge.read(object.getValue())) {
                    assertFalse("reading " + row.reading() + " twice", found.get(row.reading()));
                    found.set(row.reading());
                }
            }
        }
        BitSet lost = (BitSet) this.accepted.clone();
        lost.andNot(found);
        assertEquals(summary + ", lost " + lost, 0, lost.cardinality());
        assertTrue(summary, this.accepted.cardinality() > SECONDS * 20);
        assertTrue(summary, this.store.objects.size() > SECONDS);
    }

    private static void pause(Random random, int longest) {
        try {
            Thread.sleep(random.nextInt(longest + 1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Thread thread(String name, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                this.failure = e;
                this.sampling = false;
            }
        }, name);
        thread.start();
        return thread;
    }
}
