package space.opensensor.device;

import java.io.IOException;
import java.util.Random;

import space.opensensor.http.Connector;
import space.opensensor.s3.S3Client;
import space.opensensor.spool.Flash;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.OfflineCapacity;
import space.opensensor.station.Sensors;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** A station put together from the parts of a board: three threads, of which sampling goes before the others. */
public final class Device {

    private static final int SAMPLING_PRIORITY = 7;
    private static final int LINK_PRIORITY = 6;
    private static final int FILES_PRIORITY = 5;

    private final BoardClock clock;
    private final Station station;
    private final Spool spool;
    private final WifiLink link;
    private final BoardVitals vitals;
    private final SamplingLoop sampling;
    private final FilesLoop files;
    private final LinkLoop linking;

    /**
     * Puts a station together and recovers its spool.
     *
     * @param config valid; goes offline here if the store's settings turn out to be impossible.
     * @param connector reaches the store; null for a device that cannot, which then stays offline.
     * @throws IOException if the flash cannot be read.
     */
    Device(DeviceConfig config, BoardClock clock, Flash flash, Sensors sensors, Radio radio, TimeServer time,
            Connector connector, Console console) throws IOException {
        this.clock = clock;
        Random random = new Random(Entropy.seed());
        StationConfig settings = config.station();
        this.spool = new Spool(flash, StoreSettings.spool(settings).firstBoot(nextBoot(console)));
        this.spool.recover();
        console.tell(this.spool.isNew() ? Event.SPOOL_NEW : Event.SPOOL_READY, "boot " + this.spool.bootId() + ", "
                + OfflineCapacity.text(settings, this.spool.freeBytes()));
        keepBoot(this.spool.bootId(), console);
        LearningStore store = store(settings, connector, clock, console);
        this.station = new Station(settings, sensors, clock, this.spool, store, random);
        boolean wifi = config.own(DeviceConfig.WIFI_SSID).length() > 0;
        this.link = wifi ? new WifiLink(radio, config.own(DeviceConfig.WIFI_SSID), config.own(DeviceConfig.WIFI_PASS),
                console, random) : null;
        Heap heap = new Heap();
        this.vitals = new BoardVitals(console, heap, radio, time, store);
        this.station.vitals(this.vitals);
        this.sampling = new SamplingLoop(this.station, settings.intervalMillis(), clock, heap, console);
        PartitionFlash raw = flash instanceof PartitionFlash ? (PartitionFlash) flash : null;
        this.files = new FilesLoop(this.station, raw, this.link, clock, console);
        this.linking = wifi ? new LinkLoop(this.link, time, clock, this.station, console, random) : null;
        leaveOut(config, sensors, console);
        if (wifi) {
            this.sampling.watch(this.files, this.linking);
        } else {
            this.sampling.watch(this.files);
        }
    }

    private void leaveOut(DeviceConfig config, Sensors sensors, Console console) {
        if (config.sleep() > 0 && this.station.uploader() != null) {
            NativeSensors own = sensors instanceof NativeSensors ? (NativeSensors) sensors : null;
            DeepSleep sleep = new DeepSleep(config.station(), config.sleep(), this.station, own, this.link, this.clock,
                    console);
            this.sampling.leaveOut(sleep);
            this.files.sleepAfter(sleep);
        }
    }

    /** @return a number that no boot had before, as far as NVS knows. */
    private static int nextBoot(Console console) {
        try {
            return Math.max(0, KeptNumber.read(KeptNumber.BOOT)) + 1;
        } catch (IOException e) {
            console.tell(Event.BOOT_UNKNOWN, e.getMessage());
            return 1;
        }
    }

    private static void keepBoot(int boot, Console console) {
        try {
            KeptNumber.write(KeptNumber.BOOT, boot);
        } catch (IOException e) {
            console.tell(Event.BOOT_UNKNOWN, e.getMessage());
        }
    }

    private static LearningStore store(StationConfig settings, Connector connector, BoardClock clock, Console console) {
        if (settings.number(StationConfig.MODE) == StationConfig.ONLINE) {
            try {
                if (connector != null) {
                    S3Client client = StoreClient.of(settings, StoreSettings.s3(settings), connector, clock);
                    return new LearningStore(client, settings, console);
                }
            } catch (IllegalArgumentException e) {
                console.tell(Event.BAD_SETTING, e.getMessage());
            }
            settings.set(StationConfig.MODE, "offline");
        }
        return null;
    }

    /** Starts the threads. */
    void start() {
        this.sampling.start(SAMPLING_PRIORITY);
        if (this.linking != null) {
            this.linking.start(LINK_PRIORITY);
        }
        this.files.start(FILES_PRIORITY);
    }

    /**
     * Does once what each thread has to do, for a caller that has one thread only.
     *
     * @return when the next of them is due, milliseconds since the boot.
     */
    long step() {
        long now = this.clock.monotonicMillis();
        long due = Math.min(this.sampling.turn(now), this.files.turn(now));
        return this.linking == null ? due : Math.min(due, this.linking.turn(now));
    }

    /** Lets the threads end, each after its present step. */
    public void stop() {
        this.sampling.stop();
        this.files.stop();
        if (this.linking != null) {
            this.linking.stop();
        }
    }

    /** @return the station. */
    public Station station() {
        return this.station;
    }

    /** @return the spool. */
    public Spool spool() {
        return this.spool;
    }

    /** @return the health of the board. */
    BoardVitals vitals() {
        return this.vitals;
    }

    /** @return null if no network is configured. */
    WifiLink link() {
        return this.link;
    }
}
