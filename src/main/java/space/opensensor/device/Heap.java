package space.opensensor.device;

/** How much of the Java heap is free. Garbage counts as used until it is collected. */
final class Heap {

    private int low = Integer.MAX_VALUE;

    /** Looks now. */
    void watch() {
        this.low = Math.min(this.low, free());
    }

    /** @return bytes. */
    int free() {
        return (int) Math.min(Runtime.getRuntime().freeMemory(), Integer.MAX_VALUE);
    }

    /** @return the least that {@link #watch()} saw, bytes. */
    int low() {
        return this.low;
    }
}
