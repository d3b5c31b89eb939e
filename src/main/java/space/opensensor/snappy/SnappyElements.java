package space.opensensor.snappy;

/**
 * Writes the elements of a Snappy stream: preamble, literals and copies (format description, sections 1 and 2).
 * <p>
 * Every method takes the index to write at and the first index that must not be written, and returns the index after what
 * it wrote, or {@link #FULL}, in which case it wrote nothing.
 */
final class SnappyElements {

    /** Result of an element that does not fit. */
    static final int FULL = -1;

    /** Shortest match that a copy is made of: a copy with a one-byte offset takes 4 to 11 bytes (section 2.2.1). */
    static final int MIN_MATCH = 4;

    /** Longest length of one copy with a two-byte offset (section 2.2.2). */
    static final int MAX_COPY = 64;

    /** Longest length of one copy with a one-byte offset (section 2.2.1). */
    static final int MAX_SHORT_COPY = 11;

    /** Offsets from here on do not fit the 11 bits of a copy with a one-byte offset. */
    static final int SHORT_OFFSETS = 2048;

    /** Offsets from here on do not fit two bytes. */
    static final int OFFSETS = 65536;

    static final int TAG_COPY_1 = 1;
    static final int TAG_COPY_2 = 2;

    /** Lengths up to here are kept in the tag of a literal. */
    private static final int MAX_SHORT_LITERAL = 60;

    private SnappyElements() {
        // Functions only.
    }

    /** Writes the length before compression as a little-endian varint (section 1). */
    static int preamble(int length, byte[] out, int at, int end) {
        int rest = length;
        int to = at;
        while (to < end) {
            if ((rest & ~0x7F) == 0) {
                out[to] = (byte) rest;
                return to + 1;
            }
            out[to++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        return FULL;
    }

    /** Bytes of a literal's tag: 1 up to 60 bytes, then 1 more for each byte of the length less one (section 2.1). */
    static int literalTagSize(int length) {
        if (length <= MAX_SHORT_LITERAL) {
            return 1;
        }
        int rest = length - 1;
        int size = 2;
        while ((rest >>>= 8) != 0) {
            size++;
        }
        return size;
    }

    /** Writes bytes as they are (section 2.1); {@code length} is 1 or more. */
    static int literal(byte[] in, int from, int length, byte[] out, int at, int end) {
        int tagSize = literalTagSize(length);
        if (end - at - tagSize < length) {
            return FULL;
        }
        int to = at;
        if (tagSize == 1) {
            out[to++] = (byte) (length - 1 << 2);
        } else {
            out[to++] = (byte) (MAX_SHORT_LITERAL + tagSize - 2 << 2);
            int rest = length - 1;
            for (int i = 1; i < tagSize; i++) {
                out[to++] = (byte) rest;
                rest >>>= 8;
            }
        }
        if (length < 16) {
            int stop = from + length;
            for (int i = from; i < stop; i++) {
                out[to++] = in[i];
            }
            return to;
        }
        System.arraycopy(in, from, out, to, length);
        return to + length;
    }

    /**
     * Writes the repetition of {@code length} bytes, 4 or more, from {@code offset} bytes before (section 2.2). A long one is
     * split so that the last part is never shorter than a copy with a one-byte offset may be.
     */
    static int copy(int offset, int length, byte[] out, int at, int end) {
        int to = at;
        int rest = length;
        while (rest > MAX_COPY) {
            int part = rest < MAX_COPY + MIN_MATCH ? MAX_COPY - MIN_MATCH : MAX_COPY;
            to = copyPart(offset, part, out, to, end);
            if (to < 0) {
                return FULL;
            }
            rest -= part;
        }
        return copyPart(offset, rest, out, to, end);
    }

    private static int copyPart(int offset, int length, byte[] out, int at, int end) {
        if (length <= MAX_SHORT_COPY && offset < SHORT_OFFSETS && length >= MIN_MATCH) {
            if (end - at < 2) {
                return FULL;
            }
            out[at] = (byte) (TAG_COPY_1 | length - MIN_MATCH << 2 | offset >>> 8 << 5);
            out[at + 1] = (byte) offset;
            return at + 2;
        }
        if (end - at < 3) {
            return FULL;
        }
        out[at] = (byte) (TAG_COPY_2 | length - 1 << 2);
        out[at + 1] = (byte) offset;
        out[at + 2] = (byte) (offset >>> 8);
        return at + 3;
    }
}
