package space.opensensor.simulator.sensors;

import space.opensensor.station.Reading;

/** A series of readings, one per tick of the station. */
public interface Series {

    /**
     * Sets what was measured.
     *
     * @param tick number of the reading, from 0.
     * @param utcMillis the simulated time, milliseconds since 1970-01-01T00:00:00Z.
     * @param reading empty; receives the values, and keeps missing what the series does not have.
     */
    void read(long tick, long utcMillis, Reading reading);

    /** @return what it is, for people: file and origin, or formula and seed. */
    String description();
}
