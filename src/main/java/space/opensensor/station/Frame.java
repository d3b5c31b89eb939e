package space.opensensor.station;

import space.opensensor.bytes.ByteWriter;

/**
 * Payload of a note in the spool's log: an anchor or a loss. {@code docs/formats.md} has it bit by bit.
 * <p>
 * One object is written to and read into again and again; nothing is allocated after construction.
 */
final class Frame {

    /** Kind of a frame with readings; {@link ReadingsWriter} writes it. */
    static final int READINGS = 1;
    /** Kind of a frame with readings in the archive; {@link ArchiveWriter} writes it. */
    static final int ARCHIVED = 5;
    /** Kind of a frame with an {@link Anchor}. */
    static final int ANCHOR = 2;
    /** Kind of a frame with the number of readings lost so far. */
    static final int LOSS = 3;
    /** What {@link #decode} says of bytes that are none of these. */
    static final int UNKNOWN = 0;

    /** Longest payload of a note, bytes: kind, time (10), value (10), drift (5). */
    static final int MAX_BYTES = 1 + 10 + 10 + 5;

    private final ByteWriter out = new ByteWriter(MAX_BYTES);
    private long first;
    private long second;
    private int drift;
    private int position;

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
     * Decodes the payload of a note.
     *
     * @param payload holds it.
     * @param offset index of its first byte.
     * @param end index behind its last byte.
     * @return its kind, {@link #UNKNOWN} for a kind of a later version or a payload that ends early.
     */
    int decode(byte[] payload, int offset, int end) {
        int kind = end <= offset ? UNKNOWN : payload[offset];
        if (kind != ANCHOR && kind != LOSS) {
            return UNKNOWN;
        }
        this.position = offset + 1;
        this.first = varlong(payload, end);
        this.second = varlong(payload, end);
        this.drift = Anchor.UNKNOWN_DRIFT;
        if (kind == ANCHOR && this.position < end) {
            int zigzag = (int) varlong(payload, end);
            this.drift = zigzag >>> 1 ^ -(zigzag & 1);
        }
        return this.position == end ? kind : UNKNOWN;
    }

    /** @return the monotonic time of the note decoded last, milliseconds. */
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
    private long varlong(byte[] payload, int end) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (this.position >= end) {
                break;
            }
            int b = payload[this.position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        this.position = end + 1;
        return 0;
    }
}
