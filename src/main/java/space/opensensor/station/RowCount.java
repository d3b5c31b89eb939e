package space.opensensor.station;

/** How many rows one file of a window gets, and the frame of the first, which names it. */
final class RowCount {

    private int rows;
    private int firstBoot;
    private long firstSequence;

    void clear() {
        this.rows = 0;
    }

    /** Counts the row that a replay stands at. */
    void add(Replay replay) {
        if (this.rows++ == 0) {
            this.firstBoot = replay.boot();
            this.firstSequence = replay.sequence();
        }
    }

    int rows() {
        return this.rows;
    }

    /** @return the name of the window's file on flash; an undated one if the window is negative. */
    String name(long window) {
        return window >= 0 ? ObjectName.dated(window, this.firstBoot, this.firstSequence)
                : ObjectName.undated(this.firstBoot, this.firstSequence);
    }
}
