package space.opensensor.parquet;

/** Arithmetic of DECIMAL: ranges of a precision, and exact scaling of a reading (LogicalTypes.md, DECIMAL). */
final class Decimal {

    /** Largest precision that all readers take. */
    static final int MAX_PRECISION = 38;

    private static final long LOW = 0xFFFFFFFFL;

    private Decimal() {
    }

    /** Returns 10^exponent; exponent 0 to 18. */
    static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** Returns the least bytes that hold every number of {@code precision} digits. */
    static int bytesFor(int precision) {
        int bytes = 1;
        while (precisionOf(bytes) < precision) {
            bytes++;
        }
        return bytes;
    }

    /** Returns the digits that every number of so many can have in {@code bytes} bytes, at most 38. */
    static int precisionOf(int bytes) {
        if (bytes >= 16) {
            return MAX_PRECISION;
        }
        return (int) ((8 * bytes - 1) * 30103L / 100000L);
    }

    /** Puts 10^precision - 1 into {@code bytes}, big-endian. */
    static void largest(int precision, byte[] bytes) {
        for (int digit = 0; digit < precision; digit++) {
            int carry = 9;
            for (int i = bytes.length - 1; i >= 0; i--) {
                int product = (bytes[i] & 0xFF) * 10 + carry;
                bytes[i] = (byte) product;
                carry = product >>> 8;
            }
        }
    }

    /**
     * Returns reading * 10^scale, rounded to the nearest integer, halves to the even one. The product is exact before
     * it is rounded once.
     *
     * @param reading finite.
     * @param scale 0 to 18.
     * @return the integer, or {@link Long#MIN_VALUE} if its magnitude is 2^62 or more.
     */
    static long unscaled(double reading, int scale) {
        long bits = Double.doubleToRawLongBits(reading);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        long magnitude = shift(mantissa, powerOfTen(scale), exponent - 1075);
        return magnitude < 0 ? Long.MIN_VALUE : bits < 0 ? -magnitude : magnitude;
    }

    /** Returns a * b * 2^exponent rounded half to even, or -1 if it is 2^62 or more. */
    private static long shift(long a, long b, int exponent) {
        long cross = (a & LOW) * (b >>> 32);
        long low = (a & LOW) * (b & LOW);
        long middle = (low >>> 32) + (cross & LOW) + (a >>> 32) * (b & LOW);
        low = low & LOW | middle << 32;
        long high = (middle >>> 32) + (cross >>> 32) + (a >>> 32) * (b >>> 32);
        if (exponent >= 0) {
            boolean fits = high == 0 && low >= 0 && (low == 0 || exponent < 62 && low >> 62 - exponent == 0);
            return fits ? low << exponent : -1;
        }
        return round(high, low, -exponent);
    }

    /** Returns the 128-bit number divided by 2^bits, half to even, or -1 if it is 2^62 or more. */
    private static long round(long high, long low, int bits) {
        if (bits > 127) {
            return 0;
        }
        long quotient;
        boolean half;
        boolean more;
        if (bits < 64) {
            if (high >>> bits != 0) {
                return -1;
            }
            quotient = high << 64 - bits | low >>> bits;
            half = (low >>> bits - 1 & 1) != 0;
            more = low << 64 - bits << 1 != 0;
        } else {
            quotient = bits == 64 ? high : high >>> bits - 64;
            half = bits == 64 ? low < 0 : (high >>> bits - 65 & 1) != 0;
            more = bits == 64 ? low << 1 != 0 : low != 0 || (high & (1L << bits - 65) - 1) != 0;
        }
        if (half && (more || (quotient & 1) != 0)) {
            quotient++;
        }
        return quotient >>> 62 != 0 ? -1 : quotient;
    }
}
