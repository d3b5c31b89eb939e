package space.opensensor.simulator.sensors;

import space.opensensor.simulator.Failure;

/** When the simulated station takes its readings. */
public final class Timeline {

    private final long start;
    private final long end;
    private final long intervalMillis;
    private final Recording recorded;

    private Timeline(long start, long end, long intervalMillis, Recording recorded) {
        this.start = start;
        this.end = end;
        this.intervalMillis = intervalMillis;
        this.recorded = recorded;
    }

    /**
     * One reading per interval.
     *
     * @param start time of the first, milliseconds since 1970-01-01T00:00:00Z.
     * @param lengthMillis how long readings are taken.
     */
    public static Timeline regular(long start, long lengthMillis, long intervalMillis) {
        return new Timeline(start, start + lengthMillis, intervalMillis, null);
    }

    /**
     * The readings of a recording at its own times, as many as there are in the length.
     *
     * @param lengthMillis counted from the start of the window with the first reading.
     * @throws Failure if the recording has no times.
     */
    public static Timeline asRecorded(Recording recording, long lengthMillis, long windowMillis) {
        if (!recording.hasTimes()) {
            throw Failure.usage("--keep-time: the recording has no column \"timestamp\"");
        }
        long start = Math.floorDiv(recording.utcMillis(0), windowMillis) * windowMillis;
        return new Timeline(start, start + lengthMillis, 0, recording);
    }

    /** @return the first moment, milliseconds since 1970-01-01T00:00:00Z. */
    public long start() {
        return this.start;
    }

    /** @return the first moment after it. */
    public long end() {
        return this.end;
    }

    /** @return how many readings there are. */
    public long count() {
        if (this.recorded == null) {
            return (this.end - this.start + this.intervalMillis - 1) / this.intervalMillis;
        }
        int count = 0;
        while (count < this.recorded.size() && this.recorded.utcMillis(count) < this.end) {
            count++;
        }
        return count;
    }

    /** @return when reading {@code index} is taken, milliseconds since 1970-01-01T00:00:00Z. */
    public long utcMillis(long index) {
        return this.recorded == null ? this.start + index * this.intervalMillis
                : this.recorded.utcMillis((int) index);
    }
}
