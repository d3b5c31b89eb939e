package space.opensensor.http;

/** Closes a connection whose other side takes no bytes for too long. One thread serves one connection at a time. */
final class WriteGuard implements Runnable {

    private static final long NANOS_PER_MILLI = 1000000L;

    private final int writeMillis;
    private Connection watched;
    private long deadline;
    private boolean fired;
    private boolean running;

    WriteGuard(int writeMillis) {
        this.writeMillis = writeMillis;
    }

    /** A write on this connection begins. */
    synchronized void arm(Connection connection) {
        this.watched = connection;
        this.deadline = System.nanoTime() / NANOS_PER_MILLI + this.writeMillis;
        this.fired = false;
        if (!this.running) {
            this.running = true;
            Thread thread = new Thread(this, "write guard");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The write is over; returns whether it was ended by this guard. */
    synchronized boolean disarm() {
        this.watched = null;
        return this.fired;
    }

    @Override
    public void run() {
        try {
            for (;;) {
                Connection late = next();
                if (late != null) {
                    late.close();
                }
            }
        } catch (InterruptedException e) {
            return;
        }
    }

    /** Waits; returns a connection whose time is over, or null if there is none yet. */
    private synchronized Connection next() throws InterruptedException {
        long left = this.deadline - System.nanoTime() / NANOS_PER_MILLI;
        Connection late = null;
        if (this.watched != null && left <= 0) {
            late = this.watched;
            this.watched = null;
            this.fired = true;
        } else {
            wait(this.watched == null ? this.writeMillis : left);
        }
        return late;
    }
}
