package space.opensensor.spool;

/** NOR flash in memory; one that does not keep some bits. */
final class RamPartition implements Partition {

    final byte[] cells;
    int erases;
    /** Sector whose bits stay as they are when it is erased; -1: none. */
    int worn = -1;
    /** Address of a byte that keeps bit 0 when it is programmed; -1: none. */
    int stuck = -1;

    RamPartition(int sectors) {
        this.cells = new byte[sectors * SECTOR];
        for (int i = 0; i < this.cells.length; i++) {
            this.cells[i] = -1;
        }
    }

    @Override
    public int size() {
        return this.cells.length;
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        System.arraycopy(this.cells, address, target, offset, length);
    }

    @Override
    public void program(int address, byte[] source, int offset, int length) {
        for (int i = 0; i < length; i++) {
            int kept = address + i == this.stuck ? 1 : 0;
            this.cells[address + i] &= (byte) (source[offset + i] | kept);
        }
    }

    @Override
    public void erase(int address) {
        this.erases++;
        for (int i = 0; i < SECTOR && address / SECTOR != this.worn; i++) {
            this.cells[address + i] = -1;
        }
    }
}
