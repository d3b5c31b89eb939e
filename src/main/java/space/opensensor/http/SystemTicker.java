package space.opensensor.http;

/** The platform's monotonic clock. */
public final class SystemTicker implements Ticker {

    private static final long NANOS_PER_MILLI = 1000000L;

    @Override
    public long millis() {
        return System.nanoTime() / NANOS_PER_MILLI;
    }
}
