package space.opensensor.interop.judge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/**
 * Canonical text of one value: what two judges must agree on to the last bit.
 *
 * <p>Integers are decimal numbers; FLOAT and DOUBLE are their IEEE 754 bits in hex behind {@code f} or {@code d}, with one NaN;
 * every kind of binary (strings too) is hex behind {@code x}; decimals keep the zeros of their scale; dates are days, times and
 * timestamps are nanoseconds; a list is its cells in brackets.
 */
public final class Cells {

    /** The cell of a null. */
    public static final String NULL = "null";

    private static final HexFormat HEX = HexFormat.of();

    private Cells() {
    }

    public static String of(boolean value) {
        return value ? "true" : "false";
    }

    public static String of(long value) {
        return Long.toString(value);
    }

    /** @param value the 64 bits of an unsigned number */
    public static String unsigned(long value) {
        return Long.toUnsignedString(value);
    }

    public static String of(float value) {
        return "f" + HEX.toHexDigits(Float.floatToIntBits(value));
    }

    public static String of(double value) {
        return "d" + HEX.toHexDigits(Double.doubleToLongBits(value));
    }

    public static String of(byte[] value) {
        return "x" + HEX.formatHex(value);
    }

    public static String of(String value) {
        return of(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static String decimal(BigInteger unscaled, int scale) {
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    /** @return {@code value * factor}, which may need more than 64 bits */
    public static String scaled(long value, long factor) {
        if (factor == 1) {
            return of(value);
        }
        return BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor)).toString();
    }

    /** @param bits of an IEEE 754 binary16; the cell is that of the equal FLOAT */
    public static String float16(int bits) {
        return of(float16ToFloat(bits));
    }

    public static String list(List<String> cells) {
        return "[" + String.join(",", cells) + "]";
    }

    private static float float16ToFloat(int bits) {
        int exponent = bits >>> 10 & 31;
        int fraction = bits & 1023;
        float magnitude;
        if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((float) fraction, -24);
        } else {
            magnitude = Math.scalb((float) (1024 + fraction), exponent - 25);
        }
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
