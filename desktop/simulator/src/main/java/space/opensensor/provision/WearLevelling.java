package space.opensensor.provision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The wear levelling of ESP-IDF 5.0.1 below a FAT volume, with sectors of 4096 bytes: one sector of the partition is empty and
 * moves on, so that the volume turns around; two copies of the state and the configuration stand at the end
 * (components/wear_levelling: WL_State.h, WL_Config.h, WL_Flash.cpp).
 */
public final class WearLevelling {

    /** Bytes of a sector. */
    public static final int SECTOR = 4096;

    private static final int HEADER = 64;
    private static final int RECORD = 16;
    private static final int STATE_SUM = 60;
    private static final int CONFIG_SUM = 32;
    private static final int UPDATE_RATE = 16;
    private static final int VERSION = 2;
    private static final int BUFFER = 32;

    private final int partition;
    private final int stateSectors;
    private final int volume;

    /**
     * Takes the size of a partition.
     *
     * @param partitionBytes whole sectors, 8 at least.
     * @throws IllegalArgumentException if it is none.
     */
    public WearLevelling(int partitionBytes) {
        if (partitionBytes % SECTOR != 0 || partitionBytes < 8 * SECTOR) {
            throw new IllegalArgumentException(
                    "partition: " + partitionBytes + " bytes are not allowed; 8 or more sectors of " + SECTOR + " are");
        }
        this.partition = partitionBytes;
        this.stateSectors = (HEADER + partitionBytes / SECTOR * RECORD + SECTOR - 1) / SECTOR;
        this.volume = partitionBytes / SECTOR - 2 * this.stateSectors - 2;
    }

    /** @return bytes of the volume. */
    public int volumeBytes() {
        return this.volume * SECTOR;
    }

    /**
     * Lays a volume into a partition that has never turned.
     *
     * @param deviceId any number; ESP-IDF draws one.
     */
    public byte[] image(byte[] content, int deviceId) {
        ByteBuffer image = ByteBuffer.allocate(this.partition).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(image.array(), (byte) 0xFF);
        image.position(SECTOR).put(content, 0, volumeBytes());
        for (int copy = 0; copy < 2; copy++) {
            int at = state(copy);
            image.position(at).putInt(0).putInt(this.volume + 1).putInt(0).putInt(0).putInt(UPDATE_RATE).putInt(SECTOR);
            image.putInt(VERSION).putInt(deviceId).put(new byte[28]).putInt(NvsImage.crc(image.array(), at, STATE_SUM));
        }
        int at = this.partition - SECTOR;
        image.position(at).putInt(0).putInt(this.partition).putInt(SECTOR).putInt(SECTOR).putInt(UPDATE_RATE).putInt(RECORD);
        image.putInt(VERSION).putInt(BUFFER).putInt(NvsImage.crc(image.array(), at, CONFIG_SUM)).put(new byte[12]);
        return image.array();
    }

    private int state(int copy) {
        return this.partition - SECTOR - (2 - copy) * this.stateSectors * SECTOR;
    }

    /**
     * Puts the volume of a partition together.
     *
     * @throws IllegalArgumentException if neither state is valid: it is no such partition, or not formatted yet.
     */
    public byte[] volume(byte[] image) {
        if (image.length != this.partition) {
            throw new IllegalArgumentException("partition: has " + image.length + " bytes, not " + this.partition);
        }
        ByteBuffer in = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int state = state(0);
        if (in.getInt(state + STATE_SUM) != NvsImage.crc(image, state, STATE_SUM)) {
            state = state(1);
        }
        if (in.getInt(state + STATE_SUM) != NvsImage.crc(image, state, STATE_SUM)) {
            throw new IllegalArgumentException("partition: no valid state of wear levelling; not formatted, or damaged");
        }
        int empty = moves(in, state);
        int turns = in.getInt(state + 8);
        byte[] content = new byte[volumeBytes()];
        for (int sector = 0; sector < this.volume; sector++) {
            int at = Math.floorMod(sector - turns, this.volume);
            System.arraycopy(image, (at < empty ? at : at + 1) * SECTOR, content, sector * SECTOR, SECTOR);
        }
        return content;
    }

    /** @return how far the empty sector has moved: one record is written for each step. */
    private int moves(ByteBuffer in, int state) {
        int moves = 0;
        while (moves < this.volume && in.getLong(state + HEADER + moves * RECORD) != -1) {
            moves++;
        }
        return moves;
    }
}
