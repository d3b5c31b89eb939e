package space.opensensor.s3;

/** Waits by letting the thread sleep. */
public final class ThreadSleeper implements Sleeper {

    @Override
    public void sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
