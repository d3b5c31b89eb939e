package space.opensensor.station;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.parquet.ParquetWriter;
import space.opensensor.spool.Spool;

/**
 * Turns sealed segments of the log into Parquet files, one for each window and one more for its rows of health, and
 * publishes them in the segments' place.
 * <p>
 * The segments are read once to find what is complete, then for each window once to count and once to write each file; so
 * the memory needed does not depend on how much there is. One thread at a time.
 */
final class WindowFiles {

    private static final long NONE = Long.MAX_VALUE;
    /** Room for the file of one window. */
    private static final int FILE_BYTES = 8 * 1024;

    private final Spool spool;
    private final StationConfig config;
    private final boolean decimals;
    private final long windowMillis;
    private final Replay replay;
    private final ParquetWriter writer;
    private final ParquetWriter healthWriter;
    private ParquetWriter undatedWriter;

    private long window;
    private final RowCount readings = new RowCount();
    private final RowCount health = new RowCount();

    WindowFiles(StationConfig config, Spool spool) {
        boolean withHealth = config.healthMillis() > 0;
        this.spool = spool;
        this.config = config;
        this.decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        this.windowMillis = config.windowMillis();
        this.replay = new Replay(spool, this.windowMillis, withHealth);
        this.writer = new ParquetWriter(ReadingSchema.of(config, true), ReadingSchema.options(config, true));
        this.healthWriter = withHealth ? new ParquetWriter(HealthSchema.of(), HealthSchema.options()) : null;
    }

    /**
     * Writes and publishes the files of the windows that are over, of as many segments at a time as the flash has room for
     * besides; a window that goes on behind them is split. That happens when a boot learns the time late.
     *
     * @param now milliseconds since 1970-01-01T00:00:00Z.
     * @return files published, 0 if no sealed segment is complete.
     * @throws IOException if the flash is full or fails; the segments stay, and the next call begins again.
     */
    int publish(long now) throws IOException {
        start(false);
        return publish(fitting(lastCompleteSegment(now)));
    }

    /** Returns the last of the segments up to {@code last} whose files certainly fit beside the log; at least one. */
    private int fitting(int last) {
        long room = this.spool.freeBytes();
        int through = last;
        for (int i = 0; i == 0 || room > 0 && through != 0 && through < last; i++) {
            through = this.spool.segmentId(i);
            room -= (this.spool.segmentReadings(through) / this.config.readingsPerWindow() + 2L) * FILE_BYTES;
        }
        return Math.min(through, last);
    }

    /**
     * Writes and publishes the files of the oldest sealed segment, over or not; readings of the running boot, which has
     * not learnt the time, are undated.
     *
     * @return files published.
     * @throws IOException see {@link #publish(long)}.
     */
    int giveUpOldest() throws IOException {
        start(true);
        return publish(this.spool.segmentId(0));
    }

    private void start(boolean giveUp) throws IOException {
        this.spool.discardObjects();
        this.replay.giveUp(giveUp);
        this.replay.learnAnchors();
    }

    private int publish(int through) throws IOException {
        if (through == 0) {
            return 0;
        }
        int files = 0;
        for (boolean more = findWindow(through, Long.MIN_VALUE); more; more = findWindow(through, this.window)) {
            files += writeHealth(through) + writeReadings(through);
        }
        if (files == 0) {
            this.spool.deleteSegments(through);
        } else {
            this.spool.publish(through);
        }
        return files;
    }

    /** Returns the last sealed segment before the first one with a reading of a window that is not over; 0 if none. */
    private int lastCompleteSegment(long now) throws IOException {
        int last = this.spool.segmentId(this.spool.segmentCount() - 1);
        this.replay.start(last);
        while (this.replay.next()) {
            long start = this.replay.window();
            if (start == Replay.NOT_YET || start >= 0 && start + this.windowMillis > now) {
                return segmentBefore(this.replay.segmentId());
            }
        }
        return last;
    }

    private int segmentBefore(int id) {
        int before = 0;
        for (int i = 0, n = this.spool.segmentCount(); i < n; i++) {
            int other = this.spool.segmentId(i);
            before = other < id && other > before ? other : before;
        }
        return before;
    }

    /** Finds the first window after {@code previous} and counts its rows. */
    private boolean findWindow(int through, long previous) throws IOException {
        this.window = NONE;
        this.replay.start(through);
        while (this.replay.next()) {
            long start = this.replay.window();
            if (start > previous && start < this.window) {
                this.window = start;
                this.readings.clear();
                this.health.clear();
            }
            if (start == this.window) {
                (this.replay.isHealth() ? this.health : this.readings).add(this.replay);
            }
        }
        return this.window != NONE;
    }

    private int writeReadings(int through) throws IOException {
        if (this.readings.rows() == 0) {
            return 0;
        }
        ParquetWriter file = this.window >= 0 ? this.writer : undatedWriter();
        return write(file, this.readings.name(this.window), this.readings.rows(), through);
    }

    private int writeHealth(int through) throws IOException {
        if (this.health.rows() == 0) {
            return 0;
        }
        return write(this.healthWriter, ObjectName.health(this.health.name(this.window)), 0, through);
    }

    /** Writes one file. @param count readings that are lost with it. */
    private int write(ParquetWriter file, String name, int count, int through) throws IOException {
        OutputStream out = this.spool.createObject(name, count, through);
        boolean written = false;
        try {
            file.open(out);
            writeRows(file, through);
            file.close();
            written = true;
        } finally {
            if (!written) {
                file.discard();
            }
            out.close();
        }
        return 1;
    }

    private void writeRows(ParquetWriter file, int through) throws IOException {
        long lost = 0;
        int drift = Anchor.UNKNOWN_DRIFT;
        boolean healthRows = file == this.healthWriter;
        this.replay.start(through);
        while (this.replay.next()) {
            long loss = this.replay.isHealth() ? 0 : this.replay.takeLoss();
            if (this.replay.window() == this.window && this.replay.isHealth() == healthRows) {
                lost = loss > lost ? loss : lost;
                drift = this.replay.driftPpb();
                writeRow(file);
            }
        }
        if (lost > 0) {
            file.metadata(Station.LOST_KEY, String.valueOf(lost));
        }
        if (drift != Anchor.UNKNOWN_DRIFT) {
            file.metadata(Station.DRIFT_KEY, String.valueOf(drift));
        }
    }

    private void writeRow(ParquetWriter file) throws IOException {
        boolean dated = this.window >= 0;
        if (this.replay.isHealth()) {
            HealthSchema.write(file, this.replay.health(), this.replay.boot(), dated, this.replay.utcMillis());
        } else if (dated) {
            ReadingSchema.write(file, this.decimals, this.replay.reading(), this.replay.utcMillis());
        } else {
            ReadingSchema.writeUndated(file, this.decimals, this.replay.reading());
        }
    }

    private ParquetWriter undatedWriter() {
        if (this.undatedWriter == null) {
            this.undatedWriter = new ParquetWriter(ReadingSchema.of(this.config, false),
                    ReadingSchema.options(this.config, false));
        }
        return this.undatedWriter;
    }
}
