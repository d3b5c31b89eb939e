package space.opensensor.device;

/**
 * Tells events on the console and counts them. An event that repeats is told at its 1st, 2nd, 4th, 8th … time, so that a
 * fault of days does not flood the line. No secret may be passed in.
 */
class Console {

    private final int[] counts = new int[Event.COUNT];

    /**
     * Counts an event and tells it.
     *
     * @param event index of {@link Event}.
     * @param detail what it is about; null for nothing.
     */
    synchronized void tell(int event, String detail) {
        int count = ++this.counts[event];
        if ((count & count - 1) != 0) {
            return;
        }
        StringBuilder line = new StringBuilder(80).append(Event.text(event));
        if (detail != null) {
            line.append(": ").append(detail);
        }
        if (count > 1) {
            line.append(" (").append(count).append(" times)");
        }
        System.out.println(line.toString());
    }

    /** @return how often an event happened since the boot. */
    synchronized int count(int event) {
        return this.counts[event];
    }
}
