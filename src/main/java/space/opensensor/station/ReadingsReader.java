package space.opensensor.station;

/** Reads the readings of a frame one after another; the counterpart of {@link ReadingsWriter}. */
final class ReadingsReader {

    private final ReadingsState state = new ReadingsState();
    private byte[] payload;
    private int end;
    private int position;
    private int left;
    private int pending;
    private int pendingBits;

    /**
     * Starts a frame.
     *
     * @param bytes its payload from index 0 on, kind first.
     * @param length bytes of the payload.
     * @param readings how many it holds.
     */
    void start(byte[] bytes, int length, int readings) {
        this.state.clear();
        this.payload = bytes;
        this.end = length;
        this.position = 1;
        this.left = readings;
        this.pending = 0;
        this.pendingBits = 0;
    }

    /** Lets a frame that was started count no more. */
    void stop() {
        this.left = 0;
    }

    /**
     * Reads the next reading.
     *
     * @param reading overwritten.
     * @return false after the last, or if the payload ends before it does.
     */
    boolean next(Reading reading) {
        if (this.left == 0) {
            return false;
        }
        this.left--;
        readTime();
        reading.clear(this.state.time);
        readValues(reading);
        if (this.position > this.end) {
            this.left = 0;
            return false;
        }
        return true;
    }

    private void readTime() {
        ReadingsState s = this.state;
        long step = s.step + (take(1) == 0 ? 0 : readChange());
        int present = take(1) == 0 ? s.present : take(Quantity.COUNT);
        s.next(s.time + step, step, present);
    }

    private long readChange() {
        long zigzag = 0;
        int more = 1;
        for (int shift = 0; more != 0 && shift < 64; shift += 7) {
            more = take(1);
            zigzag |= (long) take(7) << shift;
        }
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private void readValues(Reading reading) {
        int present = this.state.present;
        int quantity = 0;
        reading.present = present;
        for (Track track = this.state.first; track != null; track = track.next) {
            if ((present & track.bit) != 0) {
                reading.bits[quantity] = value(track);
            }
            quantity++;
        }
    }

    private int value(Track track) {
        int ones = 0;
        while (track.isKnown && ones < Track.ESCAPE && take(1) != 0) {
            ones++;
        }
        int k = track.parameter;
        int zigzag;
        if (!track.isKnown || ones == Track.ESCAPE) {
            int bits = take(5);
            if (bits == ReadingsState.RAW) {
                track.isKnown = false;
                return take(16) | take(16) << 16;
            }
            zigzag = bits <= 16 ? take(bits) : take(16) | take(bits - 16) << 16;
        } else {
            zigzag = ones << k | take(k);
        }
        int number = zigzag >>> 1 ^ -(zigzag & 1);
        if (track.isKnown) {
            track.adapt(zigzag);
            number += track.last;
        }
        track.last = number;
        track.isKnown = true;
        return ScaledFloat.bits(number, track.divisor);
    }

    /** Takes up to 16 bits; 0s behind the end. */
    private int take(int count) {
        while (this.pendingBits < count) {
            int next = this.position < this.end ? this.payload[this.position] & 0xFF : 0;
            this.position++;
            this.pending |= next << this.pendingBits;
            this.pendingBits += 8;
        }
        int bits = this.pending & (1 << count) - 1;
        this.pending >>>= count;
        this.pendingBits -= count;
        return bits;
    }
}
