package space.opensensor.device;

import java.io.File;
import java.io.IOException;
import java.net.NetworkInterface;

import space.opensensor.doubles.Board;
import space.opensensor.http.PlatformHandshake;

/** {@link Main} with all its threads, twice: windows and health become files and go to a store, over a raw partition. */
public final class BusyDevice {

    private static final String PARTITION = "space.opensensor.mock.partition";
    private static final int STEPS = 60;
    private static final int STEP_MILLIS = 100;
    private static final int SKIPPED = 20000;

    private BusyDevice() {
    }

    /**
     * Runs for some 12 seconds, in which 40 minutes pass.
     *
     * @param directory an empty one.
     * @return objects in the store.
     */
    public static int run(File directory) throws IOException, InterruptedException {
        Board.reset();
        NvsConfigurationTest.provision();
        StoreDouble store = new StoreDouble();
        String[] settings = {"endpoint", store.endpoint(), "addressing", "path", "interval", "1", "window", "1", "health", "1",
            "sync_readings", "1"};
        for (int i = 0; i < settings.length; i += 2) {
            Board.NVS.put("station/" + settings[i], settings[i + 1]);
        }
        Board.ACCESS_POINTS.put("attic", "correct horse");
        System.setProperty(PARTITION, "528");
        try {
            boot(directory);
            boot(directory);
        } finally {
            store.stop();
            System.clearProperty(PARTITION);
            PartitionNatives.size();
        }
        return store.objects.size();
    }

    private static void boot(File directory) throws IOException, InterruptedException {
        SntpTimeTest.Server server = new SntpTimeTest.Server();
        String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
        Device device = Main.start(directory.getPath(), netif, new PlatformHandshake(), server);
        for (int i = 0; i < STEPS; i++) {
            server.utc = SntpTimeTest.NOON + Board.platformMillis();
            Thread.sleep(STEP_MILLIS);
            Board.skip(SKIPPED);
        }
        device.stop();
    }
}
