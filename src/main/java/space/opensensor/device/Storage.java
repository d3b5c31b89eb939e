package space.opensensor.device;

import java.io.File;
import java.io.IOException;

import space.opensensor.spool.FileFlash;
import space.opensensor.spool.Flash;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.RamFlash;
import space.opensensor.station.StationConfig;

/** Where the spool lies: a raw partition, the FAT volume or the Java heap. */
final class Storage {

    /** The raw partition if the partition table has one, else the FAT volume. */
    static final String AUTO = "auto";
    /** The FAT volume. */
    static final String FAT = "fat";
    /** The raw partition. */
    static final String PARTITION = "partition";

    /** The Java heap: what is not uploaded is lost with the power and at every restart. */
    static final String RAM = "ram";

    private static final int CLUSTER = 4096;
    private static final int KIBI = 1024;

    private Storage() {
    }

    /** @throws IllegalArgumentException if it is none of the four. */
    static void check(String storage) {
        if (!storage.equals(AUTO) && !storage.equals(FAT) && !storage.equals(PARTITION) && !storage.equals(RAM)) {
            throw new IllegalArgumentException(
                    "storage: \"" + storage + "\" is not allowed; auto, fat, partition and ram are");
        }
    }

    /**
     * Opens the flash that the configuration asks for.
     *
     * @param directory of the spool on the FAT volume.
     * @throws IllegalArgumentException if there is no raw partition though one is asked for, or the heap is too small.
     * @throws IOException if it cannot be read.
     */
    static Flash open(DeviceConfig config, File directory) throws IOException {
        String storage = config.own(DeviceConfig.STORAGE);
        int kibibytes = config.station().number(StationConfig.SPOOL_SIZE);
        if (storage.equals(RAM)) {
            Runtime runtime = Runtime.getRuntime();
            runtime.gc();
            return ram(kibibytes, runtime.freeMemory(), runtime.totalMemory());
        }
        BoardPartition partition = storage.equals(FAT) ? null : new BoardPartition();
        if (partition != null && partition.size() > 0) {
            return new PartitionFlash(partition);
        }
        if (storage.equals(PARTITION)) {
            throw new IllegalArgumentException("storage: partition is not allowed; the partition table has no partition spool of"
                    + " type data, subtype 0x40");
        }
        return new FileFlash(directory, (long) kibibytes * KIBI, CLUSTER);
    }

    /** What the rest of the station needs stays free: a quarter of the heap. */
    static Flash ram(int kibibytes, long free, long heap) {
        long most = (free - heap / 4) / KIBI;
        if (kibibytes > most) {
            throw new IllegalArgumentException("spool_size: " + kibibytes
                    + " KiB is not allowed with storage ram; the heap has room for " + Math.max(0, most) + " KiB");
        }
        return new RamFlash(kibibytes * KIBI / CLUSTER, CLUSTER);
    }
}
