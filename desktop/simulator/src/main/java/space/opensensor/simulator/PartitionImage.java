package space.opensensor.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import space.opensensor.spool.Partition;

/** The bytes of a raw flash partition, in memory: blank, or as {@code esptool read_flash} read them off a board. */
final class PartitionImage implements Partition {

    private final byte[] bytes;

    private PartitionImage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes an erased partition of so many bytes, a multiple of a sector. */
    static PartitionImage blank(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0xFF);
        return new PartitionImage(bytes);
    }

    /**
     * Reads an image; later changes stay in memory.
     *
     * @throws Failure if its length is no multiple of a sector.
     */
    static PartitionImage read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0 || bytes.length % SECTOR != 0) {
            throw Failure.usage(file + ": " + bytes.length + " bytes are no image of a partition; multiples of " + SECTOR
                    + " are");
        }
        return new PartitionImage(bytes);
    }

    /** Writes the image to a file, over one that is there. */
    void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, this.bytes);
    }

    @Override
    public int size() {
        return this.bytes.length;
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        System.arraycopy(this.bytes, address, target, offset, length);
    }

    @Override
    public void program(int address, byte[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            this.bytes[address + i] &= source[offset + i];
        }
    }

    @Override
    public void erase(int address) {
        Arrays.fill(this.bytes, address, address + SECTOR, (byte) 0xFF);
    }
}
