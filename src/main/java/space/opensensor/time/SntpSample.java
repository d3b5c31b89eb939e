package space.opensensor.time;

/** One believed answer: what UTC was at a moment of the monotonic clock. Immutable. */
public final class SntpSample {

    private final String server;
    private final long monotonicMillis;
    private final long utcMillis;
    private final int delayMillis;
    private final int errorMillis;
    private final int stratum;

    SntpSample(String server, long monotonicMillis, long utcMillis, int delayMillis, int errorMillis, int stratum) {
        this.server = server;
        this.monotonicMillis = monotonicMillis;
        this.utcMillis = utcMillis;
        this.delayMillis = delayMillis;
        this.errorMillis = errorMillis;
        this.stratum = stratum;
    }

    /** @return name of the server. */
    public String server() {
        return this.server;
    }

    /** @return the moment, milliseconds of the monotonic clock. */
    public long monotonicMillis() {
        return this.monotonicMillis;
    }

    /** @return milliseconds since 1970-01-01T00:00:00Z at that moment. */
    public long utcMillis() {
        return this.utcMillis;
    }

    /** @return round-trip delay without the server's own time, milliseconds. */
    public int delayMillis() {
        return this.delayMillis;
    }

    /** @return bound of the error: half the delay plus the server's root distance, milliseconds. */
    public int errorMillis() {
        return this.errorMillis;
    }

    /** @return distance of the server from a reference clock, 1 to 15. */
    public int stratum() {
        return this.stratum;
    }

    /** @return UTC minus monotonic time, milliseconds. */
    long offset() {
        return this.utcMillis - this.monotonicMillis;
    }

    /** @return whether both can be right. */
    boolean agrees(SntpSample other, int toleranceMillis) {
        long difference = Math.abs(offset() - other.offset());
        return difference <= (long) this.errorMillis + other.errorMillis + toleranceMillis;
    }
}
