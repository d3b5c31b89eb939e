package space.opensensor.spool;

/**
 * Sizes and policies of a {@link Spool}. Every setter checks its value and returns the same object.
 */
public final class SpoolConfig {

    /** When full, the oldest data gives way to the newest. */
    public static final int DROP_OLDEST = 0;
    /** When full, what is on flash stays and new frames are refused. */
    public static final int REFUSE_NEWEST = 1;

    private int segmentBytes = 32 * 1024;
    private int syncAppends = 1;
    private int syncMillis;
    private int bufferBytes = 4096;
    private int reserveBytes = 32 * 1024;
    private int whenFull = DROP_OLDEST;
    private int firstBoot = 1;

    /**
     * Sets the length that an open segment does not exceed: it is sealed and the next one started before.
     *
     * @param bytes 4,096 to 1,048,576; default 32,768. A multiple of the cluster wastes the least.
     * @throws IllegalArgumentException outside that range.
     */
    public SpoolConfig segmentBytes(int bytes) {
        this.segmentBytes = checked("segmentBytes", bytes, 4096, 1 << 20);
        return this;
    }

    /**
     * Sets how many readings and notes are written together. Readings of one {@link Payload} that are share a frame.
     *
     * @param appends 1 (default): each is on flash when its append returns; n: the n-th takes the others with it, and a
     *        power cut can take n - 1; 0: they wait for {@link #syncMillis(int)}, {@link Spool#sync()} or a full buffer.
     * @throws IllegalArgumentException if not 0 to 65,535.
     */
    public SpoolConfig syncAppends(int appends) {
        this.syncAppends = checked("syncAppends", appends, 0, 65535);
        return this;
    }

    /**
     * Sets how long a reading may wait in memory; see {@link Spool#syncIfDue(long)}.
     *
     * @param millis 0 to 3,600,000; 0 (default): no limit by time.
     * @throws IllegalArgumentException outside that range.
     */
    public SpoolConfig syncMillis(int millis) {
        this.syncMillis = checked("syncMillis", millis, 0, 3600000);
        return this;
    }

    /**
     * Sets the size of each of the three buffers: frames that wait, reading, writing of objects.
     *
     * @param bytes 4,096 to 65,536; default 4,096. A multiple of the cluster writes objects with the least wear.
     * @throws IllegalArgumentException outside that range.
     */
    public SpoolConfig bufferBytes(int bytes) {
        this.bufferBytes = checked("bufferBytes", bytes, 4096, 65536);
        return this;
    }

    /**
     * Sets what appending to the log leaves free, so that a segment can always become an object.
     *
     * @param bytes 4,096 to 16,777,216; default 32,768. At least the largest object.
     * @throws IllegalArgumentException outside that range.
     */
    public SpoolConfig reserveBytes(int bytes) {
        this.reserveBytes = checked("reserveBytes", bytes, 4096, 1 << 24);
        return this;
    }

    /**
     * Sets what gives way when the flash is full.
     *
     * @param policy {@link #DROP_OLDEST} (default) or {@link #REFUSE_NEWEST}.
     * @throws IllegalArgumentException if it is neither.
     */
    public SpoolConfig whenFull(int policy) {
        this.whenFull = checked("whenFull", policy, DROP_OLDEST, REFUSE_NEWEST);
        return this;
    }

    /**
     * Sets the lowest boot id that {@link Spool#recover()} may give: a count kept elsewhere (NVS) keeps boot ids from being
     * used again after the volume was formatted.
     *
     * @param bootId 1 (default) or more.
     * @throws IllegalArgumentException if less.
     */
    public SpoolConfig firstBoot(int bootId) {
        this.firstBoot = checked("firstBoot", bootId, 1, Integer.MAX_VALUE);
        return this;
    }

    int segmentBytes() {
        return this.segmentBytes;
    }

    int syncAppends() {
        return this.syncAppends;
    }

    int syncMillis() {
        return this.syncMillis;
    }

    int bufferBytes() {
        return this.bufferBytes;
    }

    int reserveBytes() {
        return this.reserveBytes;
    }

    int whenFull() {
        return this.whenFull;
    }

    int firstBoot() {
        return this.firstBoot;
    }

    private static int checked(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + ": " + value + " is not allowed; " + low + " to " + high + " are");
        }
        return value;
    }
}
