package space.opensensor.parquet;

/** How many statistics a file carries. */
public final class StatisticsLevel {

    /** None: 19 bytes less for each FLOAT column chunk, and readers can skip nothing. */
    public static final int NONE = 0;
    /** Minimum, maximum, nulls and NaNs of each column chunk. */
    public static final int CHUNK = 1;
    /** The same, and column index and offset index with minimum and maximum of each page (PageIndex.md). */
    public static final int PAGE = 2;

    private StatisticsLevel() {
    }
}
