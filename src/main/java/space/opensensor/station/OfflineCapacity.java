package space.opensensor.station;

/** How long a station goes on without network before readings are dropped, by what a reading of nine quantities takes. */
public final class OfflineCapacity {

    /** Tenths of a byte that a reading takes in the archive. */
    private static final int ARCHIVED = 53;
    /** Tenths of a byte of files of four hours, by {@link StationConfig#VALUES}. */
    private static final int[] FILES = { 210, 115 };

    private OfflineCapacity() {
    }

    /**
     * Tells the time until the archive, or the files of a station that is offline for good, fill the flash.
     *
     * @param freeBytes of the spool.
     * @return {@code offline capacity: 5.1 days}.
     */
    public static String text(StationConfig config, long freeBytes) {
        long tenths = freeBytes * 100 / tenthsPerReading(config) * config.intervalMillis() / 86400000L;
        return "offline capacity: " + tenths / 10 + "." + tenths % 10 + " days";
    }

    private static int tenthsPerReading(StationConfig config) {
        boolean offline = config.number(StationConfig.MODE) == StationConfig.OFFLINE;
        return offline ? FILES[config.number(StationConfig.VALUES)] : ARCHIVED;
    }
}
