package space.opensensor.interop.station;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import space.opensensor.interop.spool.CrashableFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Quantity;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;
import space.opensensor.station.Uploader;

/**
 * A station through its day, on a virtual clock, with a ledger of what it was given: reading n has the value n, so that
 * each can be found again.
 */
final class StationDay {

    /** The quantity that carries the number of the reading. */
    static final int NUMBERED = Quantity.GAS_RESISTANCE;
    /** Key of undated readings. */
    static final String UNDATED_KEY = "/undated/";

    private static final String HEALTH_KEY = "/health_";

    private static final Pattern KEY = Pattern.compile(".*/data_(\\d{4})(?:-(\\d{4}))?(?:-b\\d+s\\d+)?\\.parquet");
    private static final long START = 1772323200000L;
    private static final long BOOT_MILLIS = 10000;
    private static final int DRIFT = -20500;

    final CutStore store;
    /** Readings whose {@code sample} returned true. */
    final BitSet accepted;
    /** True UTC time of each reading taken. */
    final List<Long> times;
    /** Readings taken in a boot that had no anchor so far. */
    final BitSet undated;

    private final StationConfig config;
    private CrashableFlash flash;
    private Spool spool;
    private Station station;
    private long utc;
    private long bootedAt;
    private boolean anchored;
    private boolean online = true;

    StationDay() {
        this(new CutStore(), new BitSet(), new ArrayList<>(), new BitSet(), START, "0");
    }

    /** @return its configuration, to be changed before the first boot. */
    StationConfig config() {
        return this.config;
    }

    /** @return its spool, for its counters. */
    Spool spool() {
        return this.spool;
    }

    /** @return the time that passes, milliseconds since 1970. */
    long utcMillis() {
        return this.utc;
    }

    private StationDay(CutStore store, BitSet accepted, List<Long> times, BitSet undated, long utc,
            String health) {
        this.store = store;
        this.accepted = accepted;
        this.times = times;
        this.undated = undated;
        this.utc = utc;
        this.config = new StationConfig();
        this.config.set("station", "cut");
        this.config.set("interval", "180");
        this.config.set("sync_readings", "1");
        this.config.set("bucket", "sensors");
        this.config.set("access_key", "id");
        this.config.set("secret_key", "key");
        this.config.set("health", health);
    }

    /** @return what the world still has after a cut: the store, and our knowledge of what was promised. */
    StationDay afterCut() {
        CutStore kept = new CutStore();
        kept.objects.putAll(this.store.objects);
        return new StationDay(kept, (BitSet) this.accepted.clone(), new ArrayList<>(this.times),
                (BitSet) this.undated.clone(), this.utc,
                this.config.text(StationConfig.HEALTH));
    }

    void boot(CrashableFlash newFlash) throws IOException {
        newFlash.closeAll();
        this.flash = newFlash;
        this.utc += BOOT_MILLIS;
        this.bootedAt = this.utc;
        this.anchored = false;
        this.spool = new Spool(newFlash, StoreSettings.spool(this.config).segmentBytes(4096).reserveBytes(8192));
        this.spool.recover();
        this.station = new Station(this.config, reading -> {
            reading.set(NUMBERED, this.times.size());
            reading.set(Quantity.TEMPERATURE, 20 + this.times.size() % 7 * 0.25f);
            reading.set(Quantity.LIGHT, (this.times.size() * 40503 & 0xFFFF) / 100f);
            reading.set(Quantity.NOISE, 30 + (this.times.size() * 20011 & 0xFF) / 10f);
            this.times.add(this.utc);
        }, () -> this.utc - this.bootedAt, this.spool, this.store, new Random(7));
    }

    /** Learns the time: all readings of this boot can be dated from now on. */
    void learnTime() {
        learnTime(0);
    }

    /** Learns a time that is wrong by some milliseconds. */
    void learnTime(long error) {
        this.station.anchor(new Anchor(this.utc - this.bootedAt, this.utc + error, DRIFT));
        this.anchored = true;
    }

    void setOnline(boolean isOnline) {
        this.online = isOnline;
    }

    /** Takes readings; after each, works off what is due. */
    void sample(int count) {
        for (int i = 0; i < count; i++) {
            int number = this.times.size();
            this.undated.set(number, !this.anchored);
            if (this.station.sample()) {
                this.accepted.set(number);
            }
            work();
            this.utc += this.config.intervalMillis();
        }
    }

