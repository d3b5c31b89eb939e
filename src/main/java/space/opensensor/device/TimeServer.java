package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Anchor;
import space.opensensor.station.Health;

/** Who knows the time. */
interface TimeServer {

    /**
     * Asks for the time. Waits for the answer, a few seconds at most.
     *
     * @return what dates this boot.
     * @throws IOException if there is no answer, or none to be believed.
     */
    Anchor ask() throws IOException;

    /** Tells the clock's fields of the health stream; may be called by another thread than {@link #ask()}. */
    void read(Health health);
}
