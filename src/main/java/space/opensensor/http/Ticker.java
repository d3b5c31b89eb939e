package space.opensensor.http;

/** Measures time that passes; never goes back. */
public interface Ticker {

    /** @return milliseconds since some moment. */
    long millis();
}
