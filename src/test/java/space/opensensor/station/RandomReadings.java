package space.opensensor.station;

import static org.junit.Assert.assertEquals;

import java.util.Random;

/** Readings of whatever values there are, and how to tell that one came back. */
final class RandomReadings {

    private static final int[] SPECIAL = { 0x7F800000, 0xFF800000, 0x80000000, 0, 1, 0x7F7FFFFF, 0x3DCCCCCD, 0x00800000,
            0xC2F6E979 };

    private final Random random = new Random(11);
    private int count;

    /** @return a new reading: mostly decimals, now and then any bits; sometimes a quantity is missing. */
    Reading next() {
        Reading one = new Reading();
        int i = this.count++;
        one.clear(i % 50 == 0 ? this.random.nextLong() >>> 1 : i * 5000L + this.random.nextInt(3));
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            int kind = this.random.nextInt(12);
            float decimal = (this.random.nextInt(1 << 20) - 1000) / 100f;
            float number = kind == 0 ? Float.intBitsToFloat(this.random.nextInt())
                    : kind == 1 ? Float.intBitsToFloat(SPECIAL[this.random.nextInt(SPECIAL.length)])
                            : kind == 2 ? decimal : 20 + this.random.nextInt(30) / 100f;
            if (i / 10 % 3 > 0 || quantity != 4) {
                one.set(quantity, number);
            }
        }
        return one;
    }

    /** Compares bit by bit. */
    static void assertSame(Reading given, Reading back) {
        assertEquals(given.monotonicMillis(), back.monotonicMillis());
        assertEquals(given.present(), back.present());
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            if (given.has(quantity)) {
                assertEquals(Float.floatToRawIntBits(given.get(quantity)), Float.floatToRawIntBits(back.get(quantity)));
            }
        }
    }
}
