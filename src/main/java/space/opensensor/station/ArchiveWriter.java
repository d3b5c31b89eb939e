package space.opensensor.station;

/**
 * Writes readings into a frame of the archive, each by its difference from the one before, with arithmetic coding.
 * {@code docs/formats.md} has it bit by bit. Nothing is allocated after construction.
 */
final class ArchiveWriter {

    /** Lengths seen that a typical one is the mean of, about. */
    private static final int MEMORY_BITS = 5;
    private static final int[] FIRST_TYPICAL = { 2, 4, 1, 1, 1, 1, 9, 8, 4 };

    private final ArchiveState state;
    private final ArithmeticEncoder coder = new ArithmeticEncoder();
    /** Mean of the lengths, in 32nds. */
    private final int[] typical = new int[Quantity.COUNT];

    /** @param state used from {@link #start} to {@link #finish}. */
    ArchiveWriter(ArchiveState state) {
        this.state = state;
        for (int i = 0; i < Quantity.COUNT; i++) {
            this.typical[i] = FIRST_TYPICAL[i] << MEMORY_BITS;
        }
    }

    /**
     * Starts a frame at index 0 of an array.
     *
     * @param anchor note that dates its readings, of so many bytes; 0 if there is none.
     */
    void start(byte[] target, byte[] anchor, int anchorLength) {
        this.state.clear();
        target[0] = Frame.ARCHIVED;
        target[1] = (byte) anchorLength;
        System.arraycopy(anchor, 0, target, ArchiveState.ANCHOR_AT, anchorLength);
        this.coder.start(target, ArchiveState.ANCHOR_AT + anchorLength);
        for (int i = 0; i < Quantity.COUNT; i++) {
            int length = this.typical[i] + (1 << MEMORY_BITS - 1) >> MEMORY_BITS;
            length = length < DifferenceModel.MAX_TYPICAL ? length : DifferenceModel.MAX_TYPICAL;
            this.coder.encodeEven(length, ArchiveState.TYPICAL_BITS);
            this.state.differences[i].start(length);
        }
    }

    /** Remembers what is written so far. */
    void mark() {
        this.coder.mark();
    }

    /** Goes back to what is remembered; only {@link #finish} may follow. */
    void reset() {
        this.coder.reset();
    }

    /** @return bytes of the frame if it is finished now. */
    int length() {
        return this.coder.end();
    }

    /** Ends the frame; returns its bytes. */
    int finish() {
        return this.coder.finish();
    }

    /** Adds a reading; takes 400 bytes at most. */
    void write(Reading reading) {
        writeTime(reading.monotonicMillis, reading.present);
        int quantity = 0;
        for (Track track = this.state.readings.first; track != null; track = track.next) {
            if ((reading.present & track.bit) != 0) {
                writeValue(track, quantity, reading.bits[quantity]);
            }
            quantity++;
        }
    }

    private void writeTime(long millis, int present) {
        ReadingsState s = this.state.readings;
        char[] flags = this.state.flags;
        long step = millis - s.time;
        boolean newStep = step != s.step;
        boolean newQuantities = present != s.present;
        this.coder.encode(flags, ArchiveState.SAME, newStep || newQuantities ? 0 : 1);
        if (newStep || newQuantities) {
            this.coder.encode(flags, ArchiveState.STEP, newStep ? 1 : 0);
            if (newStep) {
                writeChange(step - s.step);
            }
            this.coder.encode(flags, ArchiveState.QUANTITIES, newQuantities ? 1 : 0);
            if (newQuantities) {
                this.coder.encodeEven(present, Quantity.COUNT);
            }
        }
        s.next(millis, step, present);
    }

    private void writeChange(long change) {
        long rest = change << 1 ^ change >> 63;
        while (rest != 0) {
            this.coder.encodeEven((int) rest & 0x7F, ArchiveState.GROUP_BITS);
            rest >>>= ArchiveState.GROUP_BITS;
            this.coder.encodeEven(rest != 0 ? 1 : 0, 1);
        }
    }

    private void writeValue(Track track, int quantity, int bits) {
        int number = ScaledFloat.scaled(bits, track.divisor);
        if (track.isKnown) {
            writeDifference(this.state.differences[quantity], quantity, number, number - track.last);
        } else {
            writeFirst(number);
        }
        track.isKnown = number != ScaledFloat.NONE;
        track.last = number;
        if (!track.isKnown) {
            this.coder.encodeEven(bits >>> 16, 16);
            this.coder.encodeEven(bits, 16);
        }
    }

    private void writeFirst(int number) {
        if (number == ScaledFloat.NONE) {
            this.coder.encodeEven(ReadingsState.RAW, ArchiveState.LENGTH_BITS);
            return;
        }
        int zigzag = number << 1 ^ number >> 31;
        int length = ArchiveState.length(zigzag);
        this.coder.encodeEven(length, ArchiveState.LENGTH_BITS);
        this.coder.encodeEven(zigzag, length);
    }

    private void writeDifference(DifferenceModel model, int quantity, int number, int difference) {
        boolean raw = number == ScaledFloat.NONE;
        int size = difference < 0 ? -difference : difference;
        int length = raw ? DifferenceModel.ESCAPE : ArchiveState.length(size);
        for (int shorter = 0; shorter < length; shorter++) {
            this.coder.encode(model.ends, shorter, 0);
        }
        if (raw) {
            return;
        }
        this.coder.encode(model.ends, length, 1);
        this.typical[quantity] += length - (this.typical[quantity] >> MEMORY_BITS);
        if (length > 0) {
            this.coder.encodeEven(difference < 0 ? 1 : 0, 1);
            writeRest(model, size, length);
        }
    }

    /** Writes the bits below the leading one. */
    private void writeRest(DifferenceModel model, int size, int length) {
        int left = length - 1;
        if (left > 0) {
            int second = size >>> --left & 1;
            this.coder.encode(model.upper, DifferenceModel.second(length), second);
            if (left > 0) {
                this.coder.encode(model.upper, DifferenceModel.third(length, second), size >>> --left & 1);
            }
        }
        this.coder.encodeEven(size, left);
    }
}
