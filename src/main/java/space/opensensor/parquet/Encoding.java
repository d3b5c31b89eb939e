package space.opensensor.parquet;

/** Encodings, their numbers and which type takes which ({@code parquet.thrift}, enum Encoding; Encodings.md). */
public final class Encoding {

    /** The writer takes, for each column chunk, the encoding that comes to the fewest bytes after the codec. */
    public static final int AUTO = -1;
    /** Values one after the other. */
    public static final int PLAIN = 0;
    /** Runs and bit-packed groups: levels, and BOOLEAN. */
    public static final int RLE = 3;
    /** Differences in blocks: INT32 and INT64. */
    public static final int DELTA_BINARY_PACKED = 5;
    /** All lengths, then all bytes: BYTE_ARRAY. */
    public static final int DELTA_LENGTH_BYTE_ARRAY = 6;
    /** Prefix shared with the value before, then the rest: BYTE_ARRAY and FIXED_LEN_BYTE_ARRAY. */
    public static final int DELTA_BYTE_ARRAY = 7;
    /** Indexes into a dictionary page: all but BOOLEAN. */
    public static final int RLE_DICTIONARY = 8;
    /** First bytes of all values, then second bytes and so on: numbers and FIXED_LEN_BYTE_ARRAY. */
    public static final int BYTE_STREAM_SPLIT = 9;

    private static final String[] NAMES = { "PLAIN", null, "PLAIN_DICTIONARY", "RLE", "BIT_PACKED",
            "DELTA_BINARY_PACKED", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY", "RLE_DICTIONARY",
            "BYTE_STREAM_SPLIT" };

    /** Bit e of entry t: encoding e may hold values of type t. */
    private static final int[] LEGAL = {
            1 << PLAIN | 1 << RLE,
            1 << PLAIN | 1 << DELTA_BINARY_PACKED | 1 << RLE_DICTIONARY | 1 << BYTE_STREAM_SPLIT,
            1 << PLAIN | 1 << DELTA_BINARY_PACKED | 1 << RLE_DICTIONARY | 1 << BYTE_STREAM_SPLIT,
            0,
            1 << PLAIN | 1 << RLE_DICTIONARY | 1 << BYTE_STREAM_SPLIT,
            1 << PLAIN | 1 << RLE_DICTIONARY | 1 << BYTE_STREAM_SPLIT,
            1 << PLAIN | 1 << DELTA_LENGTH_BYTE_ARRAY | 1 << DELTA_BYTE_ARRAY | 1 << RLE_DICTIONARY,
            1 << PLAIN | 1 << DELTA_BYTE_ARRAY | 1 << RLE_DICTIONARY | 1 << BYTE_STREAM_SPLIT,
    };

    private Encoding() {
    }

    /** @return the name that the format gives to {@code encoding}; {@code AUTO} for -1. */
    public static String name(int encoding) {
        if (encoding == AUTO) {
            return "AUTO";
        }
        String name = encoding < 0 || encoding >= NAMES.length ? null : NAMES[encoding];
        return name == null ? "encoding " + encoding : name;
    }

    /**
     * Finds an encoding by its name.
     *
     * @param name as in the format, for example {@code DELTA_BINARY_PACKED}, or {@code AUTO}.
     * @return its number.
     * @throws IllegalArgumentException if this writer has no encoding of that name.
     */
    public static int named(String name) {
        if ("AUTO".equals(name)) {
            return AUTO;
        }
        for (int e = 0; e < NAMES.length; e++) {
            if (name.equals(NAMES[e]) && isWritten(e)) {
                return e;
            }
        }
        throw new IllegalArgumentException("encoding " + name + ": must be AUTO" + list(-1));
    }

    /** @return whether values of {@code type} may be written in {@code encoding}. */
    public static boolean isLegal(int type, int encoding) {
        return encoding >= 0 && encoding < NAMES.length && (LEGAL[type] & 1 << encoding) != 0;
    }

    /** @return names of the encodings that {@code type} takes, each after a comma. */
    static String list(int type) {
        StringBuilder names = new StringBuilder();
        for (int e = 0; e < NAMES.length; e++) {
            if (type < 0 ? isWritten(e) : isLegal(type, e)) {
                names.append(", ").append(NAMES[e]);
            }
        }
        return names.toString();
    }

    private static boolean isWritten(int encoding) {
        for (int type = 0; type < LEGAL.length; type++) {
            if (isLegal(type, encoding)) {
                return true;
            }
        }
        return false;
    }
}