    private void work() {
        try {
            this.station.publish();
        } catch (IOException e) {
            // The flash is full or fails; the next call begins again.
        }
        int outcome = this.online ? this.station.upload() : Uploader.IDLE;
        while (outcome == Uploader.STORED) {
            this.store.ended(true);
            outcome = this.station.upload();
        }
        if (outcome == Uploader.FAILED) {
            this.store.ended(false);
        }
    }

    /** Ends the day: whatever is on flash goes into the store. */
    void drain() throws IOException {
        this.station.seal();
        this.utc += this.config.windowMillis();
        this.online = true;
        work();
        for (int round = 0; round < 20 && !isEmpty(); round++) {
            this.utc += this.config.windowMillis();
            work();
        }
        if (!isEmpty() || this.flash.mostOpen() > 2) {
            throw new AssertionError("not drained, or more than two files open");
        }
    }

    private boolean isEmpty() {
        return this.spool.objectCount() == 0 && this.spool.segmentCount() == 0;
    }

    /**
     * Compares the store with the ledger.
     *
     * @throws AssertionError if an accepted reading is not there exactly once, or any is there twice, at another time, or
     *         under a key of another window.
     */
    void check(StoredReadings judge) {
        readingFiles().forEach((key, content) -> {
            for (StoredReadings.Row row : judge.read(content)) {
                checkPlace(key, row);
            }
        });
        checkHealth(judge);
        BitSet found = readingsInStore(judge);
        BitSet lost = (BitSet) this.accepted.clone();
        lost.andNot(found);
        if (!lost.isEmpty()) {
            throw new AssertionError("lost: readings " + lost);
        }
    }

    /**
     * Reads all objects.
     *
     * @throws AssertionError if a reading is there twice.
     */
    BitSet readingsInStore(StoredReadings judge) {
        BitSet found = new BitSet();
        readingFiles().forEach((key, content) -> {
            for (StoredReadings.Row row : judge.read(content)) {
                if (found.get(row.reading())) {
                    throw new AssertionError("reading " + row.reading() + " is there twice, the second time in " + key);
                }
                found.set(row.reading());
            }
        });
        return found;
    }

    /** @return readings in files of which the station cannot know that they are in the store. */
    int unconfirmedReadings(StoredReadings judge) {
        int readings = 0;
        for (String key : this.store.unconfirmed) {
            readings += key.contains(HEALTH_KEY) ? 0 : judge.read(this.store.objects.get(key)).length;
        }
        return readings;
    }

    private Map<String, byte[]> readingFiles() {
        Map<String, byte[]> files = new TreeMap<>(this.store.objects);
        files.keySet().removeIf(key -> key.contains(HEALTH_KEY));
        return files;
    }

    /**
     * Reads all health files.
     *
     * @return how many rows they have.
     * @throws AssertionError if a row is there twice.
     */
    int checkHealth(StoredReadings judge) {
        Set<String> rows = new HashSet<>();
        this.store.objects.forEach((key, content) -> {
            if (key.contains(HEALTH_KEY)) {
                for (String row : judge.readHealth(content)) {
                    if (!rows.add(row)) {
                        throw new AssertionError("health of " + row + " is there twice, the second time in " + key);
                    }
                }
            }
        });
        return rows.size();
    }

    private void checkPlace(String key, StoredReadings.Row row) {
        long time = this.times.get(row.reading());
        boolean right = row.utcMillis() == time && covers(key, time);
        boolean rightlyUndated = row.utcMillis() == StoredReadings.UNDATED && this.undated.get(row.reading())
                && key.contains(UNDATED_KEY);
        if (!right && !rightlyUndated) {
            throw new AssertionError("reading " + row.reading() + " of " + time + " is in " + key + " with time "
                    + row.utcMillis());
        }
    }

    /** Returns whether a key is that of a time's window, or of several windows with it. */
    private boolean covers(String key, long time) {
        OffsetDateTime at = Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC);
        Matcher name = KEY.matcher(key);
        if (!name.matches() || !key.startsWith(String.format("station=cut/year=%1$tY/month=%1$tm/day=%1$td/", at))) {
            return false;
        }
        int window = (int) (this.config.windowMillis() / 60000);
        int minute = at.getHour() * 60 + at.getMinute();
        int first = minutes(name.group(1));
        return minute >= first && minute < (name.group(2) == null ? first + window : minutes(name.group(2)));
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(2));
    }
}
