package space.opensensor.station;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.LittleEndian;

/**
 * Payload of one frame in the spool's log: a reading, an anchor or a loss. {@code docs/formats.md} has it bit by bit.
 * <p>
 * One object is written to and read into again and again; nothing is allocated after construction.
 */
final class Frame {

    /** Kind of a frame with a {@link Reading}. */
    static final int READING = 1;
    /** Kind of a frame with an {@link Anchor}. */
    static final int ANCHOR = 2;
    /** Kind of a frame with the number of readings lost so far. */
    static final int LOSS = 3;
    /** What {@link #decode} says of bytes that are none of these. */
    static final int UNKNOWN = 0;

    /** Longest payload, bytes: kind, time (10), mask (2) and nine values of 4 bytes. */
    static final int MAX_BYTES = 1 + 10 + 2 + 4 * Quantity.COUNT;

    private final ByteWriter out = new ByteWriter(MAX_BYTES);
    private long first;
    private long second;
    private int drift;
    private int position;

    /** Encodes a reading: kind, monotonic time, mask of quantities present, their values as IEEE 754 singles. */
    void encode(Reading reading) {
        start(READING, reading.monotonicMillis());
        this.out.writeVarint(reading.present());
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if (reading.has(quantity)) {
                this.out.writeIntLe(Float.floatToRawIntBits(reading.get(quantity)));
            }
        }
    }

    /** Encodes an anchor: kind, monotonic time, UTC time, the drift if it is known. */
    void encode(Anchor anchor) {
        start(ANCHOR, anchor.monotonicMillis());
        this.out.writeVarlong(anchor.utcMillis());
        if (anchor.driftPpb() != Anchor.UNKNOWN_DRIFT) {
            this.out.writeZigzagVarint(anchor.driftPpb());
        }
    }

    /** Encodes a loss: kind, monotonic time, readings lost since the spool was made. */
    void encodeLoss(long monotonicMillis, long lost) {
        start(LOSS, monotonicMillis);
        this.out.writeVarlong(lost);
    }

    private void start(int kind, long monotonicMillis) {
        this.out.clear();
        this.out.writeByte(kind);
        this.out.writeVarlong(monotonicMillis);
    }

    /** @return the array that holds the encoded payload from index 0 on. */
    byte[] bytes() {
        return this.out.array();
    }

    /** @return bytes of the encoded payload. */
    int length() {
        return this.out.length();
    }

    /**
     * Decodes a payload.
     *
     * @param payload the bytes, from index 0 on.
     * @param length how many, 0 or more.
     * @param reading overwritten if it is one.
     * @return its kind, {@link #UNKNOWN} for a kind of a later version or a payload that ends early.
     */
    int decode(byte[] payload, int length, Reading reading) {
        if (length == 0) {
            return UNKNOWN;
        }
        this.position = 1;
        this.first = varlong(payload, length);
        int kind = payload[0];
        if (kind == READING) {
            return decodeReading(payload, length, reading) ? READING : UNKNOWN;
        }
        if (kind != ANCHOR && kind != LOSS) {
            return UNKNOWN;
        }
        this.second = varlong(payload, length);
        this.drift = Anchor.UNKNOWN_DRIFT;
        if (kind == ANCHOR && this.position < length) {
            int zigzag = (int) varlong(payload, length);
            this.drift = zigzag >>> 1 ^ -(zigzag & 1);
        }
        return this.position == length ? kind : UNKNOWN;
    }

    private boolean decodeReading(byte[] payload, int length, Reading reading) {
        int present = (int) varlong(payload, length);
        reading.clear(this.first);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if ((present & 1 << quantity) != 0) {
                if (this.position + 4 > length) {
                    return false;
                }
                reading.set(quantity, Float.intBitsToFloat(LittleEndian.getInt(payload, this.position)));
                this.position += 4;
            }
        }
        return this.position == length;
    }

    /** @return the monotonic time of the frame decoded last, milliseconds. */
    long monotonicMillis() {
        return this.first;
    }

    /** @return the drift of the anchor decoded last, parts per billion, or {@link Anchor#UNKNOWN_DRIFT}. */
    int driftPpb() {
        return this.drift;
    }

    /** @return the UTC time of an anchor, the number of readings of a loss. */
    long value() {
        return this.second;
    }

    /** Reads an unsigned LEB128; one that ends early moves the position past the end. */
    private long varlong(byte[] payload, int length) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (this.position >= length) {
                break;
            }
            int b = payload[this.position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        this.position = length + 1;
        return 0;
    }
}
