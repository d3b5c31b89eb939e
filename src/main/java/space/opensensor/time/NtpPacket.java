package space.opensensor.time;

/**
 * Fields of the 48-byte NTP message (RFC 4330, section 4): big-endian, one buffer, read and written in place.
 */
final class NtpPacket {

    /** Bytes of a message without authenticator. */
    static final int BYTES = 48;
    /** Version spoken. */
    static final int VERSION = 4;
    /** Mode of a request. */
    static final int CLIENT = 3;
    /** Mode of an answer. */
    static final int SERVER = 4;
    /** Leap indicator of a server that is not synchronized. */
    static final int ALARM = 3;

    static final int ROOT_DELAY = 4;
    static final int ROOT_DISPERSION = 8;
    static final int REFERENCE_ID = 12;
    static final int ORIGINATE = 24;
    static final int RECEIVE = 32;
    static final int TRANSMIT = 40;

    /** Seconds from 1900-01-01, the start of era 0, to 1970-01-01. */
    private static final long SECONDS_TO_1970 = 2208988800L;
    private static final long ERA_SECONDS = 1L << 32;

    private final byte[] bytes = new byte[BYTES];

    byte[] bytes() {
        return this.bytes;
    }

    /** Makes it a request; the transmit timestamp is any number, which the answer must repeat. */
    void request(long transmit) {
        for (int i = 0; i < BYTES; i++) {
            this.bytes[i] = 0;
        }
        this.bytes[0] = VERSION << 3 | CLIENT;
        for (int i = 0; i < 8; i++) {
            this.bytes[TRANSMIT + i] = (byte) (transmit >>> 56 - 8 * i);
        }
    }

    int leapIndicator() {
        return this.bytes[0] >>> 6 & 3;
    }

    int version() {
        return this.bytes[0] >>> 3 & 7;
    }

    int mode() {
        return this.bytes[0] & 7;
    }

    int stratum() {
        return this.bytes[1] & 0xFF;
    }

    long timestamp(int offset) {
        return uint32(offset) << 32 | uint32(offset + 4);
    }

    /** @return a 16.16 fixed-point number of seconds as milliseconds, rounded up. */
    long shortMillis(int offset) {
        return (uint32(offset) * 1000 + 0xFFFF) >> 16;
    }

    /** @return the code of a kiss-of-death: four ASCII characters, others as a question mark. */
    String kissCode() {
        char[] code = new char[4];
        for (int i = 0; i < 4; i++) {
            int c = this.bytes[REFERENCE_ID + i];
            code[i] = c >= 'A' && c <= 'Z' ? (char) c : '?';
        }
        return new String(code);
    }

    /**
     * Turns a timestamp into UTC, of the era in which it lies in the 136 years from a given time on: after 2036-02-07 the
     * 32 bits of seconds start again (RFC 4330, section 3, extended by a lower bound instead of a fixed one).
     *
     * @param notBeforeMillis milliseconds since 1970-01-01T00:00:00Z.
     * @return milliseconds since 1970-01-01T00:00:00Z.
     */
    long utcMillis(int offset, long notBeforeMillis) {
        long seconds = uint32(offset) - SECONDS_TO_1970;
        long fraction = (uint32(offset + 4) * 1000 + (1L << 31)) >>> 32;
        long least = notBeforeMillis / 1000;
        while (seconds < least) {
            seconds += ERA_SECONDS;
        }
        return seconds * 1000 + fraction;
    }

    private long uint32(int offset) {
        return (this.bytes[offset] & 0xFFL) << 24 | (this.bytes[offset + 1] & 0xFF) << 16
                | (this.bytes[offset + 2] & 0xFF) << 8 | this.bytes[offset + 3] & 0xFF;
    }
}
