package space.opensensor.interop.sample;

import java.util.Random;

/** Samples made from a seed: the same seed makes the same schema and the same values on every machine. */
public final class RandomSample {

    /** Bytes that hold a decimal of 38 digits, the largest that every reader knows. */
    private static final int MAX_PRECISION = 38;
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    private RandomSample() {
    }

    /** @param maxRows rows are 0 to this number, mostly few */
    public static Sample of(Random random, int maxColumns, int maxRows) {
        int rows = random.nextInt(10) == 0 ? random.nextInt(3) : random.nextInt(1 + (random.nextBoolean() ? maxRows : maxRows / 8));
        Sample sample = new Sample(rows);
        int columns = 1 + random.nextInt(maxColumns);
        for (int c = 0; c < columns; c++) {
            Field field = field("c" + c, kind(random), repetition(random), random);
            sample.add(field, new RandomValues(field, random).rows(rows));
        }
        return sample;
    }

    /** A field of a given kind and repetition, with random parameters. */
    public static Field field(String name, Kind kind, Repetition repetition, Random random) {
        int precision = precision(kind, random);
        int scale = precision == 0 ? 0 : random.nextInt(precision + 1);
        return new Field(name, kind, repetition, precision, scale, length(kind, precision, random), random.nextInt(4) != 0);
    }

    /** Random values for a given field. */
    public static Object[] values(Field field, int rows, Random random) {
        return new RandomValues(field, random).rows(rows);
    }

    private static Kind kind(Random random) {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private static Repetition repetition(Random random) {
        return Repetition.values()[random.nextInt(3) == 0 ? random.nextInt(Repetition.values().length) : random.nextInt(2)];
    }

    private static int precision(Kind kind, Random random) {
        switch (kind) {
            case DECIMAL32:
                return 1 + random.nextInt(9);
            case DECIMAL64:
                return 1 + random.nextInt(18);
            case DECIMAL_FIXED:
                return 1 + random.nextInt(MAX_PRECISION);
            default:
                return 0;
        }
    }

    private static int length(Kind kind, int precision, Random random) {
        switch (kind) {
            case DECIMAL_FIXED:
                return (int) Math.ceil((precision * BITS_PER_DIGIT + 1) / 8);
            case UUID:
                return 16;
            case FLOAT16:
                return 2;
            case FIXED:
                return 1 + random.nextInt(20);
            default:
                return 0;
        }
    }
}
