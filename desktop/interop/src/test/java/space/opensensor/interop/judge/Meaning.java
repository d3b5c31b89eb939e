package space.opensensor.interop.judge;

import java.math.BigInteger;

/**
 * What a stored integer or byte array stands for, once a judge has told its column's logical type.
 *
 * @param unsigned whether integers are unsigned
 * @param nanos nanoseconds of one unit; 1 for everything that is no time
 * @param scale of a decimal, or -1
 * @param float16 whether two bytes are an IEEE 754 binary16
 */
public record Meaning(boolean unsigned, long nanos, int scale, boolean float16) {

    public static final Meaning PLAIN = new Meaning(false, 1, -1, false);
    public static final Meaning UNSIGNED = new Meaning(true, 1, -1, false);
    public static final Meaning FLOAT16 = new Meaning(false, 1, -1, true);

    public static Meaning decimal(int scale) {
        return new Meaning(false, 1, scale, false);
    }

    /** @param unit a name that begins with MILLI, MICRO or NANO */
    public static Meaning time(String unit) {
        return new Meaning(false, unit.startsWith("MILLI") ? 1_000_000 : unit.startsWith("MICRO") ? 1_000 : 1, -1, false);
    }

    public String cell(int value) {
        return unsigned ? Cells.unsigned(value & 0xFFFFFFFFL) : cell((long) value);
    }

    public String cell(long value) {
        if (scale >= 0) {
            return Cells.decimal(BigInteger.valueOf(value), scale);
        }
        return unsigned ? Cells.unsigned(value) : Cells.scaled(value, nanos);
    }

    public String cell(byte[] value) {
        if (float16) {
            return Cells.float16(value[0] & 255 | (value[1] & 255) << 8);
        }
        return scale >= 0 ? Cells.decimal(new BigInteger(value), scale) : Cells.of(value);
    }
}
