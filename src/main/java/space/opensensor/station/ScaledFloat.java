package space.opensensor.station;

/**
 * A float as a whole number of a decimal unit, without loss: 21.37f with divisor 100 is 2137, as 21.37f is the float
 * nearest to 2137/100. Integer arithmetic only: the board's core may have no floating-point unit.
 */
final class ScaledFloat {

    /** What {@link #scaled} says of a float that is nearest to no such number. */
    static final int NONE = Integer.MIN_VALUE;

    /** Numbers are less than this, up to their sign. */
    private static final int LIMIT = 1 << 28;
    private static final int HIDDEN_BIT = 1 << 23;
    /** Exponent field of a float whose significand counts ones. */
    private static final int ONES = 150;

    private ScaledFloat() {
    }

    /**
     * Scales a float.
     *
     * @param bits of the float.
     * @param divisor 1, 10 or 100.
     * @return the number n with n / divisor nearest to the float of all floats; {@link #NONE} if there is none, as for -0,
     *         infinities, NaN, and most results of arithmetic.
     */
    static int scaled(int bits, int divisor) {
        if (bits == 0) {
            return 0;
        }
        int fraction = ONES - (bits >>> 23 & 0xFF);
        if (fraction < 0 || fraction > 30) {
            return NONE;
        }
        int significand = bits & HIDDEN_BIT - 1 | HIDDEN_BIT;
        int product = significand * divisor;
        int n = product + (1 << fraction >>> 1) >>> fraction;
        int rest = product - (n << fraction);
        int twice = rest < 0 ? -2 * rest : 2 * rest;
        if (twice >= divisor || rest != 0 && significand == HIDDEN_BIT || n >= LIMIT) {
            return NONE;
        }
        return bits < 0 ? -n : n;
    }

    /**
     * Turns a number that {@link #scaled} gave back into its float.
     *
     * @return the bits of the float nearest to n / divisor.
     */
    static int bits(int n, int divisor) {
        if (n == 0) {
            return 0;
        }
        int magnitude = n < 0 ? -n : n;
        int shift = 0;
        for (int step = 16; step > 0; step >>= 1) {
            if (magnitude < 1 << 30 - step) {
                magnitude <<= step;
                shift += step;
            }
        }
        int quotient = divisor == 100 ? magnitude / 25 : divisor == 10 ? magnitude / 5 : magnitude;
        int exponent = ONES - shift - (divisor == 100 ? 2 : divisor == 10 ? 1 : 0);
        int drop = quotient < 1 << 25 ? 1 : quotient < 1 << 26 ? 2 : quotient < 1 << 27 ? 3 : quotient < 1 << 28 ? 4
                : quotient < 1 << 29 ? 5 : 6;
        int significand = quotient + (1 << drop - 1) >>> drop;
        return (n & 0x80000000) | significand + (exponent + drop - 1 << 23);
    }
}
