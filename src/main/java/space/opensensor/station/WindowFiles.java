package space.opensensor.station;

import java.io.IOException;
import java.io.OutputStream;

import space.opensensor.parquet.ParquetWriter;
import space.opensensor.spool.Spool;

/**
 * Turns sealed segments of the log into Parquet files, one for each window, and publishes them in the segments' place.
 * <p>
 * The segments are read once to find what is complete, then for each window once to count and once to write; so the
 * memory needed does not depend on how much there is. One thread at a time.
 */
final class WindowFiles {

    private static final long NONE = Long.MAX_VALUE;

    private final Spool spool;
    private final StationConfig config;
    private final boolean decimals;
    private final long windowMillis;
    private final Replay replay;
    private final ParquetWriter writer;
    private ParquetWriter undatedWriter;

    private long window;
    private int readings;
    private int firstBoot;
    private long firstSequence;

    WindowFiles(StationConfig config, Spool spool) {
        this.spool = spool;
        this.config = config;
        this.decimals = config.number(StationConfig.VALUES) == StationConfig.DECIMALS;
        this.windowMillis = config.windowMillis();
        this.replay = new Replay(spool, this.windowMillis);
        this.writer = new ParquetWriter(ReadingSchema.of(config, true), ReadingSchema.options(config));
    }

    /**
     * Writes and publishes the files of all windows that are over.
     *
     * @param now milliseconds since 1970-01-01T00:00:00Z.
     * @return files published, 0 if no sealed segment is complete.
     * @throws IOException if the flash is full or fails; the segments stay, and the next call begins again.
     */
    int publish(long now) throws IOException {
        this.spool.discardObjects();
        this.replay.learnAnchors();
        int through = lastCompleteSegment(now);
        if (through == 0) {
            return 0;
        }
        int files = 0;
        for (boolean more = findWindow(through, Long.MIN_VALUE); more; more = findWindow(through, this.window)) {
            writeWindow(through);
            files++;
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

    /** Finds the first window after {@code previous}, counts its readings and remembers the first of them. */
    private boolean findWindow(int through, long previous) throws IOException {
        this.window = NONE;
        this.replay.start(through);
        while (this.replay.next()) {
            long start = this.replay.window();
            if (start > previous && start < this.window) {
                this.window = start;
                this.readings = 0;
                this.firstBoot = this.replay.boot();
                this.firstSequence = this.replay.sequence();
            }
            if (start == this.window) {
                this.readings++;
            }
        }
        return this.window != NONE;
    }

    private void writeWindow(int through) throws IOException {
        boolean dated = this.window >= 0;
        String name = dated ? ObjectName.dated(this.window, this.firstBoot, this.firstSequence)
                : ObjectName.undated(this.firstBoot, this.firstSequence);
        ParquetWriter file = dated ? this.writer : undatedWriter();
        OutputStream out = this.spool.createObject(name, this.readings, through);
        boolean written = false;
        try {
            file.open(out);
            writeRows(file, through, dated);
            file.close();
            written = true;
        } finally {
            if (!written) {
                file.discard();
            }
            out.close();
        }
    }

    private void writeRows(ParquetWriter file, int through, boolean dated) throws IOException {
        long lost = 0;
        this.replay.start(through);
        while (this.replay.next()) {
            long loss = this.replay.takeLoss();
            if (this.replay.window() == this.window) {
                lost = loss > lost ? loss : lost;
                if (dated) {
                    ReadingSchema.write(file, this.decimals, this.replay.reading(), this.replay.utcMillis());
                } else {
                    ReadingSchema.writeUndated(file, this.decimals, this.replay.reading());
                }
            }
        }
        if (lost > 0) {
            file.metadata(Station.LOST_KEY, String.valueOf(lost));
        }
    }

    private ParquetWriter undatedWriter() {
        if (this.undatedWriter == null) {
            this.undatedWriter = new ParquetWriter(ReadingSchema.of(this.config, false),
                    ReadingSchema.options(this.config));
        }
        return this.undatedWriter;
    }
}
