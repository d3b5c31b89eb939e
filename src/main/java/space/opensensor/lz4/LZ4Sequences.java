package space.opensensor.lz4;

/**
 * Writes the sequences of an LZ4 block: a token, literals, and but for the last sequence a match (block format description,
 * "Compressed block format").
 * <p>
 * Every method takes the index to write at and the first index that must not be written, and returns the index after what
 * it wrote, or {@link #FULL}.
 */
final class LZ4Sequences {

    /** Result of a sequence that does not fit. */
    static final int FULL = -1;

    /** Shortest match. */
    static final int MIN_MATCH = 4;

    /** Offsets from here on do not fit two bytes. */
    static final int OFFSETS = 65536;

    /** The last bytes of a block are always literals ("End of block conditions"). */
    static final int LAST_LITERALS = 5;

    /** The last match starts at least so many bytes before the end of the block ("End of block conditions"). */
    static final int LAST_MATCH_START = 12;

    /** From here on a length needs bytes besides its half of the token. */
    private static final int TOKEN_LENGTHS = 15;

    private LZ4Sequences() {
        // Functions only.
    }

    /** Bytes that a literal's length takes besides the token. */
    static int literalLengthSize(int length) {
        return length < TOKEN_LENGTHS ? 0 : (length - TOKEN_LENGTHS) / 255 + 1;
    }

    /** Bytes that a match's length takes besides the token. */
    static int matchLengthSize(int length) {
        return literalLengthSize(length - MIN_MATCH);
    }

    /** Writes a sequence with a match. */
    static int sequence(byte[] in, int from, int literals, int offset, int match, byte[] out, int at, int end) {
        int rest = match - MIN_MATCH;
        if (end - at - 3 - literalLengthSize(literals) - literalLengthSize(rest) < literals) {
            return FULL;
        }
        int to = literals(in, from, literals, rest, out, at);
        out[to++] = (byte) offset;
        out[to++] = (byte) (offset >>> 8);
        return rest < TOKEN_LENGTHS ? to : moreLength(rest - TOKEN_LENGTHS, out, to);
    }

    /** Writes the last sequence: literals only. */
    static int lastSequence(byte[] in, int from, int literals, byte[] out, int at, int end) {
        if (end - at - 1 - literalLengthSize(literals) < literals) {
            return FULL;
        }
        return literals(in, from, literals, 0, out, at);
    }

    private static int literals(byte[] in, int from, int length, int matchRest, byte[] out, int at) {
        int low = matchRest < TOKEN_LENGTHS ? matchRest : TOKEN_LENGTHS;
        int high = length < TOKEN_LENGTHS ? length : TOKEN_LENGTHS;
        int to = at;
        out[to++] = (byte) (high << 4 | low);
        if (high == TOKEN_LENGTHS) {
            to = moreLength(length - TOKEN_LENGTHS, out, to);
        }
        System.arraycopy(in, from, out, to, length);
        return to + length;
    }

    private static int moreLength(int length, byte[] out, int at) {
        int rest = length;
        int to = at;
        while (rest >= 255) {
            out[to++] = (byte) 255;
            rest -= 255;
        }
        out[to++] = (byte) rest;
        return to;
    }
}
