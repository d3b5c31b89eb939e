package space.opensensor.device;

import ej.bon.Util;

import space.opensensor.s3.TimeSource;
import space.opensensor.station.Clock;
import space.opensensor.time.Ticks;

/** The clocks of the board: the monotonic one counts from the creation of this object, the wall clock is set from SNTP. */
public final class BoardClock implements Clock, Ticks, TimeSource {

    private final long start = Util.platformTimeMillis();

    @Override
    public long monotonicMillis() {
        return Util.platformTimeMillis() - this.start;
    }

    @Override
    public long millis() {
        return monotonicMillis();
    }

    @Override
    public long currentTimeMillis() {
        return Util.currentTimeMillis();
    }

    /**
     * Sets the wall clock, by which TLS checks the dates of certificates and S3 requests are signed.
     *
     * @param utcMillis milliseconds since 1970-01-01T00:00:00Z.
     */
    public void set(long utcMillis) {
        Util.setCurrentTimeMillis(utcMillis);
    }
}
