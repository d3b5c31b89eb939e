package space.opensensor.parquet;

/** How hard the built-in codecs search for matches. */
public final class Effort {

    /** First match found. */
    public static final int FAST = 0;
    /** Looks further: smaller files for more instructions. */
    public static final int HIGH = 1;

    private Effort() {
    }
}
