package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.interop.spool.NorSpool;
import space.opensensor.simulator.sensors.Synthetic;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** Days without network until the first reading is dropped, on a raw partition: docs/spool-format.md, section 11. */
public class PartitionCapacityTest {

    private static final int DEFAULT = 528 / 4;
    /** With 2.5 MiB of an OTA slot. */
    private static final int WITH_SLOT = DEFAULT + 2560 / 4;
    private static final long START = 1772323200000L;
    private static final long DAY_MILLIS = 86400000L;

    private static double days(String syncReadings, int sectors) throws IOException {
        StationConfig config = new StationConfig();
        config.set("bucket", "sensors");
        config.set("access_key", "id");
        config.set("secret_key", "key");
        config.set("sync_readings", syncReadings);
        NorSpool flash = NorSpool.of(sectors, false);
        flash.closeAll();
        Spool spool = new Spool(flash, StoreSettings.spool(config));
        spool.recover();
        long[] now = new long[1];
        Synthetic sensors = new Synthetic(42);
        Station station = new Station(config, reading -> sensors.read(0, START + now[0], reading), () -> now[0], spool,
                (key, body) -> {
                    throw new IOException("no network");
                }, new Random(1));
        station.anchor(new Anchor(0, START));
        while (spool.droppedReadings() == 0) {
            station.sample();
            if (now[0] % config.windowMillis() == 0) {
                station.publish();
                station.upload();
            }
            now[0] += config.intervalMillis();
        }
        assertEquals(0, spool.flashErrors());
        double days = now[0] / (double) DAY_MILLIS;
        System.out.printf("offline: raw partition of %d KiB, %s readings a sync: %.2f days, %d files%n", sectors * 4, syncReadings,
                days, spool.objectCount());
        return days;
    }

    @Test
    public void keepsDaysWithoutNetwork() throws IOException {
        for (String readings : new String[] { "1", "12", "60" }) {
            assertTrue(days(readings, DEFAULT) >= 5);
            assertTrue(days(readings, WITH_SLOT) >= 28);
        }
    }
}
