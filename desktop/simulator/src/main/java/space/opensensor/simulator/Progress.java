package space.opensensor.simulator;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on stderr how far the work is: a bar on a terminal, else a line at each quarter. */
final class Progress implements AutoCloseable {

    private static final int PARTS = 4;

    private final String task;
    private final long total;
    private final PrintWriter lines;
    private final ProgressBar bar;
    private long done;

    private Progress(String task, long total, PrintWriter lines, ProgressBar bar) {
        this.task = task;
        this.total = total;
        this.lines = lines;
        this.bar = bar;
    }

    /**
     * Starts.
     *
     * @param total steps that make the whole, 0 or more.
     * @param quiet shows nothing.
     */
    static Progress start(String task, long total, PrintWriter err, boolean quiet) {
        if (quiet) {
            return new Progress(task, total, null, null);
        }
        if (!Boolean.getBoolean("station.terminal")) {
            return new Progress(task, total, err, null);
        }
        ProgressBar bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK).setUpdateIntervalMillis(100).clearDisplayOnFinish().build();
        return new Progress(task, total, null, bar);
    }

    /** One step more is done. */
    void step() {
        stepTo(this.done + 1);
    }

    /** @param steps that are done; fewer than before if the work starts again. */
    void stepTo(long steps) {
        long before = Math.min(this.done, steps);
        this.done = steps;
        if (this.bar != null) {
            this.bar.stepTo(steps);
        } else if (this.lines != null && steps * PARTS / this.total > before * PARTS / this.total) {
            this.lines.println(this.task + ": " + steps + " of " + this.total);
        }
    }

    @Override
    public void close() {
        if (this.bar != null) {
            this.bar.close();
        }
    }
}
