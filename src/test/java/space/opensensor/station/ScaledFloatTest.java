package space.opensensor.station;

import static org.junit.Assert.assertEquals;

import java.util.Random;

import org.junit.Test;

/** Floats as whole numbers of a decimal unit. */
public class ScaledFloatTest {

    private static final int[] DIVISORS = { 1, 10, 100 };

    @Test
    public void takesEveryNumberOfSevenDigitsAsTheFloatNearestToIt() {
        for (int i = 0; i < DIVISORS.length; i++) {
            for (int n = -1 << 23; n <= 1 << 23; n += n < 4000 && n > -4000 ? 1 : 37) {
                assertNumber(n, DIVISORS[i]);
            }
        }
    }

    private static void assertNumber(int n, int divisor) {
        int bits = Float.floatToRawIntBits((float) (n / (double) divisor));
        if (ScaledFloat.scaled(bits, divisor) != n || ScaledFloat.bits(n, divisor) != bits) {
            assertEquals(n + "/" + divisor, n, ScaledFloat.scaled(bits, divisor));
            assertEquals(n + "/" + divisor, bits, ScaledFloat.bits(n, divisor));
        }
    }

    @Test
    public void neverChangesABitOfWhatItTakes() {
        Random random = new Random(5);
        int taken = 0;
        for (int i = 0; i < 3000000; i++) {
            int bits = random.nextInt();
            for (int j = 0; j < DIVISORS.length; j++) {
                int n = ScaledFloat.scaled(bits, DIVISORS[j]);
                if (n != ScaledFloat.NONE) {
                    taken++;
                    if (ScaledFloat.bits(n, DIVISORS[j]) != bits) {
                        assertEquals(n + "/" + DIVISORS[j], bits, ScaledFloat.bits(n, DIVISORS[j]));
                    }
                }
            }
        }
        assertEquals("taken: " + taken, true, taken > 100000);
    }

    @Test
    public void leavesWhatIsNoNumberOfTheUnit() {
        int[] others = { 0x80000000, 0x7F800000, 0xFF800000, 0x7FC00000, 1, 0x00800000, Float.floatToRawIntBits(0.005f),
                Float.floatToRawIntBits(21.37f) + 1, Float.floatToRawIntBits(21.37f) - 1, 0x7F7FFFFF };
        for (int i = 0; i < others.length; i++) {
            assertEquals(ScaledFloat.NONE, ScaledFloat.scaled(others[i], 100));
        }
        assertEquals(ScaledFloat.NONE, ScaledFloat.scaled(Float.floatToRawIntBits(0.5f), 1));
        assertEquals(-50, ScaledFloat.scaled(Float.floatToRawIntBits(-0.5f), 100));
    }
}
