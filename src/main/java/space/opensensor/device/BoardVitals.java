package space.opensensor.device;

import space.opensensor.station.Health;
import space.opensensor.station.Vitals;

/** The health of the board: what the console has told, counted, and the state of heap, clock, network and store. */
final class BoardVitals implements Vitals {

    private final Console console;
    private final Heap heap;
    private final Radio radio;
    private final TimeServer time;
    private final LearningStore store;
    private final int resetReason = WatchdogNatives.resetReason();

    /** @param store null if the station stays offline. */
    BoardVitals(Console console, Heap heap, Radio radio, TimeServer time, LearningStore store) {
        this.console = console;
        this.heap = heap;
        this.radio = radio;
        this.time = time;
        this.store = store;
    }

    @Override
    public void read(Health health) {
        health.set(Health.RESET_REASON, this.resetReason);
        health.set(Health.HEAP_FREE, this.heap.free());
        health.set(Health.HEAP_LOW, this.heap.low());
        health.set(Health.WIFI_JOINS, count(Event.WIFI_JOINED));
        health.set(Health.WIFI_FAILURES, count(Event.WIFI_REFUSED) + count(Event.WIFI_NO_ADDRESS));
        health.set(Health.TIME_SYNCS, count(Event.TIME_SET));
        health.set(Health.TIME_FAILURES, count(Event.TIME_FAILED));
        health.set(Health.SENSORS_ABSENT, count(Event.SENSORS_ABSENT));
        health.set(Health.SENSOR_FAILURES, count(Event.SENSOR_FAILED) + count(Event.SENSOR_WRONG)
                + count(Event.SENSOR_CHECKSUM) + count(Event.SENSOR_STUCK) + count(Event.SENSOR_CALIBRATION)
                + count(Event.SENSOR_RANGE));
        health.set(Health.CONFIG_ERRORS, count(Event.NO_NVS) + count(Event.BAD_SETTING) + count(Event.BOOT_UNKNOWN)
                + count(Event.STORE_UNKNOWN));
        health.set(Health.TRUST_FAILURES,
                count(Event.ROOTS_FAILED) + count(Event.UNTRUSTED) + count(Event.NOT_THE_STORE));
        health.set(Health.FAULTS, count(Event.FAULT));
        if (this.store != null) {
            health.set(Health.UPLOAD_RETRIES, this.store.retries());
        }
        if (this.radio.rssi() != Radio.NO_SIGNAL) {
            health.set(Health.WIFI_RSSI, this.radio.rssi());
        }
        this.time.read(health);
    }

    private int count(int event) {
        return this.console.count(event);
    }
}
