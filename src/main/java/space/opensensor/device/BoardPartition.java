package space.opensensor.device;

import java.io.IOException;

import space.opensensor.spool.Partition;

/** The flash partition of the spool. */
final class BoardPartition implements Partition {

    private final int bytes = PartitionNatives.size() / SECTOR * SECTOR;

    @Override
    public int size() {
        return this.bytes;
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) throws IOException {
        check("read", address, PartitionNatives.read(address, target, offset, length));
    }

    @Override
    public void program(int address, byte[] source, int offset, int length) throws IOException {
        for (int done = 0, n; done < length; done += n) {
            int at = address + done;
            n = Math.min(length - done, PartitionNatives.PAGE - at % PartitionNatives.PAGE);
            check("program", at, PartitionNatives.program(at, source, offset + done, n));
        }
    }

    @Override
    public void erase(int address) throws IOException {
        check("erase", address, PartitionNatives.erase(address));
    }

    private static void check(String step, int address, int error) throws IOException {
        if (error != 0) {
            throw new IOException("partition: " + step + " at " + address + " failed with ESP-IDF error " + error);
        }
    }
}
