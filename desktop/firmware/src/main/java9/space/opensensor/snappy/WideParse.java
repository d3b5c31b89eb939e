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

    private boolean mayRepeat;

    WideParse(int tableBytes) {
        super(tableBytes);
    }

    /** Most matches are found before the step grows. */
    @Override
    int nextMatch(byte[] in, int start, int inEnd, int shift) {
        int last = inEnd - SnappyElements.MIN_MATCH;
        int patient = Math.min(last, start + (1 << PATIENCE_BITS) - 1);
        for (int p = start; p <= patient; p++) {
            if (isMatch(in, p, shift)) {
                return p;
            }
        }
        int tries = 2 << PATIENCE_BITS;
        for (int p = patient + 1; p <= last; p += tries++ >> PATIENCE_BITS) {
            if (isMatch(in, p, shift)) {
                return p;
            }
        }
        return NONE;
    }

    /** Remembers a position and returns whether a match starts there. */
    private boolean isMatch(byte[] in, int at, int shift) {
        char[] positions = this.table;
        int next = (int) INT.get(in, at);
        int hash = next * Hashes.FACTOR >>> shift;
        int back = at - positions[hash] & 0xFFFF;
        positions[hash] = (char) at;
        if ((int) INT.get(in, at - back) != next) {
            return false;
        }
        this.distance = back;
        return true;
    }

    /** Compares the four bytes before too, at no cost: they tell whether the copy before may repeat from there. */
    @Override
    boolean matchAt(byte[] in, int at, int shift) {
        char[] positions = this.table;
        long bytes = (long) LONG.get(in, at - Integer.BYTES);
        positions[(int) (bytes >>> 24) * Hashes.FACTOR >>> shift] = (char) (at - 1);
        int hash = (int) (bytes >>> 32) * Hashes.FACTOR >>> shift;
        int back = at - positions[hash] & 0xFFFF;
        positions[hash] = (char) at;
        this.distance = back;
        int from = at - back;
        if (from < Integer.BYTES) {
            this.mayRepeat = false;
            return (int) INT.get(in, from) == (int) (bytes >>> 32);
        }
        long differing = bytes ^ (long) LONG.get(in, from - Integer.BYTES);
        this.mayRepeat = (int) differing == 0;
        return differing >>> 32 == 0;
    }

    @Override
    boolean mayRepeat() {
        return this.mayRepeat;
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

    /** The last four bytes were compared by {@link #matchAt}; most ranges are not longer. */
    @Override
    boolean repeats(byte[] in, int start, int stop, int back) {
        return stop - start == Integer.BYTES || matchEnd(in, start, back, stop) == stop;
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

    /** Both forms are made and one is taken without a branch, which would be foreseen wrongly too often. */
    @Override
    int copy(int back, int length, byte[] out, int at, int end) {
        if (length > SnappyElements.MAX_COPY || at > end - Integer.BYTES) {
            return super.copy(back, length, out, at, end);
        }
        int isLong = (SnappyElements.MAX_SHORT_COPY - length | SnappyElements.SHORT_OFFSETS - 1 - back) >>> 31;
        int shortForm = SnappyElements.TAG_COPY_1 | length - SnappyElements.MIN_MATCH << 2 | back >>> 8 << 5 | (back & 0xFF) << 8;
        int longForm = SnappyElements.TAG_COPY_2 | length - 1 << 2 | back << 8;
        INT.set(out, at, shortForm ^ (shortForm ^ longForm) & -isLong);
        return at + 2 + isLong;
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
