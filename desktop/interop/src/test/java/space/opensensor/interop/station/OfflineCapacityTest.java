package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.interop.spool.FatFlash;
import space.opensensor.simulator.sensors.Synthetic;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.OfflineCapacity;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** Days without network until the first reading is dropped, on FAT: the table of docs/spool-format.md, section 8. */
public class OfflineCapacityTest {

    private static final int KIB = 1024;
    /** 528 KiB less the four sectors of the wear levelling. */
    private static final int DEFAULT = 128 * 4096;
    /** With 2.5 MiB of an OTA slot. */
    private static final int WITH_SLOT = DEFAULT + 2560 * KIB;
    private static final long START = 1772323200000L;
    private static final long DAY_MILLIS = 86400000L;

    private final StationConfig config = new StationConfig();
    private Spool spool;

    public OfflineCapacityTest() {
        this.config.set("bucket", "sensors");
        this.config.set("access_key", "id");
        this.config.set("secret_key", "key");
    }

    private double days(int volumeBytes) throws IOException {
        FatFlash flash = FatFlash.format(volumeBytes, 4096, true);
        this.spool = new Spool(flash, StoreSettings.spool(this.config));
        this.spool.recover();
        long[] now = new long[1];
        Synthetic sensors = new Synthetic(42);
        boolean offline = this.config.number(StationConfig.MODE) == StationConfig.OFFLINE;
        Station station = new Station(this.config, reading -> sensors.read(0, START + now[0], reading), () -> now[0],
                this.spool, offline ? null : (key, body) -> {
                    throw new IOException("no network");
                }, new Random(1));
        station.anchor(new Anchor(0, START));
        long window = this.config.windowMillis();
        while (this.spool.droppedReadings() == 0) {
            station.sample();
            if (now[0] % window == 0) {
                publish(station);
            }
            now[0] += this.config.intervalMillis();
        }
        return now[0] / (double) DAY_MILLIS;
    }

    /** Bytes of flash that a reading takes. */
    private double bytesPerReading(String syncReadings) throws IOException {
        int readings = 20000;
        this.config.set("sync_readings", syncReadings);
        RamFlash flash = new RamFlash(1024, 4096);
        Spool log = new Spool(flash, StoreSettings.spool(this.config));
        log.recover();
        long[] now = new long[1];
        Synthetic sensors = new Synthetic(42);
        Station station = new Station(this.config, reading -> sensors.read(0, START + now[0], reading), () -> now[0], log,
                null, new Random(1));
        station.anchor(new Anchor(0, START));
        long before = log.freeBytes();
        for (int i = 0; i < readings; i++) {
            station.sample();
            now[0] += this.config.intervalMillis();
        }
        return (before - log.freeBytes()) / (double) readings;
    }

    @Test
    public void takesEightBytesOfFlashForAReadingOfTenColumns() throws IOException {
        this.config.set("mode", "offline");
        this.config.set("offline_window", "1440");
        double twelve = bytesPerReading("12");
        System.out.printf("flash per reading: %.2f bytes at 12 readings a sync, %.2f at 60, %.2f at 1%n", twelve,
                bytesPerReading("60"), bytesPerReading("1"));
        assertTrue("" + twelve, twelve <= 8.2);
    }

    private static void publish(Station station) {
        try {
            station.publish();
            station.upload();
        } catch (IOException e) {
            // The flash is full: the next call begins again.
        }
    }

    private double print(String what, int volumeBytes) throws IOException {
        double days = days(volumeBytes);
        int objects = this.spool.objectCount();
        System.out.printf("offline: %s, %d KiB: %.2f days, %d files%n", what, (volumeBytes + 16384) / KIB, days, objects);
        return days;
    }

    @Test
    public void keepsFiveDaysWhileTheNetworkIsAway() throws IOException {
        for (String readings : new String[] { "1", "12", "60", "180" }) {
            this.config.set("sync_readings", readings);
            assertTrue(print("archive, " + readings + " readings a sync", DEFAULT) >= 5);
            assertTrue(print("archive, " + readings + " readings a sync", WITH_SLOT) >= 28);
        }
    }

    @Test
    public void tellsHowLongThatIs() throws IOException {
        double days = days(DEFAULT);
        FatFlash flash = FatFlash.format(DEFAULT, 4096, true);
        Spool empty = new Spool(flash, StoreSettings.spool(this.config));
        empty.recover();
        String told = OfflineCapacity.text(this.config, empty.freeBytes());
        double toldDays = Double.parseDouble(told.replaceAll("[^0-9.]", ""));
        assertEquals(told, days, toldDays, days / 10);
    }

    @Test
    public void keepsFilesOfAStationThatStaysOffline() throws IOException {
        this.config.set("mode", "offline");
        for (String values : new String[] { "float", "decimal" }) {
            this.config.set("values", values);
            for (String minutes : new String[] { "15", "60", "240" }) {
                this.config.set("offline_window", minutes);
                assertTrue(print("files of " + minutes + " min, " + values, DEFAULT) > 0.5);
            }
        }
    }
}
