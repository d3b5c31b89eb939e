package space.opensensor.lz77;

import java.util.Random;

/** Inputs of many shapes, the same in each run. */
public final class Inputs {

    /** Number of shapes. */
    public static final int SHAPES = 6;

    private Inputs() {
        // Functions only.
    }

    /** Makes an input: zeros, random, three values, floats with a slow drift, long repetitions far apart, a mixture. */
    public static byte[] make(int shape, int length) {
        Random random = new Random(shape * 31L + length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            if (shape == 1 || shape == 4) {
                bytes[i] = (byte) random.nextInt(256);
            } else if (shape == 2) {
                bytes[i] = (byte) random.nextInt(3);
            } else if (shape == 5) {
                bytes[i] = (byte) (i / 500 % 2 == 0 ? random.nextInt(256) : i >> 3);
            }
        }
        if (shape == 3) {
            floats(bytes, random);
        } else if (shape == 4) {
            for (int i = 60000; i < length; i++) {
                if (i % 1000 < 300) {
                    bytes[i] = bytes[i - 60000];
                }
            }
        }
        return bytes;
    }

    /** Makes an input of one byte again and again. */
    public static byte[] repeat(char c, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) c;
        }
        return bytes;
    }

    private static void floats(byte[] bytes, Random random) {
        int hundredths = 2100;
        for (int i = 0; i + 4 <= bytes.length; i += 4) {
            hundredths += random.nextInt(7) - 3;
            int bits = Float.floatToIntBits(hundredths / 100f);
            for (int k = 0; k < 4; k++) {
                bytes[i + k] = (byte) (bits >>> 8 * k);
            }
        }
    }
}
