package space.opensensor.parquet;

/** How many statistics a file carries. */
public final class StatisticsLevel {

    /** None: readers can skip nothing. */
    public static final int NONE = 0;
    /**
     * Minimum, maximum, nulls and NaNs of each column chunk: 16 bytes for INT32, 18 for FLOAT, 24 for INT64, 26 for
     * DOUBLE, and 3 for each column of the file and 2 for the file.
     */
    public static final int CHUNK = 1;
    /**
     * The same, and column index and offset index with minimum and maximum of each page (PageIndex.md): for FLOAT about 47
     * bytes more for a column chunk of one page, and 23 for each page more.
     */
    public static final int PAGE = 2;

    private StatisticsLevel() {
    }
}
