package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/** A thousand files have piled up when a slow network comes back: they drain, and what is measured now does not wait for them. */
public class BacklogTest {

    private static final long START = 1772323200000L;
    private static final long INTERVAL = 180000;
    private static final long WINDOW = 900000;
    private static final int BACKLOG = 1000;
    private static final long UPLOAD_MILLIS = 40000;

    private final CutStore store = new CutStore();
    private final List<String> order = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final Map<String, Long> publishedAt = new HashMap<>();
    private final Map<String, Long> storedAt = new HashMap<>();
    private Spool spool;
    private Station station;
    private long now;

    @Test
    public void drainsOldestFirstWithoutStarvingLiveData() throws IOException {
        boot();
        while (this.spool.objectCount() < BACKLOG) {
            sample();
        }
        for (int round = 0; this.spool.objectCount() > 0; round++) {
            sample();
            uploadUntilNextSample();
            assertTrue("never drained", round < 10000);
        }
        long longest = 0;
        int fresh = 0;
        for (Map.Entry<String, Long> file : this.publishedAt.entrySet()) {
            Long stored = this.storedAt.get(file.getKey());
            if (stored != null && !this.old.contains(file.getKey())) {
                longest = Math.max(longest, stored - file.getValue());
                fresh++;
            }
        }
        System.out.println("backlog: " + this.order.size() + " files, " + fresh + " of them fresh, which waited "
                + longest / 1000 + " s at most, an upload taking " + UPLOAD_MILLIS / 1000 + " s");
        assertTrue(fresh + " fresh files", fresh > 40);
        assertTrue("a fresh file waited " + longest + " ms", longest <= 4 * UPLOAD_MILLIS);
        assertOldestFirst();
        assertEquals("each once", this.order.size(), this.store.objects.size());
    }

    private void assertOldestFirst() {
        List<String> sent = new ArrayList<>(this.order);
        sent.retainAll(this.old);
        int late = 0;
        for (int i = 0; i < sent.size() - 1; i++) {
            late += sent.get(i).compareTo(sent.get(i + 1)) > 0 ? 1 : 0;
        }
        assertEquals(BACKLOG, sent.size());
        assertTrue(late + " of the old files were sent before an older one", late <= BACKLOG / 4);
    }

    private void boot() throws IOException {
        StationConfig config = new StationConfig();
        String[] settings = { "station", "backlog", "interval", "180", "bucket", "sensors", "access_key", "id", "secret_key",
            "key", "spool_size", "8192", "offline_window", "15" };
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        this.spool = new Spool(new RamFlash(2048, 4096), StoreSettings.spool(config));
        this.spool.recover();
        this.station = new Station(config, reading -> reading.set(Quantity.TEMPERATURE, this.now / INTERVAL % 40),
                () -> this.now, this.spool, (key, body) -> {
                    this.now += UPLOAD_MILLIS;
                    this.order.add(key);
                    this.storedAt.put(key, this.now);
                    return this.store.store(key, body);
                }, new Random(1));
        this.station.anchor(new Anchor(0, START));
    }

    /** Takes a reading and makes the files that are due; before the network is back, as if told to shut down. */
    private void sample() throws IOException {
        if (this.order.isEmpty() && this.now % WINDOW == 0) {
            this.station.seal();
        }
        this.station.sample();
        int files = this.station.publish();
        for (int i = this.spool.objectCount() - files; i < this.spool.objectCount(); i++) {
            String name = this.spool.objectName(i);
            String key = "station=backlog/year=" + name.substring(0, 4) + "/month=" + name.substring(4, 6) + "/day="
                    + name.substring(6, 8) + "/data_" + name.substring(9, 13) + ".parquet";
            this.publishedAt.put(key, this.now);
            if (this.order.isEmpty() && this.spool.objectCount() <= BACKLOG) {
                this.old.add(key);
            }
        }
        if (this.order.isEmpty()) {
            this.now += INTERVAL;
        }
    }

    private void uploadUntilNextSample() {
        long next = this.now + INTERVAL;
        while (this.now < next) {
            if (this.station.upload() != Uploader.STORED) {
                this.now = next;
            }
        }
    }
}
