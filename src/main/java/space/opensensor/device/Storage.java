package space.opensensor.device;

import java.io.File;
import java.io.IOException;

import space.opensensor.spool.FileFlash;
import space.opensensor.spool.Flash;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.station.StationConfig;

/** Where the spool lies: a raw partition or the FAT volume. */
final class Storage {

    /** The raw partition if the partition table has one, else the FAT volume. */
    static final String AUTO = "auto";
    /** The FAT volume. */
    static final String FAT = "fat";
    /** The raw partition. */
    static final String PARTITION = "partition";

    private static final int CLUSTER = 4096;
    private static final int KIBI = 1024;

    private Storage() {
    }

    /** @throws IllegalArgumentException if it is none of the three. */
    static void check(String storage) {
        if (!storage.equals(AUTO) && !storage.equals(FAT) && !storage.equals(PARTITION)) {
            throw new IllegalArgumentException(
                    "storage: \"" + storage + "\" is not allowed; auto, fat and partition are");
        }
    }

    /**
     * Opens the flash that the configuration asks for.
     *
     * @param directory of the spool on the FAT volume.
     * @throws IOException if it cannot be read, or there is no raw partition though one is asked for.
     */
    static Flash open(DeviceConfig config, File directory) throws IOException {
        String storage = config.own(DeviceConfig.STORAGE);
        BoardPartition partition = storage.equals(FAT) ? null : new BoardPartition();
        if (partition != null && partition.size() > 0) {
            return new PartitionFlash(partition);
        }
        if (storage.equals(PARTITION)) {
            throw new IOException("storage: the partition table has no partition spool of type data, subtype 0x40");
        }
        return new FileFlash(directory, (long) config.station().number(StationConfig.SPOOL_SIZE) * KIBI, CLUSTER);
    }
}
