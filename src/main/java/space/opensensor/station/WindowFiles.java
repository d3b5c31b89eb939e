package space.opensensor.station;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.parquet.ParquetWriter;
import space.opensensor.spool.Spool;

/**
 * Turns sealed segments of the log into Parquet files and publishes them in the segments' place: one file for the windows
 * of one span that are over, usually one window, and one more for their rows of health.
 * <p>
 * The segments are read once to find what is over and to count it, and once to write each file; once more to count for each
 * file but the first, if there are several. So the memory needed does not depend on how much there is. One thread at a time.
 */
final class WindowFiles {

    private static final long NONE = Long.MAX_VALUE;
    /** Room for the file of one window. */
    private static final int FILE_BYTES = 8 * 1024;

    private final Spool spool;
    private final StationConfig config;
    private final boolean decimals;
    private final long windowMillis;
    private final long spanMillis;
    /** Till then the segment that a span ends in is sealed. */
    private final long grace;
    private final Replay replay;
    private final ParquetWriter writer;
    private final ParquetWriter healthWriter;
    private ParquetWriter undatedWriter;

    /** Span whose rows are counted, and whether a later one follows. */
    private long span;
    private boolean hasMore;
    /** When the first reading that is not over will be: the end of its window or span, milliseconds since 1970; else 0. */
    private long due;
    private final RowCount readings = new RowCount();
    private final RowCount health = new RowCount();

    WindowFiles(StationConfig config, Spool spool) {
        boolean withHealth = config.healthMillis() > 0;
        this.spool = spool;
        this.config = config;
        this.decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        this.windowMillis = config.windowMillis();
        this.spanMillis = config.spanMillis();
        this.grace = 2 * config.intervalMillis();
        this.replay = new Replay(spool, this.windowMillis, withHealth);
        this.writer = new ParquetWriter(ReadingSchema.of(config, true), ReadingSchema.options(config, true));
        this.healthWriter = withHealth ? new ParquetWriter(HealthSchema.of(), HealthSchema.options()) : null;
    }

    /**
     * Writes and publishes the files of the windows that are over, of as many segments at a time as the flash has room for
     * besides; a window that goes on behind them is split. That happens after long outages, and when a boot learns the time
     * late.
     *
     * @param now milliseconds since 1970-01-01T00:00:00Z.
     * @param wholeSpans whether windows wait until their span is over.
     * @return files published, 0 if no sealed segment is complete.
     * @throws IOException if the flash is full or fails; the segments stay, and the next call begins again.
     */
    int publish(long now, boolean wholeSpans) throws IOException {
        if (wholeSpans && now < this.due && now >= this.due - this.spanMillis - this.grace) {
            return 0;
        }
        this.spool.discardObjects();
        this.replay.giveUp(false);
        this.replay.forgetAnchors();
        int last = lastComplete(now, wholeSpans);
        if (this.replay.isLate()) {
            this.replay.learnAnchors();
            last = lastComplete(now, wholeSpans);
        }
        int through = fitting(last);
        this.hasMore |= through != last;
        return publish(through);
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
        this.spool.discardObjects();
        this.replay.giveUp(true);
        this.replay.learnAnchors();
        this.hasMore = true;
        return publish(this.spool.segmentId(0));
    }

    /** Publishes the span that is counted, if it is the only one, else all that there are. */
    private int publish(int through) throws IOException {
        if (through == 0) {
            return 0;
        }
        int files = 0;
        boolean found = this.hasMore ? findSpan(through, Long.MIN_VALUE) : this.span != NONE;
        while (found) {
            files += writeHealth(through) + writeReadings(through);
            found = this.hasMore && findSpan(through, this.span);
        }
        if (files == 0) {
            this.spool.deleteSegments(through);
        } else {
            this.spool.publish(through);
        }
        return files;
    }

    /**
     * Returns the last sealed segment before the first one with a reading that is not over; 0 if none. Counts the rows as if
     * all were of one span that is over; else there are more.
     */
    private int lastComplete(long now, boolean wholeSpans) throws IOException {
        int last = this.spool.segmentId(this.spool.segmentCount() - 1);
        startSpan(NONE);
        this.hasMore = false;
        this.replay.start(last);
        while (this.replay.next()) {
            long window = this.replay.window();
            long start = span(window);
            long end = window < 0 ? window : wholeSpans ? start + this.spanMillis + this.grace : window + this.windowMillis;
            if (window == Replay.NOT_YET || end > now) {
                this.due = window == Replay.NOT_YET ? 0 : end;
                this.hasMore = true;
                return segmentBefore(this.replay.segmentId());
            }
            this.hasMore |= this.span != NONE && this.span != start;
            this.span = start;
            count();
        }
        return last;
    }

    /** Returns the start of a window's span; an undated window is one. */
    private long span(long window) {
        return window < 0 ? window : window - window % this.spanMillis;
    }

    private void startSpan(long start) {
        this.span = start;
        this.readings.clear();
        this.health.clear();
    }

    private void count() {
        (this.replay.isHealth() ? this.health : this.readings).add(this.replay);
    }

    private int segmentBefore(int id) {
        int before = 0;
        for (int i = 0, n = this.spool.segmentCount(); i < n; i++) {
            int other = this.spool.segmentId(i);
            before = other < id && other > before ? other : before;
        }
        return before;
    }

    /** Finds the first span after {@code previous} and counts its rows. */
    private boolean findSpan(int through, long previous) throws IOException {
        startSpan(NONE);
        this.hasMore = false;
        this.replay.start(through);
        while (this.replay.next()) {
            long start = span(this.replay.window());
            if (start > previous && start < this.span) {
                this.hasMore = this.span != NONE;
                startSpan(start);
            }
            if (start == this.span) {
                count();
            } else if (start > this.span) {
                this.hasMore = true;
            }
        }
        return this.span != NONE;
    }

    private int writeReadings(int through) throws IOException {
        if (this.readings.rows() == 0) {
            return 0;
        }
        ParquetWriter file = this.span >= 0 ? this.writer : undatedWriter();
        return write(file, this.readings, this.readings.name(this.windowMillis), this.readings.rows(), through);
    }

    private int writeHealth(int through) throws IOException {
        if (this.health.rows() == 0) {
            return 0;
        }
        return write(this.healthWriter, this.health, ObjectName.health(this.health.name(this.windowMillis)), 0, through);
    }

    /** Writes one file. @param count readings that are lost with it. */
    private int write(ParquetWriter file, RowCount rows, String name, int count, int through) throws IOException {
        OutputStream out = this.spool.createObject(name, count, through);
        boolean written = false;
        try {
            file.open(out);
            writeRows(file, through);
            String interval = rows.interval(this.windowMillis);
            if (interval != null) {
                file.metadata(Station.INTERVAL_KEY, interval);
            }
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
            if (span(this.replay.window()) == this.span && this.replay.isHealth() == healthRows) {
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
        boolean dated = this.span >= 0;
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
