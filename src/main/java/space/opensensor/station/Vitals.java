package space.opensensor.station;

/** What the machine under a station knows of its own health. */
public interface Vitals {

    /**
     * Tells what is known now. Called by the thread that samples: must not wait.
     *
     * @param health receives the fields that the station cannot know itself; what is not set stays missing.
     */
    void read(Health health);
}
