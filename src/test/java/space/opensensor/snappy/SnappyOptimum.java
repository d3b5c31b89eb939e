package space.opensensor.snappy;

/** The size of the smallest Snappy stream that holds an input, by trying every literal and every copy at every position. */
final class SnappyOptimum {

    private SnappyOptimum() {
        // Functions only.
    }

    /** Returns bytes of elements, the preamble not counted, if copies are no shorter than {@code minCopy}. */
    static int cost(byte[] in, int minCopy) {
        int length = in.length;
        int[] fromHere = new int[length + 1];
        for (int i = length - 1; i >= 0; i--) {
            int best = Integer.MAX_VALUE;
            for (int end = i + 1; end <= length; end++) {
                int run = end - i;
                int tag = run <= 60 ? 1 : run <= 256 ? 2 : 3;
                best = Math.min(best, tag + run + fromHere[end]);
            }
            for (int from = i - 1; from >= 0; from--) {
                int offset = i - from;
                for (int n = 1; n <= 64 && i + n <= length && in[from + n - 1] == in[i + n - 1]; n++) {
                    int size = n >= 4 && n <= 11 && offset < 2048 ? 2 : 3;
                    if (n >= minCopy) {
                        best = Math.min(best, size + fromHere[i + n]);
                    }
                }
            }
            fromHere[i] = best;
        }
        return fromHere[0];
    }
}
