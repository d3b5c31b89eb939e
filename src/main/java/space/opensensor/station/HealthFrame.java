package space.opensensor.station;

import space.opensensor.bytes.ByteWriter;

/** Payload of a note with one row of {@link Health}; {@code docs/formats.md} has it bit by bit. Allocates once. */
final class HealthFrame {

    /** Kind of the payload, its first byte. */
    static final int KIND = 4;

    private static final int MAX_BYTES = 1 + 10 + 5 + 5 * Health.COUNT;

    private final ByteWriter out = new ByteWriter(MAX_BYTES);
    private final VarintReader in = new VarintReader();

    /** Encodes a row: kind, monotonic time, mask of fields present, their values in zigzag. */
    void encode(Health health) {
        this.out.clear();
        this.out.writeByte(KIND);
        this.out.writeVarlong(health.monotonicMillis());
        this.out.writeVarint(health.present());
        for (int field = 0; field < Health.COUNT; field++) {
            if (health.has(field)) {
                this.out.writeZigzagVarint(health.get(field));
            }
        }
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
     * @return whether it is a row of health and undamaged; fields of a later version are left out.
     */
    boolean decode(byte[] payload, int length, Health health) {
        if (length == 0 || payload[0] != KIND) {
            return false;
        }
        this.in.start(payload, 1, length);
        health.clear(this.in.next());
        int present = (int) this.in.next();
        for (int field = 0; field < 32; field++) {
            if ((present & 1 << field) != 0) {
                long zigzag = this.in.next();
                if (field < Health.COUNT) {
                    health.set(field, (int) (zigzag >>> 1 ^ -(zigzag & 1)));
                }
            }
        }
        return this.in.isAtEnd();
    }
}
