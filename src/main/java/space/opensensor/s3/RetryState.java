package space.opensensor.s3;

/** What one operation has tried so far, and what is left of the client's budget of repetitions. */
final class RetryState {

    /** Repetitions a client may make in a row of operations that all need them; every success gives one back. */
    static final int BUDGET = 50;

    /** Attempts that failed. */
    int attempts;

    /** Waits made. */
    int pauses;

    /** Waits the client may still make. */
    int budget = BUDGET;

    private boolean damaged;
    private boolean clock;
    private boolean credentials;
    private boolean region;
    private boolean connection;

    void begin() {
        this.attempts = 0;
        this.pauses = 0;
        this.damaged = false;
        this.clock = false;
        this.credentials = false;
        this.region = false;
        this.connection = false;
        this.budget = Math.max(this.budget, 1);
    }

    void succeeded() {
        this.budget = Math.min(this.budget + 1, BUDGET);
    }

    boolean repeatDamaged() {
        boolean first = !this.damaged;
        this.damaged = true;
        return first;
    }

    boolean correctClock() {
        boolean first = !this.clock;
        this.clock = true;
        return first;
    }

    boolean refreshCredentials() {
        boolean first = !this.credentials;
        this.credentials = true;
        return first;
    }

    boolean changeRegion() {
        boolean first = !this.region;
        this.region = true;
        return first;
    }

    boolean replaceConnection() {
        boolean first = !this.connection;
        this.connection = true;
        return first;
    }
}
