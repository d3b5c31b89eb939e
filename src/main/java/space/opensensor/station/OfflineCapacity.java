package space.opensensor.station;

/** How long a station goes on without network before readings are dropped, by what a reading of nine quantities takes. */
public final class OfflineCapacity {

    /** Tenths of a byte of the log that the first reading of a frame takes, and a later one. */
    private static final int FIRST = 310;
    private static final int LATER = 55;
    /** Most readings in a frame. */
    private static final int FRAME = 160;
    /** Tenths of a byte of files of four hours, by {@link StationConfig#VALUES}. */
    private static final int[] FILES = { 210, 115 };

    private OfflineCapacity() {
    }

    /**
     * Tells the time until the log, or the files of a station that is offline for good, fill the flash.
     *
     * @param freeBytes of the spool.
     * @return {@code offline capacity: 3.3 days}.
     */
    public static String text(StationConfig config, long freeBytes) {
        long tenths = freeBytes * 100 / tenthsPerReading(config) * config.intervalMillis() / 86400000L;
        return "offline capacity: " + tenths / 10 + "." + tenths % 10 + " days";
    }

    private static int tenthsPerReading(StationConfig config) {
        if (config.number(StationConfig.MODE) == StationConfig.OFFLINE) {
            return FILES[config.number(StationConfig.VALUES)];
        }
        int readings = Math.min(config.number(StationConfig.SYNC_READINGS), FRAME);
        return (FIRST + LATER * (readings - 1)) / readings;
    }
}
