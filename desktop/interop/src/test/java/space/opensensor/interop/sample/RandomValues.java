package space.opensensor.interop.sample;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Seeded values of one column: extremes, NaN, signed zeros, empty strings, runs, ramps, few distinct values, nulls in every density. */
final class RandomValues {

    private static final long[] LONG_EXTREMES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE,
        1L << 32, 255, 256, -129, 65535};
    private static final float[] FLOAT_EXTREMES = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL, 21.37f, -1f};
    private static final double[] DOUBLE_EXTREMES = {0d, -0d, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 1013.25, -1d};
    private static final String[] STRINGS = {"", "a", "sensor-17", "\u00e9\u00fc\u00df", "\u6e7f\u5ea6", "\ud83c\udf21",
        "line\nbreak \"quoted\"", "sensor-170", "sensor-171", " "};
    private static final String[] JSON = {"{}", "[]", "null", "{\"t\":21.5}", "[1,2,3]", "\"text\"", "{\"a\":{\"b\":null}}"};

    /** Milliseconds of 0001-01-01 and of the end of 9999, the range every reader can show. */
    private static final long FIRST_MILLI = -62135596800000L;
    private static final long LAST_MILLI = 253402300799999L;
    /** Whole days inside the 64 bits of nanoseconds: 1678-01-01 and 2261-12-31. */
    private static final long LAST_NANO = 9214560000000000000L;
    private static final long DAY_MILLIS = 86_400_000L;

    private final Field field;
    private final Random random;
    private final int shape;
    private final Object[] few;
    private final double nulls;
    private Object last;
    private int step;

    RandomValues(Field field, Random random) {
        this.field = field;
        this.random = random;
        this.shape = random.nextInt(5);
        double[] densities = {0, 0.01, 0.1, 0.5, 0.9, 1};
        this.nulls = densities[random.nextInt(densities.length)];
        this.few = new Object[1 + random.nextInt(8)];
        for (int i = 0; i < few.length; i++) {
            few[i] = any();
        }
        this.last = few[0];
    }

    /** @return one value for each row */
    Object[] rows(int rows) {
        Object[] values = new Object[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = row();
        }
        return values;
    }

    private Object row() {
        if (field.repetition().isNullable() && random.nextDouble() < nulls) {
            return null;
        }
        if (!field.repetition().isList()) {
            return element();
        }
        List<Object> list = new ArrayList<>();
        int length = random.nextInt(4) == 0 ? 0 : random.nextInt(6);
        for (int i = 0; i < length; i++) {
            boolean none = field.repetition().hasNullableElements() && random.nextDouble() < nulls;
            list.add(none ? null : element());
        }
        return list;
    }

    /** Shapes: anything, few distinct values, long runs, a slow ramp, one constant. */
    private Object element() {
        switch (shape) {
            case 0:
                return any();
            case 1:
                return few[random.nextInt(few.length)];
            case 2:
                if (random.nextInt(20) == 0) {
                    last = any();
                }
                return last;
            case 3:
                return ramp();
            default:
                return few[0];
        }
    }

    private Object ramp() {
        step += random.nextInt(10);
        switch (field.kind()) {
            case INT32:
            case INT64:
            case UINT32:
            case UINT64:
            case TIME_MILLIS:
            case TIME_MICROS:
            case TIMESTAMP_MILLIS:
            case TIMESTAMP_MICROS:
            case TIMESTAMP_NANOS:
                return (long) step;
            case FLOAT:
                return step / 100f;
            case DOUBLE:
                return step / 100d;
            default:
                return any();
        }
    }

    private Object any() {
        switch (field.kind().physical()) {
            case BOOLEAN:
                return random.nextBoolean();
            case FLOAT:
                return random.nextInt(3) == 0 ? FLOAT_EXTREMES[random.nextInt(FLOAT_EXTREMES.length)]
                        : Float.valueOf(Float.intBitsToFloat(random.nextInt()));
            case DOUBLE:
                return random.nextInt(3) == 0 ? DOUBLE_EXTREMES[random.nextInt(DOUBLE_EXTREMES.length)]
                        : Double.valueOf(Double.longBitsToDouble(random.nextLong()));
            case INT32:
            case INT64:
                return integer();
            default:
                return bytes();
        }
    }

    private Object integer() {
        long any = random.nextInt(3) == 0 ? LONG_EXTREMES[random.nextInt(LONG_EXTREMES.length)] : random.nextLong();
        switch (field.kind()) {
            case INT8:
                return (long) (byte) any;
            case INT16:
                return (long) (short) any;
            case UINT8:
                return any & 0xFF;
            case UINT16:
                return any & 0xFFFF;
            case UINT32:
                return any & 0xFFFFFFFFL;
            case INT32:
                return (long) (int) any;
            case DATE:
                return within(any, FIRST_MILLI / DAY_MILLIS, LAST_MILLI / DAY_MILLIS);
            case TIME_MILLIS:
                return within(any, 0, DAY_MILLIS - 1);
            case TIME_MICROS:
                return within(any, 0, DAY_MILLIS * 1_000 - 1);
            case TIME_NANOS:
                return within(any, 0, DAY_MILLIS * 1_000_000 - 1);
            case TIMESTAMP_MILLIS:
                return within(any, FIRST_MILLI, LAST_MILLI);
            case TIMESTAMP_MICROS:
                return within(any, FIRST_MILLI * 1_000, LAST_MILLI * 1_000);
            case TIMESTAMP_NANOS:
                return within(any, -LAST_NANO, LAST_NANO);
            case DECIMAL32:
            case DECIMAL64:
                long bound = BigInteger.TEN.pow(field.precision()).longValue() - 1;
                return within(any, -bound, bound);
            default:
                return any;
        }
    }

    /** Maps any number into a range; numbers beyond it often become one of its ends. */
    private long within(long any, long first, long last) {
        if (any >= first && any <= last) {
            return any;
        }
        if (random.nextInt(8) == 0) {
            return any < first ? first : last;
        }
        BigInteger range = BigInteger.valueOf(last).subtract(BigInteger.valueOf(first)).add(BigInteger.ONE);
        return BigInteger.valueOf(any).mod(range).add(BigInteger.valueOf(first)).longValueExact();
    }

    private byte[] bytes() {
        switch (field.kind()) {
            case STRING:
                return utf8(string());
            case ENUM:
                return utf8(STRINGS[1 + random.nextInt(4)]);
            case JSON:
                return utf8(JSON[random.nextInt(JSON.length)]);
            case DECIMAL_FIXED:
                return decimal();
            case BINARY:
                return noise(random.nextInt(4) == 0 ? 0 : random.nextInt(20));
            default:
                return random.nextInt(8) == 0 ? new byte[field.length()] : noise(field.length());
        }
    }

    private String string() {
        String some = STRINGS[random.nextInt(STRINGS.length)];
        return random.nextInt(3) == 0 ? some + random.nextInt(1000) : random.nextInt(30) == 0 ? some.repeat(50) : some;
    }

    private byte[] decimal() {
        BigInteger bound = BigInteger.TEN.pow(field.precision());
        BigInteger unscaled = random.nextInt(6) == 0 ? bound.subtract(BigInteger.ONE)
                : new BigInteger(field.length() * 8, random).mod(bound);
        byte[] shortest = (random.nextBoolean() ? unscaled : unscaled.negate()).toByteArray();
        byte[] fixed = new byte[field.length()];
        Arrays.fill(fixed, (byte) (shortest[0] >> 7));
        System.arraycopy(shortest, 0, fixed, fixed.length - shortest.length, shortest.length);
        return fixed;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
