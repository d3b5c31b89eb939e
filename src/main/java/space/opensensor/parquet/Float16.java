package space.opensensor.parquet;

/** IEEE 754 half precision (LogicalTypes.md, FLOAT16). */
final class Float16 {

    private Float16() {
    }

    /** Returns the 16 bits nearest to {@code value}, halves to even; what is too large becomes infinite. */
    static int of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude > 0x7F800000) {
            return sign | 0x7E00 | magnitude >>> 13 & 0x1FF;
        }
        if (magnitude >= 0x477FF000) {
            return sign | 0x7C00;
        }
        if (magnitude < 0x33000000) {
            return sign;
        }
        int exponent = magnitude >>> 23;
        if (exponent >= 113) {
            return sign | round(magnitude - (112 << 23), 13);
        }
        return sign | round(magnitude & 0x7FFFFF | 0x800000, 126 - exponent);
    }

    private static int round(int value, int bits) {
        int quotient = value >>> bits;
        int rest = value & (1 << bits) - 1;
        int half = 1 << bits - 1;
        return rest > half || rest == half && (quotient & 1) != 0 ? quotient + 1 : quotient;
    }

    /** Returns a number that orders like the value of the 16 bits; NaN is beyond infinity on its side. */
    static int order(int bits) {
        return (bits & 0x8000) != 0 ? ~bits & 0x7FFF | 0xFFFF8000 : bits;
    }

    static boolean isNan(int bits) {
        return (bits & 0x7FFF) > 0x7C00;
    }
}
