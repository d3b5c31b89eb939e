package space.opensensor.station;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.parquet.ParquetWriter;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;

/**
 * Turns the readings of the log into Parquet files and publishes them in their place: one file for the windows of one span
 * that are over, usually one window, and one more for their rows of health. What has to wait is moved to the archive.
 * <p>
 * The log is read once to find what is over and to count it, and once to write each file; once more to count for each file but
 * the first, if there are several. So the memory needed does not depend on how much there is. One thread at a time.
 */
final class WindowFiles {

    private static final long NONE = Long.MAX_VALUE;

    private final Spool spool;
    private final StationConfig config;
    private final boolean decimals;
    private final boolean online;
    private final long windowMillis;
    private final long spanMillis;
    /** Till then the last reading of a window, or the first one after it, is on flash. */
    private final long grace;
    private final Replay replay;
    private final Archiver archiver;
    private final ParquetWriter writer;
    private final ParquetWriter healthWriter;
    private ParquetWriter undatedWriter;

    /** Span whose rows are counted, and whether a later one follows. */
    private long span;
    private boolean hasMore;
    /** Span that {@link #span(long)} found last; consecutive rows share one mostly, and dividing longs takes long. */
    private long spanStart;
    private final RowCount readings = new RowCount();
    private final RowCount health = new RowCount();
    private final FileBytes bytes;

    /** What is before this place becomes files, if there is anything. */
    private final Position end = new Position();
    private final Position unitStart = new Position();
    /** Nothing that was not over is over before then; milliseconds since 1970, 0 if that is not known. */
    private long due;
    /** What the log ends with is over then, even if nothing follows; or when something does. */
    private long lastDue;
    private int seenSequence;

    WindowFiles(StationConfig config, Spool spool) {
        boolean withHealth = config.healthMillis() > 0;
        byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        ReadingsReader reader = new ReadingsReader();
        ArchiveState state = new ArchiveState();
        this.spool = spool;
        this.config = config;
        this.decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        this.online = config.number(StationConfig.MODE) == StationConfig.ONLINE;
        this.windowMillis = config.windowMillis();
        this.spanMillis = config.spanMillis();
        this.grace = 2 * config.intervalMillis();
        this.bytes = new FileBytes(config);
        this.replay = new Replay(spool, this.windowMillis, withHealth, payload, reader, state);
        this.archiver = new Archiver(spool, payload, reader, state);
        this.writer = new ParquetWriter(ReadingSchema.of(config, true), ReadingSchema.options(config, true));
        this.healthWriter = withHealth ? new ParquetWriter(HealthSchema.of(), HealthSchema.options()) : null;
    }

    /** Forgets when something will be over, as the time is known better. */
    void lookAgain() {
        this.due = 0;
        this.lastDue = 0;
    }

    /**
     * Writes and publishes the files of the windows that are over, of as many as the flash has room for besides; if that is not
     * even one window, and no file waits that gives room when it is uploaded, the window is split.
     *
     * @param now milliseconds since 1970-01-01T00:00:00Z.
     * @param wholeSpans whether windows wait until their span is over.
     * @param sealed whether nothing follows the last reading of the log: what it ends with is over at its time.
     * @return files published.
     * @throws IOException if the flash is full or fails; the log stays, and the next call begins again.
     */
    int publish(long now, boolean wholeSpans, boolean sealed) throws IOException {
        boolean seen = this.spool.nextSequence() == this.seenSequence && now < this.lastDue;
        if (!sealed && (now < this.due || seen)) {
            return 0;
        }
        boolean synced = sync();
        this.spool.discardObjects();
        this.replay.giveUp(false);
        this.replay.forgetAnchors();
        boolean found = findEnd(synced ? now : now - this.grace, wholeSpans, sealed);
        if (this.replay.isLate()) {
            this.replay.learnAnchors();
            found = findEnd(synced ? now : now - this.grace, wholeSpans, sealed);
        }
        return found ? publish() : 0;
    }

