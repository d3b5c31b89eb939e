package space.opensensor.parquet;

/** For which readers the encodings are chosen. An encoding named for a column overrules it. */
public final class Readers {

    /** Only what all mainstream readers read, Spark's vectorized reader included: no BYTE_STREAM_SPLIT. */
    public static final int ALL = 0;
    /** BYTE_STREAM_SPLIT on FLOAT and DOUBLE too: everything but Spark's vectorized reader reads it. */
    public static final int MODERN = 1;

    private Readers() {
    }
}
