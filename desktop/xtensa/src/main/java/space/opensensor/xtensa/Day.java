package space.opensensor.xtensa;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import space.opensensor.s3.Body;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.StaticCredentials;
import space.opensensor.spool.Flash;
import space.opensensor.spool.Spool;
import space.opensensor.station.ObjectStore;
import space.opensensor.station.S3Store;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;
import space.opensensor.station.Uploader;

/**
 * A whole day of a station with the default settings: a reading every 5 s, a file every 15 min, each uploaded in signed
 * chunks. The power fails once, inside a window, and takes the readings that wait in memory. Files go to {@code window-NNNNN.parquet} too.
 */
final class Day implements ObjectStore {

    /** 2026-03-01T00:00:00Z. */
    private static final long START = 1772323200000L;
    private static final long DAY_MILLIS = 86400000L;
    private static final long POWER_CUT = DAY_MILLIS * 13 / 24 + 7 * 60000L;
    private static final int COPY_BYTES = 256;
    private static final int MINUTES_TO_UPLOAD = 120;

    private final Meter meter = new Meter();
    private final SteppingClock clock = new SteppingClock(START);
    private final RecordedNetwork network = new RecordedNetwork(this.meter);
    private final Recorder files = new Recorder("window-00000.parquet");
    private final byte[] copy = new byte[COPY_BYTES];
    private final Flash flash = new RecordedFlash(Host.flash(), this.meter);
    private final SyntheticSensors sensors = new SyntheticSensors(this.clock, this.meter);
    private final StationConfig config = new StationConfig();
    private final long end;
    private Spool spool;
    private Station station;
    private S3Store store;
    private boolean isAway;
    private int stored;

    /** @param windows how many windows of the day, as a number; all of them if empty. */
    Day(String windows) {
        this.end = windows.length() == 0 ? DAY_MILLIS : Integer.parseInt(windows) * this.config.windowMillis();
        this.config.set(StationConfig.STATION, "emulated");
        this.config.set(StationConfig.ENDPOINT, "https://s3.eu-central-1.amazonaws.com");
        this.config.set(StationConfig.REGION, "eu-central-1");
        this.config.set(StationConfig.BUCKET, "examplebucket");
        this.config.set(StationConfig.UPLOAD, "aws-chunked");
        this.config.set(StationConfig.ACCESS_KEY, "AKIAIOSFODNN7EXAMPLE");
        this.config.set(StationConfig.SECRET_KEY, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    }

    /** Runs the day and prints what it cost. */
    void run() throws IOException {
        start();
        long window = this.config.windowMillis();
        for (long now = 0; now < this.end; now += this.config.intervalMillis()) {
            this.clock.moveTo(now);
            if (now == POWER_CUT) {
                restart();
            }
            sample();
            if (now % window == 0) {
                finishWindows();
            }
        }
        this.clock.moveTo(this.end);
        this.station.seal();
        finishWindows();
        this.meter.print("day");
        System.out.println("day.files=" + this.stored);
        System.out.println("day.requests=" + this.network.requests());
        System.out.println("day.readings=" + this.end / this.config.intervalMillis());
    }

    /**
     * Runs the day without network but for the first window and what comes after the end: most readings go through the archive
     * of the spool.
     */
    void runWithoutNetwork() throws IOException {
        start();
        for (long now = 0; now < this.end; now += this.config.intervalMillis()) {
            this.clock.moveTo(now);
            sample();
            if (now % this.config.windowMillis() == 0) {
                this.isAway = now > 0;
                uploadAll();
            }
        }
        this.isAway = false;
        this.station.seal();
        long now = this.end;
        for (int minutes = 0; minutes < MINUTES_TO_UPLOAD && waits(); minutes++) {
            this.clock.moveTo(now);
            uploadAll();
            now += 60000;
        }
        System.out.println("outage.files=" + this.stored);
        if (waits()) {
            throw new IOException("not all is uploaded after " + MINUTES_TO_UPLOAD + " minutes");
        }
    }

    private boolean waits() {
        return this.spool.logReadings() > 0 || this.spool.objectCount() > 0;
    }

    private void uploadAll() throws IOException {
        this.station.publish();
        while (this.station.upload() == Uploader.STORED) {
            this.station.publish();
        }
    }

    /** Takes the readings of one window, and prints what they cost. */
    void takeReadings() throws IOException {
        start();
        for (long now = 0; now < this.config.windowMillis(); now += this.config.intervalMillis()) {
            this.clock.moveTo(now);
            sample();
        }
        this.meter.print("readings");
    }

    private void restart() throws IOException {
        this.station = null;
        this.store = null;
        this.clock.reboot();
        start();
    }

    private void start() throws IOException {
        this.meter.enter(Phase.START);
        this.spool = new Spool(this.flash, StoreSettings.spool(this.config));
        this.spool.recover();
        this.store = new S3Store(new S3Client(StoreSettings.s3(this.config), this.network,
                new StaticCredentials(StoreSettings.credentials(this.config)), this.clock, new NoWaiting(),
                new Random(1)));
        this.station = new Station(this.config, this.sensors, this.clock, this.spool, this, new Random(1));
        this.station.anchor(this.clock.anchor());
        this.meter.leave();
    }

    private void sample() {
        this.meter.enter(Phase.APPEND);
        this.station.sample();
        this.meter.leave();
    }

    private void finishWindows() throws IOException {
        this.meter.enter(Phase.PUBLISH);
        int files = this.station.publish();
        this.meter.leave();
        for (int i = 0; i < files; i++) {
            this.meter.enter(Phase.UPLOAD);
            int outcome = this.station.upload();
            this.meter.leave();
            if (outcome != Uploader.STORED) {
                throw this.station.uploader().lastFailure();
            }
        }
    }

    @Override
    public boolean store(String key, Body body) throws IOException {
        if (this.isAway) {
            throw new IOException("no network");
        }
        this.meter.enter(Phase.PORTS);
        this.stored++;
        this.files.number(this.stored);
        InputStream in = body.open();
        for (int n = in.read(this.copy, 0, COPY_BYTES); n > 0; n = in.read(this.copy, 0, COPY_BYTES)) {
            this.files.write(this.copy, 0, n);
        }
        in.close();
        this.network.expect(body.length());
        this.meter.leave();
        return this.store.store(key, body);
    }
}