    /** Brings onto flash what waits in memory; if that fails, it goes on waiting. */
    private boolean sync() {
        try {
            this.spool.sync();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Moves what has to wait in the log to the archive.
     *
     * @param left full segments of the log that may stay.
     * @throws IOException if the flash is full or fails; what was not moved stays in the log.
     */
    void archive(int left) throws IOException {
        this.archiver.run(left);
    }

    /**
     * Writes and publishes the files of the oldest readings, over or not, of as many as a span has; readings of the running
     * boot, which has not learnt the time, are undated.
     *
     * @return files published.
     * @throws IOException see {@link #publish(long, boolean, boolean)}.
     */
    int giveUpOldest() throws IOException {
        this.spool.discardObjects();
        this.replay.giveUp(true);
        this.replay.learnAnchors();
        int rows = 0;
        this.hasMore = true;
        this.replay.start(null);
        while (rows < this.config.readingsPerSpan() && this.replay.next()) {
            this.replay.markBehind(this.end);
            rows++;
        }
        return rows > 0 ? publish() : 0;
    }

    /** Publishes the span that is counted, if it is the only one, else all that there are before the end. */
    private int publish() throws IOException {
        int files = 0;
        boolean found = this.hasMore ? findSpan(Long.MIN_VALUE) : this.span != NONE;
        while (found) {
            files += writeHealth() + writeReadings();
            found = this.hasMore && findSpan(this.span);
        }
        if (files == 0) {
            this.spool.deleteUntil(this.end);
        } else {
            this.spool.publish();
        }
        lookAgain();
        return files;
    }

    /**
     * Finds the place up to which all is over and fits the flash; false if that is nothing. Counts the rows before it as if
     * all were of one span; if they are not, or more were counted, there are more, and they must be counted again.
     * <p>
     * The place is behind the last row, so that the notes which what follows depends on stay.
     */
    private boolean findEnd(long now, boolean wholeSpans, boolean sealed) throws IOException {
        long room = this.spool.objectBytes(!this.online);
        long unit = 0;
        long over = 0;
        int units = 0;
        this.due = 0;
        this.lastDue = NONE;
        this.seenSequence = this.spool.nextSequence();
        this.hasMore = false;
        this.bytes.clear();
        startSpan(NONE);
        this.replay.start(null);
        while (this.replay.next()) {
            long window = this.replay.window();
            long next = wholeSpans ? span(window) : window;
            if (units == 0 || next != unit) {
                unit = next;
                over = unit < 0 ? unit : unit + (wholeSpans ? this.spanMillis : this.windowMillis);
                if (window == Replay.NOT_YET) {
                    return units > 0;
                }
                if (over > now) {
                    this.due = over;
                    this.lastDue = over + this.grace;
                    return units > 0;
                }
                this.unitStart.set(this.end);
                units++;
            }
            this.bytes.add(this.span != NONE && this.span != span(window), window >= 0, this.replay.isHealth());
            if (this.bytes.bytes() > room) {
                this.hasMore = true;
                return units > 1 ? leaveUnit(units) : split();
            }
            count(span(window));
            this.replay.markBehind(this.end);
        }
        if (sealed) {
            return this.replay.markEnd(this.end);
        }
        if (units > 0 && unit >= 0 && now < over + this.grace) {
            this.hasMore = true;
            this.lastDue = over + this.grace;
            return leaveUnit(units);
        }
        return units > 0;
    }

    /** Ends behind the rows that are counted, unless there will be more room. */
    private boolean split() {
        boolean moreRoom = this.online && this.spool.objectCount() > 0;
        return !moreRoom && this.readings.rows() + this.health.rows() > 0;
    }

    /** Ends before the last of the units; false if there is no other. */
    private boolean leaveUnit(int units) {
        this.end.set(this.unitStart);
        return units > 1;
    }

    /** Returns the start of a window's span; an undated window is one. */
    private long span(long window) {
        if (window < 0 || window == Replay.NOT_YET) {
            return window;
        }
        if (window < this.spanStart || window >= this.spanStart + this.spanMillis) {
            this.spanStart = window - window % this.spanMillis;
        }
        return this.spanStart;
    }

    private void startSpan(long start) {
        this.span = start;
        this.readings.clear();
        this.health.clear();
    }

    private void count(long start) {
        this.hasMore |= this.span != NONE && this.span != start;
        this.span = start;
        (this.replay.isHealth() ? this.health : this.readings).add(this.replay);
    }

    /** Finds the first span after {@code previous} and counts its rows. */
    private boolean findSpan(long previous) throws IOException {
        startSpan(NONE);
        this.hasMore = false;
        this.replay.start(this.end);
        while (this.replay.next()) {
            long start = span(this.replay.window());
            if (start > previous && start < this.span) {
                this.hasMore = this.span != NONE;
                startSpan(start);
            }
            if (start == this.span) {
                (this.replay.isHealth() ? this.health : this.readings).add(this.replay);
            } else if (start > this.span) {
                this.hasMore = true;
            }
        }
        return this.span != NONE;
    }

    private int writeReadings() throws IOException {
        if (this.readings.rows() == 0) {
            return 0;
        }
        ParquetWriter file = this.span >= 0 ? this.writer : undatedWriter();
        return write(file, this.readings, this.readings.name(this.windowMillis), this.readings.rows());
    }

    private int writeHealth() throws IOException {
        if (this.health.rows() == 0) {
            return 0;
        }
        return write(this.healthWriter, this.health, ObjectName.health(this.health.name(this.windowMillis)), 0);
    }

    /** Writes one file. @param count readings that are lost with it. */
    private int write(ParquetWriter file, RowCount rows, String name, int count) throws IOException {
        OutputStream out = this.spool.createObject(name, count, this.end);
        boolean written = false;
        try {
            file.open(out);
            writeRows(file);
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

    private void writeRows(ParquetWriter file) throws IOException {
        long lost = 0;
        int drift = Anchor.UNKNOWN_DRIFT;
        boolean healthRows = file == this.healthWriter;
        this.replay.start(this.end);
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
