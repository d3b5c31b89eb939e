package space.opensensor.station;

import java.io.IOException;

/** The sensors of a station, read together once per interval. */
public interface Sensors {

    /**
     * Reads every sensor that is there.
     *
     * @param reading empty when passed in; receives a value for each quantity that was measured. What is not set stays
     *        missing: a value is never made up.
     * @throws IOException if nothing could be read at all; what was set before still counts.
     */
    void read(Reading reading) throws IOException;
}
