package space.opensensor.xtensa;

/** Parts of a run that are counted apart. */
final class Phase {

    /** Sensors, flash, network and bookkeeping of the run itself: no code of the product. */
    static final int PORTS = 0;
    /** Construction of the station, and recovery of its spool. */
    static final int START = 1;
    /** One reading, from the sensors' values to its frame on flash. */
    static final int APPEND = 2;
    /** Sealed segments of the log to published files. */
    static final int PUBLISH = 3;
    /** One file into the store: the request that puts it, signed and framed. */
    static final int UPLOAD = 4;
    /** What follows the answer: the request that asks for the object, as no hash of the platform can be compared. */
    static final int VERIFY = 5;
    /** Rows set in the writer. */
    static final int ROWS = 6;
    /** Rows in the writer's buffers to the bytes of a finished file. */
    static final int CLOSE = 7;

    /** Names, by index. */
    static final String[] NAMES = { "ports", "start", "append", "publish", "upload", "verify", "rows", "close" };

    private Phase() {
    }
}
