package space.opensensor.station;

/** How many rows a file gets, the windows that they belong to, and the frame of the first, which names it. */
final class RowCount {

    private int rows;
    private long firstWindow;
    private long lastWindow;
    private int firstBoot;
    private long firstSequence;

    void clear() {
        this.rows = 0;
    }

    /** Counts the row that a replay stands at. */
    void add(Replay replay) {
        long window = replay.window();
        if (this.rows++ == 0) {
            this.firstWindow = window;
            this.lastWindow = window;
            this.firstBoot = replay.boot();
            this.firstSequence = replay.sequence();
        } else if (window < this.firstWindow) {
            this.firstWindow = window;
        } else if (window > this.lastWindow) {
            this.lastWindow = window;
        }
    }

    int rows() {
        return this.rows;
    }

    /**
     * @param windowMillis length of a window.
     * @return the name of the file on flash; an undated one if the windows are negative.
     */
    String name(long windowMillis) {
        if (this.firstWindow < 0) {
            return ObjectName.undated(this.firstBoot, this.firstSequence);
        }
        long end = this.lastWindow > this.firstWindow ? this.lastWindow + windowMillis : 0;
        return ObjectName.dated(this.firstWindow, end, this.firstBoot, this.firstSequence);
    }

    /** @return the time that the file covers, as an interval of ISO 8601; null if that is one window. */
    String interval(long windowMillis) {
        return this.lastWindow == this.firstWindow ? null
                : ObjectName.time(this.firstWindow) + "/" + ObjectName.time(this.lastWindow + windowMillis);
    }
}
