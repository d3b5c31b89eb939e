package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/**
 * The hybrid of run-length encoding and bit packing (Encodings.md, RLE = 3).
 * <p>
 * A run of equal values that begins where a group of eight may end is written as a run if that takes fewer bytes than
 * packing it, the header counted that packing the values behind it would need again.
 */
final class RleHybridEncoder {

    private RleHybridEncoder() {
    }

    /** Returns the bits of the largest value. */
    static int width(int largest) {
        int bits = 0;
        for (int rest = largest; rest != 0; rest >>>= 1) {
            bits++;
        }
        return bits;
    }

    /** Returns bytes that {@code count} values may take at most. */
    static int maxLength(int count, int width) {
        return (count + 7 >>> 3) * width + 10;
    }

    /** Writes {@code count} times the same value as one run. */
    static void run(int value, int count, int width, ByteWriter out) {
        out.writeVarint(count << 1);
        int rest = value;
        for (int bits = width; bits > 0; bits -= 8) {
            out.writeByte(rest);
            rest >>>= 8;
        }
    }

    /** Writes the values from {@code from} to before {@code to}, each of {@code width} bits (0 to 16). */
    static void encode(char[] values, int from, int to, int width, ByteWriter out) {
        int packed = from;
        int i = from;
        while (i < to) {
            int length = runLength(values, i, to);
            if (width == 0 || isRunShorter(length, width, i > packed, i + length == to)) {
                pack(values, packed, i, width, out);
                run(values[i], length, width, out);
                i += length;
                packed = i;
            } else {
                i += 8;
            }
        }
        pack(values, packed, to, width, out);
    }

    private static int runLength(char[] values, int from, int to) {
        char value = values[from];
        int i = from + 1;
        while (i < to && values[i] == value) {
            i++;
        }
        return i - from;
    }

    private static boolean isRunShorter(int length, int width, boolean packing, boolean last) {
        int run = (length < 64 ? 1 : length < 8192 ? 2 : length < 1 << 20 ? 3 : 4) + (width + 7 >>> 3);
        if (last) {
            return run < (length + 7 >>> 3) * width + (packing ? 0 : 1);
        }
        return (run + (packing ? 1 : 0)) * 8 < length * width;
    }

    /** Writes one bit-packed run; the last group is filled up with zeros. */
    private static void pack(char[] values, int from, int to, int width, ByteWriter out) {
        int groups = to - from + 7 >>> 3;
        if (groups <= 0) {
            return;
        }
        out.writeVarint(groups << 1 | 1);
        int end = out.length() + groups * width;
        byte[] array = out.array();
        int at = out.length();
        out.setLength(end);
        if (out.overflowed()) {
            return;
        }
        int buffer = 0;
        int bits = 0;
        for (int i = from; i < to; i++) {
            buffer |= values[i] << bits;
            bits += width;
            while (bits >= 8) {
                array[at++] = (byte) buffer;
                buffer >>>= 8;
                bits -= 8;
            }
        }
        while (at < end) {
            array[at++] = (byte) buffer;
            buffer >>>= 8;
        }
    }
}
