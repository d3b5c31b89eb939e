package space.opensensor.xtensa;

/**
 * Shares out what the {@link Host} counts over the {@link Phase}s of a run. A phase that is entered inside another one
 * stops the outer one. What the meter itself takes is not counted. Nothing is allocated after construction.
 */
final class Meter {

    private static final int DEPTH = 8;
    private static final int EARLY_TIMES = 2;

    private final long[] last = new long[Host.METRICS.length];
    private final long[] now = new long[Host.METRICS.length];
    /** What is counted when nothing happens between two counts. */
    private final long[] own = new long[Host.METRICS.length];
    private final long[] sums = new long[Phase.NAMES.length * Host.METRICS.length];
    /** Sums of the first times of each phase, which load classes on a JDK. */
    private final long[] early = new long[Phase.NAMES.length * Host.METRICS.length];
    private final int[] entered = new int[Phase.NAMES.length];
    private final int[] outer = new int[DEPTH];
    private int depth;
    private int phase = Phase.PORTS;

    /** Starts in {@link Phase#PORTS}. */
    Meter() {
        for (int turn = 0; turn < 2; turn++) {
            reset();
            enter(Phase.START);
            leave();
        }
        System.arraycopy(this.sums, Phase.START * Host.METRICS.length, this.own, 0, this.own.length);
        reset();
    }

    /** Counts for another phase from here on, until {@link #leave()}. */
    void enter(int inner) {
        add();
        this.outer[this.depth++] = this.phase;
        this.phase = inner;
        begin(inner);
        Host.count(this.last);
    }

    private void begin(int inner) {
        if (this.entered[inner]++ == EARLY_TIMES) {
            int at = inner * Host.METRICS.length;
            System.arraycopy(this.sums, at, this.early, at, Host.METRICS.length);
        }
    }

    /** Goes on counting for the phase before. */
    void leave() {
        add();
        this.phase = this.outer[--this.depth];
        Host.count(this.last);
    }

    /** Goes on counting for another phase than the one before, when the present one is left. */
    void replaceOuter(int next) {
        this.outer[this.depth - 1] = next;
        begin(next);
    }

    private void add() {
        Host.count(this.now);
        for (int i = 0, at = this.phase * Host.METRICS.length; i < Host.METRICS.length; i++, at++) {
            this.sums[at] += this.now[i] - this.last[i] - this.own[i];
        }
    }

    /** Forgets everything counted so far. */
    void reset() {
        for (int i = 0; i < this.sums.length; i++) {
            this.sums[i] = 0;
            this.early[i] = 0;
        }
        for (int i = 0; i < this.entered.length; i++) {
            this.entered[i] = 0;
        }
    }

    /** Prints, for every phase that was entered, how often, and of each metric the sum and that of the first two times. */
    void print(String run) {
        for (int p = 1; p < Phase.NAMES.length; p++) {
            if (this.entered[p] > 0) {
                String name = run + "." + Phase.NAMES[p];
                System.out.println(name + ".times=" + this.entered[p]);
                for (int i = 0; i < Host.METRICS.length; i++) {
                    String metric = name + "." + Host.METRICS[i];
                    System.out.println(metric + "=" + this.sums[p * Host.METRICS.length + i]);
                    System.out.println(metric + ".early=" + this.early[p * Host.METRICS.length + i]);
                }
            }
        }
    }
}
