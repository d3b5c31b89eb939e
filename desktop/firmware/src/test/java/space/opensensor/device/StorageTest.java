package space.opensensor.device;

import java.io.File;
import java.io.IOException;
import java.net.NetworkInterface;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import space.opensensor.doubles.Board;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.spool.FileFlash;
import space.opensensor.spool.Flash;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.RamFlash;
import space.opensensor.time.UdpExchange;

/** {@link Storage}: what the spool lies on, and the raw partition under a whole device. */
public class StorageTest {

    private static final String PARTITION = "space.opensensor.mock.partition";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final DeviceConfig config = new DeviceConfig();

    @Before
    public void factoryState() {
        Board.reset();
    }

    @After
    public void noPartition() {
        System.clearProperty(PARTITION);
        PartitionNatives.size();
    }

    private Object open(String storage) throws IOException {
        this.config.own(DeviceConfig.STORAGE, storage);
        return Storage.open(this.config, this.folder.getRoot());
    }

    @Test
    public void takesTheRawPartitionIfThereIsOneUnlessToldOtherwise() throws IOException {
        Assert.assertTrue(open("auto") instanceof FileFlash);
        Assert.assertTrue(open("fat") instanceof FileFlash);
        System.setProperty(PARTITION, "528");
        Assert.assertTrue(open("auto") instanceof PartitionFlash);
        Assert.assertTrue(open("partition") instanceof PartitionFlash);
        Assert.assertTrue(open("fat") instanceof FileFlash);
    }

    @Test
    public void takesTheHeapIfToldTo() throws IOException {
        Flash flash = (Flash) open("ram");
        Assert.assertTrue(flash instanceof RamFlash);
        Assert.assertEquals(480 << 10, flash.freeBytes());
    }

    @Test
    public void saysHowMuchTheHeapHasRoomFor() throws IOException {
        long heap = 1 << 20;
        Assert.assertEquals(480 << 10, Storage.ram(480, heap / 4 + (480 << 10), heap).freeBytes());
        refusesRam(heap / 4 + (480 << 10) - 1, heap, 479);
        refusesRam(heap / 4 - 1, heap, 0);
    }

    private static void refusesRam(long free, long heap, int room) {
        try {
            Storage.ram(480, free, heap);
            Assert.fail("too large");
        } catch (IllegalArgumentException e) {
            Assert.assertEquals("spool_size: 480 KiB is not allowed with storage ram; the heap has room for " + room + " KiB",
                    e.getMessage());
        }
    }

    @Test
    public void saysThatThePartitionIsMissing() throws IOException {
        try {
            open("partition");
            Assert.fail("there is none");
        } catch (IllegalArgumentException e) {
            Assert.assertEquals("storage: partition is not allowed; the partition table has no partition spool of type data,"
                    + " subtype 0x40", e.getMessage());
        }
        try {
            open("flash");
            Assert.fail("not allowed");
        } catch (IllegalArgumentException e) {
            Assert.assertEquals("storage: \"flash\" is not allowed; auto, fat, partition and ram are", e.getMessage());
        }
    }

    @Test
    public void saysThatThePartitionIsTooSmall() {
        System.setProperty(PARTITION, "16");
        try {
            open("auto");
            Assert.fail("too small");
        } catch (IOException e) {
            Assert.assertEquals("partition: 16384 bytes are too few; 32768 are needed", e.getMessage());
        }
    }

    /** It says so, and samples offline into what there is. */
    @Test(timeout = 60000)
    public void aBoardWithoutWhatIsSetTakesTheDefault() throws IOException, InterruptedException {
        NvsConfigurationTest.provision();
        Board.NVS.put("station/interval", "1");
        Board.NVS.put("station/sync_readings", "1");
        Board.NVS.put("station/sleep", "1");
        Board.NVS.put("station/storage", "partition");
        Board.NVS.put("station/spool_size", "16384");
        File spool = new File(this.folder.getRoot(), "spool");
        Device device = start(spool);
        awaitReadings(device);
        device.stop();
        Assert.assertNull("offline", device.station().uploader());
        Assert.assertEquals(0, device.station().sampler().flashErrors());
        Assert.assertTrue(spool.list().length > 0);
        Assert.assertTrue(device.spool().freeBytes() < 480 << 10);
    }

    @Test
    public void keepsReadingsOnTheRawPartition() throws IOException, InterruptedException {
        System.setProperty(PARTITION, "528");
        Board.NVS.put("station/interval", "1");
        Board.NVS.put("station/sync_readings", "1");
        File spool = new File(this.folder.getRoot(), "spool");
        Device device = start(spool);
        awaitReadings(device);
        device.stop();
        Assert.assertEquals(0, device.station().sampler().flashErrors());
        Assert.assertFalse("nothing lies on the volume", spool.exists());
        PartitionFlash flash = new PartitionFlash(new BoardPartition());
        Assert.assertTrue(flash.size("00000001.log") > 100);
    }

    private static Device start(File spool) throws IOException, InterruptedException {
        String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
        return Main.start(spool.getPath(), netif, new PlatformHandshake(), new UdpExchange());
    }

    private static void awaitReadings(Device device) throws InterruptedException {
        long start = System.nanoTime();
        while (device.station().sampler().accepted() < 3) {
            Assert.assertTrue("no 3 readings in 20 s", System.nanoTime() - start < 20000000000L);
            Thread.sleep(50);
        }
    }
}
