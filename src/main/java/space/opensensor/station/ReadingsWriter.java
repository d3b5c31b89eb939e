package space.opensensor.station;

import space.opensensor.spool.Payload;

/**
 * Writes readings into a frame of the log, each by its difference from the one before. {@code docs/formats.md} has it bit
 * by bit. Nothing is allocated after construction.
 */
final class ReadingsWriter implements Payload {

    private static final int CODE = (1 << Track.LENGTH_SHIFT) - 1;

    private final ReadingsState state = new ReadingsState();
    private Reading reading;
    private byte[] frame;
    private int position;
    /** Bits that do not fill a byte yet, from bit 0 on, and how many. */
    private int pending;
    private int pendingBits;

    /** @param next what the next {@link #write} writes. */
    void take(Reading next) {
        this.reading = next;
    }

    @Override
    public int write(byte[] target, int offset, int length) {
        this.frame = target;
        if (length == 0) {
            begin(offset);
        } else {
            this.position = offset + length - (this.pendingBits > 0 ? 1 : 0);
        }
        writeTime(this.reading.monotonicMillis, this.reading.present);
        writeValues(this.reading.bits, this.reading.present);
        if (this.pendingBits > 0) {
            target[this.position++] = (byte) this.pending;
        }
        return this.position - offset;
    }

    private void begin(int offset) {
        this.state.clear();
        this.frame[offset] = Frame.READINGS;
        this.position = offset + 1;
        this.pending = 0;
        this.pendingBits = 0;
    }

    private void writeTime(long millis, int present) {
        ReadingsState s = this.state;
        long step = millis - s.time;
        boolean same = present == s.present;
        if (step == s.step && same) {
            put(0, 2);
        } else {
            writeStep(step - s.step);
            put(same ? 0 : 1 | present << 1, same ? 1 : 1 + Quantity.COUNT);
        }
        s.next(millis, step, present);
    }

    /** Writes a 0, or a 1 and the zigzag code of a change in groups of 7 bits, each behind a bit that says if more follow. */
    private void writeStep(long change) {
        put(change == 0 ? 0 : 1, 1);
        long rest = change << 1 ^ change >> 63;
        while (rest != 0) {
            int group = (int) rest & 0x7F;
            rest >>>= 7;
            put(group << 1 | (rest != 0 ? 1 : 0), 8);
        }
    }

    /** Writes all values; {@link #put} stands in the loop, as it is the innermost of each reading. */
    private void writeValues(int[] values, int present) {
        Track[] tracks = this.state.tracks;
        byte[] target = this.frame;
        int at = this.position;
        int p = this.pending;
        int n = this.pendingBits;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((present & 1 << quantity) != 0) {
                Track track = tracks[quantity];
                int value = values[quantity];
                int code = track.code(value);
                if (code == Track.LONG) {
                    this.position = at;
                    this.pending = p;
                    this.pendingBits = n;
                    writeLong(track, value);
                    at = this.position;
                    p = this.pending;
                    n = this.pendingBits;
                } else {
                    p |= (code & CODE) << n;
                    n += code >>> Track.LENGTH_SHIFT;
                    while (n >= 8) {
                        target[at++] = (byte) p;
                        p >>>= 8;
                        n -= 8;
                    }
                }
            }
        }
        this.position = at;
        this.pending = p;
        this.pendingBits = n;
    }

    /** Writes a value that has no Rice code: the first one of a frame, a far one, one that is no number. */
    private void writeLong(Track track, int value) {
        int n = ScaledFloat.scaled(value, track.divisor);
        int zigzag = n << 1 ^ n >> 31;
        if (track.isKnown) {
            put((1 << Track.ESCAPE) - 1, Track.ESCAPE);
            int difference = n - track.last;
            zigzag = difference << 1 ^ difference >> 31;
        }
        if (n == ScaledFloat.NONE) {
            put(ReadingsState.RAW, 5);
            put(value & 0xFFFF, 16);
            put(value >>> 16, 16);
            track.isKnown = false;
            return;
        }
        putLong(zigzag);
        if (track.isKnown) {
            track.adapt(track.parameter, zigzag);
        }
        track.last = n;
        track.isKnown = true;
    }

    /** Writes the length of a number in bits (5), then those. */
    private void putLong(int number) {
        int bits = 0;
        while (number >>> bits != 0) {
            bits++;
        }
        put(bits, 5);
        put(number & 0xFFFF, bits < 16 ? bits : 16);
        if (bits > 16) {
            put(number >>> 16, bits - 16);
        }
    }

    /** Writes up to 24 bits, the lowest first; those above are 0. */
    private void put(int bits, int count) {
        int p = this.pending | bits << this.pendingBits;
        int n = this.pendingBits + count;
        while (n >= 8) {
            this.frame[this.position++] = (byte) p;
            p >>>= 8;
            n -= 8;
        }
        this.pending = p;
        this.pendingBits = n;
    }
}
