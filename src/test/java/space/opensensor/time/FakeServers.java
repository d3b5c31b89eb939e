package space.opensensor.time;

import java.io.IOException;

/** Network with servers whose answers the test sets, and the monotonic clock beside it. */
final class FakeServers implements DatagramExchange, Ticks {

    private static final int SERVERS = 4;

    /** UTC that each server tells, minus the monotonic time. */
    final long[] offset = new long[SERVERS];
    final int[] delay = new int[SERVERS];
    final int[] asked = new int[SERVERS];
    final boolean[] silent = new boolean[SERVERS];
    /** First four bytes of the answer: leap indicator, version and mode; stratum; poll; precision. */
    final int[] head = new int[SERVERS];
    final int[] rootDelay = new int[SERVERS];
    final int[] rootDispersion = new int[SERVERS];
    final int[] reference = new int[SERVERS];
    int serverMillis = 2;
    boolean forgetsOriginate;
    boolean tellsNoTime;
    long now = 5000;
    String lastRequest;

    FakeServers(long utcMinusMonotonic) {
        for (int i = 0; i < SERVERS; i++) {
            this.offset[i] = utcMinusMonotonic;
            this.delay[i] = 40;
            this.head[i] = 0x24020000;
        }
    }

    @Override
    public long millis() {
        return this.now;
    }

    @Override
    public void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) throws IOException {
        int server = host.charAt(host.length() - 1) - '0';
        this.asked[server]++;
        this.lastRequest = space.opensensor.bytes.Hex.encode(request);
        if (this.silent[server]) {
            this.now += timeoutMillis;
            throw new IOException("no answer within " + timeoutMillis + " ms");
        }
        for (int i = 0; i < answer.length; i++) {
            answer[i] = 0;
        }
        put(answer, 0, this.head[server]);
        put(answer, 4, this.rootDelay[server]);
        put(answer, 8, this.rootDispersion[server]);
        put(answer, 12, this.reference[server]);
        if (!this.forgetsOriginate) {
            System.arraycopy(request, 40, answer, 24, 8);
        }
        this.now += this.delay[server] / 2;
        putTime(answer, 32, this.now + this.offset[server]);
        this.now += this.serverMillis;
        putTime(answer, 40, this.now + this.offset[server]);
        if (this.tellsNoTime) {
            put(answer, 40, 0);
            put(answer, 44, 0);
        }
        this.now += this.delay[server] - this.delay[server] / 2;
    }

    static void putTime(byte[] bytes, int at, long utcMillis) {
        long seconds = utcMillis / 1000;
        put(bytes, at, (int) (seconds + 2208988800L));
        put(bytes, at + 4, (int) (((utcMillis - seconds * 1000) << 32) / 1000));
    }

    static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
