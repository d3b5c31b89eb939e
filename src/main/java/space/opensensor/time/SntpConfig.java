package space.opensensor.time;

/** Servers, limits and timing of an {@link SntpClient}. Every setter checks its value and returns the same object. */
public final class SntpConfig {

    /** Most servers. */
    public static final int MAX_SERVERS = 8;

    private String[] servers = { "0.pool.ntp.org", "1.pool.ntp.org", "2.pool.ntp.org" };
    private int port = 123;
    private int timeoutMillis = 3000;
    private int maxDelayMillis = 2000;
    private int maxRootDistanceMillis = 1000;
    private int toleranceMillis = 200;
    private int quorum = 1;
    private long notBeforeMillis = 1735689600000L;

    /**
     * Sets the servers, asked in this order.
     *
     * @param hosts 1 to 8 names or addresses; default: three of pool.ntp.org.
     * @throws IllegalArgumentException if there are none or too many, or one is empty.
     */
    public SntpConfig servers(String... hosts) {
        checked("servers", hosts.length, 1, MAX_SERVERS);
        String[] copy = new String[hosts.length];
        for (int i = 0; i < hosts.length; i++) {
            if (hosts[i].length() == 0) {
                throw new IllegalArgumentException("servers: number " + i + " is empty");
            }
            copy[i] = hosts[i];
        }
        this.servers = copy;
        return this;
    }

    /**
     * Sets the UDP port of all servers.
     *
     * @param udpPort 1 to 65,535; default 123.
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig port(int udpPort) {
        this.port = checked("port", udpPort, 1, 65535);
        return this;
    }

    /**
     * Sets how long one answer may take.
     *
     * @param millis 100 to 60,000; default 3,000.
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig timeoutMillis(int millis) {
        this.timeoutMillis = checked("timeoutMillis", millis, 100, 60000);
        return this;
    }

    /**
     * Sets the round-trip delay above which an answer is not believed; the time is uncertain by half of it.
     *
     * @param millis 1 to 60,000; default 2,000.
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig maxDelayMillis(int millis) {
        this.maxDelayMillis = checked("maxDelayMillis", millis, 1, 60000);
        return this;
    }

    /**
     * Sets the root distance (half the root delay plus the root dispersion) above which an answer is not believed.
     *
     * @param millis 1 to 16,000; default 1,000 (RFC 4330, section 5, test 7: less than one second each).
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig maxRootDistanceMillis(int millis) {
        this.maxRootDistanceMillis = checked("maxRootDistanceMillis", millis, 1, 16000);
        return this;
    }

    /**
     * Sets by how much, besides their own uncertainty, two servers may differ and still agree.
     *
     * @param millis 0 to 60,000; default 200.
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig toleranceMillis(int millis) {
        this.toleranceMillis = checked("toleranceMillis", millis, 0, 60000);
        return this;
    }

    /**
     * Sets how many servers must agree. More than half of those that answered must in any case.
     *
     * @param servers 1 (default) to 8.
     * @throws IllegalArgumentException outside that range.
     */
    public SntpConfig quorum(int servers) {
        this.quorum = checked("quorum", servers, 1, MAX_SERVERS);
        return this;
    }

    /**
     * Sets a time that has certainly passed, such as that of the build: NTP tells the time only within 136 years. Times of
     * the 80 years that follow are believed, all others are not.
     *
     * @param utcMillis milliseconds since 1970-01-01T00:00:00Z, 0 or more; default 2025-01-01T00:00:00Z.
     * @throws IllegalArgumentException if negative.
     */
    public SntpConfig notBeforeMillis(long utcMillis) {
        if (utcMillis < 0) {
            throw new IllegalArgumentException("notBeforeMillis: " + utcMillis + " is not allowed; 0 or more is");
        }
        this.notBeforeMillis = utcMillis;
        return this;
    }

    int serverCount() {
        return this.servers.length;
    }

    String server(int index) {
        return this.servers[index];
    }

    int port() {
        return this.port;
    }

    int timeoutMillis() {
        return this.timeoutMillis;
    }

    int maxDelayMillis() {
        return this.maxDelayMillis;
    }

    int maxRootDistanceMillis() {
        return this.maxRootDistanceMillis;
    }

    int toleranceMillis() {
        return this.toleranceMillis;
    }

    int quorum() {
        return this.quorum;
    }

    long notBeforeMillis() {
        return this.notBeforeMillis;
    }

    private static int checked(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + ": " + value + " is not allowed; " + low + " to " + high + " are");
        }
        return value;
    }
}
