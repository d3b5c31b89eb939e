package space.opensensor.station;

/** Reads the readings of a frame of the archive one after another; the counterpart of {@link ArchiveWriter}. */
final class ArchiveReader {

    private final ArchiveState state;
    private final ArithmeticDecoder coder = new ArithmeticDecoder();

    /** @param state used from {@link #start} until the last reading. */
    ArchiveReader(ArchiveState state) {
        this.state = state;
    }

    /** @return index behind the anchor of a frame, which begins at {@link ArchiveState#ANCHOR_AT} and may have no bytes. */
    static int anchorEnd(byte[] payload, int length) {
        return length < ArchiveState.ANCHOR_AT ? ArchiveState.ANCHOR_AT : ArchiveState.ANCHOR_AT + (payload[1] & 0xFF);
    }

    /**
     * Starts a frame.
     *
     * @param payload from index 0 on, kind first.
     * @param length bytes of it.
     */
    void start(byte[] payload, int length) {
        this.state.clear();
        this.coder.start(payload, anchorEnd(payload, length), length);
        for (int i = 0; i < Quantity.COUNT; i++) {
            this.state.differences[i].start(this.coder.decodeEven(ArchiveState.TYPICAL_BITS));
        }
    }

    /**
     * Reads the next reading; the caller knows how many there are.
     *
     * @param reading overwritten.
     * @return false if the payload ended before it.
     */
    boolean next(Reading reading) {
        readTime();
        reading.clear(this.state.readings.time);
        reading.present = this.state.readings.present;
        int quantity = 0;
        for (Track track = this.state.readings.first; track != null; track = track.next) {
            if ((reading.present & track.bit) != 0) {
                reading.bits[quantity] = value(track, this.state.differences[quantity]);
            }
            quantity++;
        }
        return !this.coder.isBeyondEnd();
    }

    private void readTime() {
        ReadingsState s = this.state.readings;
        char[] flags = this.state.flags;
        long step = s.step;
        int present = s.present;
        if (this.coder.decode(flags, ArchiveState.SAME) == 0) {
            step += this.coder.decode(flags, ArchiveState.STEP) == 0 ? 0 : change();
            present = this.coder.decode(flags, ArchiveState.QUANTITIES) == 0 ? present
                    : this.coder.decodeEven(Quantity.COUNT);
        }
        s.next(s.time + step, step, present);
    }

    private long change() {
        long zigzag = 0;
        int more = 1;
        for (int shift = 0; more != 0 && shift < 64; shift += ArchiveState.GROUP_BITS) {
            zigzag |= (long) this.coder.decodeEven(ArchiveState.GROUP_BITS) << shift;
            more = this.coder.decodeEven(1);
        }
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private int value(Track track, DifferenceModel model) {
        int length = track.isKnown ? length(model) : this.coder.decodeEven(ArchiveState.LENGTH_BITS);
        if (length == (track.isKnown ? DifferenceModel.ESCAPE : ReadingsState.RAW)) {
            track.isKnown = false;
            int upper = this.coder.decodeEven(16);
            return upper << 16 | this.coder.decodeEven(16);
        }
        if (track.isKnown) {
            track.last += difference(model, length);
        } else {
            int zigzag = this.coder.decodeEven(length);
            track.last = zigzag >>> 1 ^ -(zigzag & 1);
        }
        track.isKnown = true;
        return ScaledFloat.bits(track.last, track.divisor);
    }

    private int length(DifferenceModel model) {
        int length = 0;
        while (length < DifferenceModel.ESCAPE && this.coder.decode(model.ends, length) == 0) {
            length++;
        }
        return length;
    }

    private int difference(DifferenceModel model, int length) {
        if (length == 0) {
            return 0;
        }
        boolean negative = this.coder.decodeEven(1) != 0;
        int left = length - 1;
        int size = 1;
        if (left > 0) {
            int second = this.coder.decode(model.upper, DifferenceModel.second(length));
            size = size << 1 | second;
            if (--left > 0) {
                size = size << 1 | this.coder.decode(model.upper, DifferenceModel.third(length, second));
                left--;
            }
        }
        size = size << left | this.coder.decodeEven(left);
        return negative ? -size : size;
    }
}
