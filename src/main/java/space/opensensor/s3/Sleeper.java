package space.opensensor.s3;

/** Waits between two attempts. */
public interface Sleeper {

    /**
     * Waits.
     *
     * @param millis 0 or more.
     * @throws InterruptedException if the thread is told to stop; the upload then ends with the error it had.
     */
    void sleep(long millis) throws InterruptedException;
}
