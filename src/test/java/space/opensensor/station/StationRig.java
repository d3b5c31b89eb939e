package space.opensensor.station;

import java.io.IOException;
import java.util.Random;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;

/** A station, of one reading per minute unless set otherwise, on a flash in memory, with a clock that a test sets and a store that it can read. */
final class StationRig {

    /** 2026-03-01T12:00:00Z. */
    static final long NOON = 1772366400000L;
    static final long MINUTE = 60000L;
    static final String FOLDER = "station=roof/year=2026/month=03/day=01/";

    final ScriptedSensors sensors = new ScriptedSensors();
    final SettableClock clock = new SettableClock();
    final KeptObjects store = new KeptObjects();
    final StationConfig config = new StationConfig();
    RamFlash flash = new RamFlash(128, 4096);
    Spool spool;
    Station station;

    StationRig() {
        this.config.set("station", "roof");
        this.config.set("interval", "60");
        this.config.set("sync_readings", "1");
        this.config.set("offline_window", "15");
        this.config.set("bucket", "sensors");
        this.config.set("access_key", "id");
        this.config.set("secret_key", "key");
    }

    void boot() throws IOException {
        this.clock.now = 0;
        this.spool = new Spool(this.flash, StoreSettings.spool(this.config));
        this.spool.recover();
        this.station = new Station(this.config, this.sensors, this.clock, this.spool, this.store, new Random(1));
    }

    /** Boots and learns that it is noon. */
    void bootAtNoon() throws IOException {
        boot();
        this.station.anchor(new Anchor(0, NOON));
    }

    int sample(int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += this.station.sample() ? 1 : 0;
            this.clock.now += this.config.intervalMillis();
        }
        return taken;
    }

    /** Uploads all that the store takes. */
    void upload() {
        while (this.station.upload() == Uploader.STORED) {
            continue;
        }
    }

    /** @return whether an object's bytes hold a text. */
    boolean holds(String key, String text) {
        byte[] bytes = new byte[Utf8.length(text)];
        Utf8.encode(text, bytes, 0);
        String wanted = Hex.encode(bytes);
        for (int i = 0; i < this.store.count; i++) {
            if (this.store.keys[i].equals(key)) {
                return this.store.contents[i].indexOf(wanted) >= 0;
            }
        }
        throw new IllegalStateException(key + " is not there, but " + this.store.keys());
    }
}
