package space.opensensor.station;

/**
 * How many bytes of flash the files of some rows take at most: no encoding is larger than the plain values, and what else a
 * column chunk and its metadata take is bounded.
 */
final class FileBytes {

    /** Time and nine values; an undated row has its monotonic time too; a row of health has 36 numbers. */
    private static final int ROW = 8 + 4 * Quantity.COUNT;
    private static final int UNDATED_ROW = ROW + 8;
    private static final int HEALTH_ROW = 160;
    /** Page headers and metadata of the column chunks of a row group. */
    private static final int GROUP = 2560;
    /** Schema, metadata of the file, and what is left over of its last cluster. */
    private static final int FILE = 512;
    private static final int CLUSTER = 4096;
    private static final int HEALTH_FILE = 4096;
    /** A store without a file system takes up to one byte in so many for itself. */
    private static final int OVERHEAD = 64;

    private final int rowsPerGroup;
    private final boolean withHealth;
    private long bytes;
    /** Rows that the row group still takes; of no file, -1. */
    private int rowsLeft = -1;

    FileBytes(StationConfig config) {
        this.rowsPerGroup = ReadingSchema.rowsPerGroup(config, true);
        this.withHealth = config.healthMillis() > 0;
    }

    /** @return bytes of the files of one window that is full. */
    static int ofWindow(StationConfig config) {
        FileBytes window = new FileBytes(config);
        for (int i = config.readingsPerWindow(); i > 0; i--) {
            window.add(false, true, false);
        }
        return (int) Math.min(Integer.MAX_VALUE, window.bytes());
    }

    /** Starts at no file. */
    void clear() {
        this.bytes = 0;
        this.rowsLeft = -1;
    }

    /** Adds a row. */
    void add(boolean newFile, boolean dated, boolean isHealth) {
        if (newFile || this.rowsLeft < 0) {
            this.bytes += (this.bytes > 0 ? CLUSTER : 0) + FILE + (this.withHealth ? HEALTH_FILE : 0);
            this.rowsLeft = 0;
        }
        if (this.rowsLeft == 0) {
            this.bytes += GROUP;
            this.rowsLeft = this.rowsPerGroup;
        }
        this.rowsLeft--;
        this.bytes += isHealth ? HEALTH_ROW : dated ? ROW : UNDATED_ROW;
    }

    /** @return bytes of whole clusters, but for the last one. */
    long bytes() {
        return this.bytes + this.bytes / OVERHEAD;
    }
}
