package space.opensensor.snappy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import space.opensensor.lz77.Hashes;

/**
 * The fast search with wide loads and stores, which a compiler makes of a {@link VarHandle}: the same bytes as of
 * {@link GreedyParse}. {@code WideParseTest} of {@code desktop/interop} holds the two together.
 */
final class WideParse extends GreedyParse {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Bytes of the two stores of a short literal. */
    private static final int SHORT_LITERAL = 16;

    WideParse(int tableBytes) {
        super(tableBytes);
    }

    @Override
    int nextMatch(byte[] in, int start, int inEnd, int shift) {
        int last = inEnd - SnappyElements.MIN_MATCH;
        if (start > last) {
            return NONE;
        }
        char[] positions = this.table;
        int p = start;
        int next = (int) INT.get(in, p);
        int tries = 1 << PATIENCE_BITS;
        while (true) {
            int hash = next * Hashes.FACTOR >>> shift;
            int back = p - positions[hash] & 0xFFFF;
            positions[hash] = (char) p;
            if ((int) INT.get(in, p - back) == next) {
                this.distance = back;
                return p;
            }
            int step = tries++ >> PATIENCE_BITS;
            p += step;
            if (p > last) {
                return NONE;
            }
            next = (int) INT.get(in, p);
        }
    }

    @Override
    boolean matchAt(byte[] in, int at, int shift) {
        if (at - 1 > in.length - Long.BYTES) {
            return super.matchAt(in, at, shift);
        }
        char[] positions = this.table;
        long bytes = (long) LONG.get(in, at - 1);
        positions[(int) bytes * Hashes.FACTOR >>> shift] = (char) (at - 1);
        int next = (int) (bytes >>> 8);
        int hash = next * Hashes.FACTOR >>> shift;
        int back = at - positions[hash] & 0xFFFF;
        positions[hash] = (char) at;
        this.distance = back;
        return (int) INT.get(in, at - back) == next;
    }

    @Override
    int matchEnd(byte[] in, int known, int back, int end) {
        if (known <= end - Long.BYTES) {
            long differing = (long) LONG.get(in, known) ^ (long) LONG.get(in, known - back);
            if (differing != 0) {
                return known + (Long.numberOfTrailingZeros(differing) >>> 3);
            }
        }
        return longMatchEnd(in, known, back, end);
    }

    /** A method of its own, so that the short way above is small enough to become part of its callers. */
    private static int longMatchEnd(byte[] in, int known, int back, int end) {
        int i = known;
        while (i <= end - Long.BYTES) {
            long differing = (long) LONG.get(in, i) ^ (long) LONG.get(in, i - back);
            if (differing != 0) {
                return i + (Long.numberOfTrailingZeros(differing) >>> 3);
            }
            i += Long.BYTES;
        }
        while (i < end && in[i] == in[i - back]) {
            i++;
        }
        return i;
    }

    /** The last four bytes first: most ranges are not longer, and most others differ there. */
    @Override
    boolean repeats(byte[] in, int start, int stop, int back) {
        int last = stop - Integer.BYTES;
        return (int) INT.get(in, last) == (int) INT.get(in, last - back)
                && (last == start || matchEnd(in, start, back, stop) == stop);
    }

    @Override
    int literal(byte[] in, int from, int length, byte[] out, int at, int end) {
        if (length > SHORT_LITERAL || at >= end - SHORT_LITERAL || from > in.length - SHORT_LITERAL) {
            return super.literal(in, from, length, out, at, end);
        }
        out[at] = (byte) (length - 1 << 2);
        LONG.set(out, at + 1, (long) LONG.get(in, from));
        LONG.set(out, at + 1 + Long.BYTES, (long) LONG.get(in, from + Long.BYTES));
        return at + 1 + length;
    }

    @Override
    int clear(int length, int position) {
        int size = Hashes.MIN_ENTRIES;
        while (size < length && size < this.table.length) {
            size <<= 1;
        }
        Arrays.fill(this.table, 0, size, (char) position);
        return Integer.numberOfLeadingZeros(size) + 1;
    }
}
