package space.opensensor.s3;

/** Adds up the waits instead of waiting. */
final class NoSleep implements Sleeper {

    int sleeps;
    long millis;
    long longest;

    @Override
    public void sleep(long wait) {
        this.sleeps++;
        this.millis += wait;
        this.longest = Math.max(this.longest, wait);
    }
}
