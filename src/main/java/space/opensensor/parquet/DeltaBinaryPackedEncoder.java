package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;

/**
 * Differences in blocks and miniblocks (Encodings.md, DELTA_BINARY_PACKED = 5).
 * <p>
 * Differences wrap around. Every page gets the block and miniblock lengths that make it shortest; to find them, minimum
 * and maximum of each 32 differences are enough.
 */
final class DeltaBinaryPackedEncoder {

    /** Differences in a group: the least length of a miniblock. */
    private static final int GROUP = 32;
    /** Groups in the largest block. */
    private static final int MAX_BLOCK = 32;
    private static final int MAX_MINIBLOCK = 8;
    private static final int LEAST_BLOCK = 4;

    private final long[] deltas = new long[GROUP];
    private final long[] groupMin;
    private final long[] groupMax;

    private int[] ints;
    private long[] longs;
    private int first;
    private int count;
    private long mask;

    /** @param maxCount values of a page at most. */
    DeltaBinaryPackedEncoder(int maxCount) {
        this.groupMin = new long[groups(maxCount)];
        this.groupMax = new long[groups(maxCount)];
    }

    private static int groups(int values) {
        return values + GROUP - 1 >>> 5;
    }

    static long memoryBytes(int maxCount) {
        return Memory.object(5 * 4 + 2 * 4 + 8) + Memory.array(GROUP, 8) + 2 * Memory.array(groups(maxCount), 8);
    }

    /** Returns bytes that {@code values} values of {@code width} bytes may take at most. */
    static int maxLength(int values, int width) {
        int blocks = (values >>> 7) + 1;
        return 4 + 1 + 5 + 10 + blocks * (10 + 4) + groups(values) * GROUP * width;
    }

    /** Writes INT32 values, or lengths of byte arrays. */
    void encode(int[] values, int from, int to, ByteWriter out) {
        this.ints = values;
        this.longs = null;
        this.mask = 0xFFFFFFFFL;
        encode(from, to, to == from ? 0 : values[from], out);
    }

    /** Writes INT64 values. */
    void encode(long[] values, int from, int to, ByteWriter out) {
        this.longs = values;
        this.ints = null;
        this.mask = -1L;
        encode(from, to, to == from ? 0 : values[from], out);
    }

    private void encode(int from, int to, long firstValue, ByteWriter out) {
        this.first = from;
        this.count = Math.max(to - from - 1, 0);
        int groups = groups(this.count);
        for (int g = 0; g < groups; g++) {
            summarize(g);
        }
        int block = LEAST_BLOCK;
        int miniblock = 1;
        int best = Integer.MAX_VALUE;
        for (int b = LEAST_BLOCK; b <= MAX_BLOCK && (b == LEAST_BLOCK || b < 2 * groups); b <<= 1) {
            for (int m = 1; m <= b && m <= MAX_MINIBLOCK; m <<= 1) {
                int length = length(groups, b, m);
                if (length < best) {
                    best = length;
                    block = b;
                    miniblock = m;
                }
            }
        }
        out.writeVarint(block * GROUP);
        out.writeVarint(block / miniblock);
        out.writeVarint(to - from);
        out.writeZigzagVarlong(firstValue);
        for (int g = 0; g < groups; g += block) {
            writeBlock(g, Math.min(g + block, groups), block, miniblock, out);
        }
    }

    private void summarize(int group) {
        int n = load(group);
        long min = this.deltas[0];
        long max = min;
        for (int i = 1; i < n; i++) {
            long delta = this.deltas[i];
            if (delta < min) {
                min = delta;
            } else if (delta > max) {
                max = delta;
            }
        }
        this.groupMin[group] = min;
        this.groupMax[group] = max;
    }

    /** Puts the differences of a group into {@link #deltas}; returns how many there are. */
    private int load(int group) {
        int n = Math.min(this.count - group * GROUP, GROUP);
        int at = this.first + group * GROUP;
        if (this.ints != null) {
            for (int i = 0; i < n; i++) {
                this.deltas[i] = this.ints[at + i + 1] - this.ints[at + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                this.deltas[i] = this.longs[at + i + 1] - this.longs[at + i];
            }
        }
        return n;
    }

    /** Returns the bytes of all blocks, of {@code block} groups each, with miniblocks of {@code miniblock} groups. */
    private int length(int groups, int block, int miniblock) {
        int length = varintLength((long) block * GROUP);
        for (int g = 0; g < groups; g += block) {
            int end = Math.min(g + block, groups);
            long min = min(this.groupMin, g, end);
            length += varintLength(min << 1 ^ min >> 63) + block / miniblock;
            for (int m = g; m < end; m += miniblock) {
                length += width(m, Math.min(m + miniblock, end), min) * miniblock * (GROUP / 8);
            }
        }
        return length;
    }

    private static long min(long[] values, int from, int to) {
        long min = values[from];
        for (int i = from + 1; i < to; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private int width(int fromGroup, int toGroup, long min) {
        long all = 0;
        for (int g = fromGroup; g < toGroup; g++) {
            all |= this.groupMax[g] - min & this.mask;
        }
        int bits = 0;
        while (all != 0) {
            all >>>= 1;
            bits++;
        }
        return bits;
    }

    private static int varintLength(long value) {
        int length = 1;
        for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        return length;
    }

    private void writeBlock(int from, int to, int block, int miniblock, ByteWriter out) {
        long min = min(this.groupMin, from, to);
        out.writeZigzagVarlong(min);
        for (int m = from; m < from + block; m += miniblock) {
            out.writeByte(m < to ? width(m, Math.min(m + miniblock, to), min) : 0);
        }
        for (int m = from; m < to; m += miniblock) {
            int width = width(m, Math.min(m + miniblock, to), min);
            for (int g = m; g < m + miniblock; g++) {
                int n = g < to ? load(g) : 0;
                pack(n, min, width, out);
            }
        }
    }

    /** Packs a group: 32 * width bits; what is missing in it is 0. */
    private void pack(int n, long min, int width, ByteWriter out) {
        int at = out.length();
        int end = at + width * (GROUP / 8);
        out.setLength(end);
        if (out.overflowed()) {
            return;
        }
        at = width <= 24 ? packNarrow(n, (int) min, width, out.array(), at) : packWide(n, min, width, out.array(), at);
        while (at < end) {
            out.array()[at++] = 0;
        }
    }

    /** Packs differences of at most 24 bits, so that they and 7 bits left over fit an int. */
    private int packNarrow(int n, int min, int width, byte[] array, int offset) {
        int at = offset;
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < n; i++) {
            buffer |= (int) this.deltas[i] - min << bits;
            bits += width;
            while (bits >= 8) {
                array[at++] = (byte) buffer;
                buffer >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            array[at++] = (byte) buffer;
        }
        return at;
    }

    /** Packs differences of 25 to 64 bits, the lower 24 bits of each first. */
    private int packWide(int n, long min, int width, byte[] array, int offset) {
        int at = offset;
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < n; i++) {
            long value = this.deltas[i] - min & this.mask;
            buffer |= (value & 0xFFFFFF) << bits;
            array[at] = (byte) buffer;
            array[at + 1] = (byte) (buffer >>> 8);
            array[at + 2] = (byte) (buffer >>> 16);
            at += 3;
            buffer = buffer >>> 24 | value >>> 24 << bits;
            bits += width - 24;
            while (bits >= 8) {
                array[at++] = (byte) buffer;
                buffer >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            array[at++] = (byte) buffer;
        }
        return at;
    }
}
