package space.opensensor.station;

/** What writer and reader of the archive's readings know within a frame; one of them at a time uses it. */
final class ArchiveState {

    /** Index of the anchor in a frame, behind the kind and its length. */
    static final int ANCHOR_AT = 2;
    /** Bits of a typical length. */
    static final int TYPICAL_BITS = 4;
    /** Bits of a group of a number of any size, and of the length of one of at most 30. */
    static final int GROUP_BITS = 7;
    static final int LENGTH_BITS = 5;
    /** Flags: the reading has the step and the quantities of the one before; the step changed; the quantities did. */
    static final int SAME = 0;
    static final int STEP = 1;
    static final int QUANTITIES = 2;

    private static final int LIKELY = 3900;

    final ReadingsState readings = new ReadingsState();
    final DifferenceModel[] differences = new DifferenceModel[Quantity.COUNT];
    final char[] flags = new char[3];

    ArchiveState() {
        for (int i = 0; i < Quantity.COUNT; i++) {
            this.differences[i] = new DifferenceModel();
        }
    }

    /** Forgets all but the typical lengths, which the caller sets. */
    void clear() {
        this.readings.clear();
        this.flags[SAME] = BitModel.of(LIKELY);
        this.flags[STEP] = BitModel.of(LIKELY / 2);
        this.flags[QUANTITIES] = BitModel.of(LIKELY / 2);
    }

    /** @return how many bits a number has without its leading zeros. */
    static int length(int number) {
        int bits = 0;
        while (number >>> bits != 0) {
            bits++;
        }
        return bits;
    }
}
