package space.opensensor.device;

import java.io.IOException;

import space.opensensor.spool.Partition;

/** A partition whose power is cut in the middle of a program: half of its bytes are there, and nothing works afterwards. */
final class CutPartition implements Partition {

    private final Partition partition;
    private int left;

    /** @param programs that are done before. */
    CutPartition(Partition partition, int programs) {
        this.partition = partition;
        this.left = programs;
    }

    private void check() throws IOException {
        if (this.left < 0) {
            throw new IOException("no power");
        }
    }

    @Override
    public int size() {
        return this.partition.size();
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) throws IOException {
        check();
        this.partition.read(address, target, offset, length);
    }

    @Override
    public void program(int address, byte[] source, int offset, int length) throws IOException {
        check();
        boolean cut = this.left == 0;
        this.left--;
        this.partition.program(address, source, offset, cut ? length / 2 : length);
        check();
    }

    @Override
    public void erase(int address) throws IOException {
        check();
        this.partition.erase(address);
    }
}
