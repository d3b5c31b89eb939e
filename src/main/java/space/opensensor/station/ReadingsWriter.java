package space.opensensor.station;

import space.opensensor.spool.Payload;

/**
 * Writes readings into a frame of the log, each by its difference from the one before. {@code docs/formats.md} has it bit
 * by bit. Nothing is allocated after construction.
 */
final class ReadingsWriter implements Payload {

    private final ReadingsState state = new ReadingsState();
    private Reading reading;
    private byte[] frame;
    private int position;
    /** Bits that do not fill a byte yet, from bit 0 on, and how many. */
    private int pending;
    private int pendingBits;

    /**
     * Takes what the next {@link #write} writes.
     *
     * @param next must not change till then, except that values may be unset.
     * @return the quantities present that lie outside their physical range.
     */
    int take(Reading next) {
        this.reading = next;
        int[] values = next.bits;
        int outside = 0;
        int quantity = 0;
        for (Track track = this.state.first; track != null; track = track.next) {
            int bits = values[quantity];
            int order = bits ^ bits >> 31 & 0x7FFFFFFF;
            if (order < track.lowest || order > track.highest) {
                outside |= track.bit;
            }
            track.number = ScaledFloat.scaled(bits, track.divisor);
            quantity++;
        }
        return outside & next.present;
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
        writeValues(this.reading.present);
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

    /** Writes all values; this loop is the innermost of each reading, and calls nothing in the common case. */
    private void writeValues(int present) {
        byte[] target = this.frame;
        int at = this.position;
        int p = this.pending;
        int n = this.pendingBits;
        for (Track track = this.state.first; track != null; track = track.next) {
            if ((present & track.bit) == 0) {
                continue;
            }
            int number = track.number;
            int difference = number - track.last;
            int zigzag = difference << 1 ^ difference >> 31;
            int k = track.parameter;
            int ones = zigzag >>> k;
            if (!track.isKnown || ones >= Track.ESCAPE || number == ScaledFloat.NONE) {
                this.position = at;
                this.pending = p;
                this.pendingBits = n;
                writeLong(track);
                at = this.position;
                p = this.pending;
                n = this.pendingBits;
                continue;
            }
            track.last = number;
            if (ones > 1) {
                track.parameter = k < Track.MAX_PARAMETER ? k + 1 : k;
            } else if (k > 0 && zigzag >>> k - 1 == 0) {
                track.parameter = k - 1;
            }
            p |= ((zigzag & (1 << k) - 1) << ones + 1 | (1 << ones) - 1) << n;
            n += ones + 1 + k;
            while (n >= 8) {
                target[at++] = (byte) p;
                p >>>= 8;
                n -= 8;
            }
        }
        this.position = at;
        this.pending = p;
        this.pendingBits = n;
    }

    /** Writes a value that has no Rice code: the first one of a frame, a far one, one that is no number. */
    private void writeLong(Track track) {
        int number = track.number;
        if (track.isKnown) {
            put((1 << Track.ESCAPE) - 1, Track.ESCAPE);
        }
        if (number == ScaledFloat.NONE) {
            writeRaw(track);
            return;
        }
        int difference = track.isKnown ? number - track.last : number;
        int zigzag = difference << 1 ^ difference >> 31;
        putLong(zigzag);
        if (track.isKnown) {
            track.adapt(zigzag);
        }
        track.last = number;
        track.isKnown = true;
    }

    private void writeRaw(Track track) {
        int quantity = 0;
        while (track.bit != 1 << quantity) {
            quantity++;
        }
        int bits = this.reading.bits[quantity];
        put(ReadingsState.RAW, 5);
        put(bits & 0xFFFF, 16);
        put(bits >>> 16, 16);
        track.isKnown = false;
    }

    /** Writes the length of a number in bits (5), then those. */
    private void putLong(int number) {
        int bits = number >>> 16 != 0 ? 16 : number >>> 8 != 0 ? 8 : 0;
        while (number >>> bits != 0) {
            bits++;
        }
        if (bits <= 16) {
            put(number << 5 | bits, 5 + bits);
        } else {
            put((number & 0xFFFF) << 5 | bits, 5 + 16);
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
