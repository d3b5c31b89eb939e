package space.opensensor.station;

import space.opensensor.spool.Payload;

/**
 * Writes readings into a frame of the log, each by its difference from the one before. {@code docs/formats.md} has it bit
 * by bit. Nothing is allocated after construction.
 */
final class ReadingsWriter implements Payload {

    private final ReadingsState state = new ReadingsState();
    private final int[] scaled = new int[Quantity.COUNT];
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
        int raw = scale();
        writeTime(this.reading.monotonicMillis(), this.reading.present(), raw);
        writeValues(this.reading.present(), raw);
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

    /** Scales all values; returns the set of those that are none of their sensor's resolution. */
    private int scale() {
        int present = this.reading.present();
        int raw = 0;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((present & 1 << quantity) != 0) {
                int n = ScaledFloat.scaled(this.reading.bits[quantity], ReadingsState.DIVISOR[quantity]);
                this.scaled[quantity] = n;
                raw |= n == ScaledFloat.NONE ? 1 << quantity : 0;
            }
        }
        return raw;
    }

    private void writeTime(long millis, int present, int raw) {
        ReadingsState s = this.state;
        long step = millis - s.time;
        boolean same = present == s.present && raw == s.raw;
        if (step == s.step && same) {
            put(0, 2);
        } else {
            writeStep(step - s.step);
            put(same ? 0 : 1, 1);
            if (!same) {
                put(present | raw << Quantity.COUNT, 2 * Quantity.COUNT);
            }
        }
        s.next(millis, step, present, raw);
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

    private void writeValues(int present, int raw) {
        ReadingsState s = this.state;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            int bit = 1 << quantity;
            if ((present & bit) == 0) {
                continue;
            }
            if ((raw & bit) != 0) {
                put(this.reading.bits[quantity] & 0xFFFF, 16);
                put(this.reading.bits[quantity] >>> 16, 16);
                continue;
            }
            int n = this.scaled[quantity];
            int difference = n - s.last[quantity];
            s.last[quantity] = n;
            int zigzag = difference << 1 ^ difference >> 31;
            if ((s.seen & bit) == 0) {
                s.seen |= bit;
                putLong(zigzag);
            } else {
                int k = s.parameter[quantity];
                int ones = zigzag >>> k;
                if (ones < ReadingsState.ESCAPE) {
                    put((1 << ones) - 1 | (zigzag & (1 << k) - 1) << ones + 1, ones + 1 + k);
                } else {
                    put((1 << ReadingsState.ESCAPE) - 1, ReadingsState.ESCAPE);
                    putLong(zigzag);
                }
                s.parameter[quantity] = ReadingsState.adapted(k, zigzag);
            }
        }
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
