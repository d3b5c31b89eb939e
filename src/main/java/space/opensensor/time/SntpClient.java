package space.opensensor.time;

import java.io.IOException;

/**
 * SNTP client in unicast mode (RFC 4330). Not thread-safe.
 * <p>
 * Asks all servers once, checks every answer by section 5 of the RFC, and believes the largest group of answers that can be
 * right together, if it is a majority. Times of the own side are taken from the monotonic clock, so a wrong or stepped
 * system clock does no harm; what is sent as the transmit timestamp is a number that an outsider cannot guess, not a time.
 */
public final class SntpClient {

    /** After the time that has certainly passed, times of 80 years are believed; those of the 56 before it would follow. */
    private static final long BELIEVED_MILLIS = 80L * 31556952000L;
    private static final int HEALTHY = 0;
    /** Multiple of the rests that a server asks for with RATE. */
    private static final int MAX_REST = 64;

    private final DatagramExchange exchange;
    private final Ticks ticks;
    private final SntpConfig config;
    private final NtpPacket request = new NtpPacket();
    private final NtpPacket answer = new NtpPacket();
    private final SntpSample[] samples = new SntpSample[SntpConfig.MAX_SERVERS];
    private int count;
    /** Calls of {@link #query()} for which a server is left alone; negative: for ever. */
    private final int[] resting = new int[SntpConfig.MAX_SERVERS];
    private final int[] rest = new int[SntpConfig.MAX_SERVERS];
    private long random;
    private StringBuilder refusals;

    /**
     * Creates a client; sends nothing.
     *
     * @param exchange network.
     * @param ticks monotonic clock, the one that the samples refer to.
     * @param config not to be changed afterwards.
     * @param seed makes the numbers sent hard to guess: something that differs from device to device and boot to boot.
     */
    public SntpClient(DatagramExchange exchange, Ticks ticks, SntpConfig config, long seed) {
        this.exchange = exchange;
        this.ticks = ticks;
        this.config = config;
        this.random = seed;
    }

    /**
     * Asks the servers for the time. Takes at most the timeout, and the time to look its name up, for each server.
     * <p>
     * A server that answers with kiss-of-death DENY or RSTR is not asked again; one that answers RATE is left out of the
     * next calls, of more of them each time (RFC 4330, section 8).
     *
     * @return the best sample of those that agree: the one with the least bound of error.
     * @throws SntpException if none can be believed.
     */
    public SntpSample query() throws SntpException {
        this.count = 0;
        this.refusals = new StringBuilder(80);
        for (int server = 0; server < this.config.serverCount(); server++) {
            if (this.resting[server] == HEALTHY) {
                ask(server);
            } else {
                this.resting[server] -= this.resting[server] > 0 ? 1 : 0;
                refuse(server, "left alone, as it asked for");
            }
        }
        SntpSample best = choose();
        this.refusals = null;
        return best;
    }

    private void ask(int server) {
        long transmit = nextRandom();
        this.request.request(transmit);
        try {
            long sent = this.ticks.millis();
            this.exchange.exchange(this.config.server(server), this.config.port(), this.request.bytes(),
                    this.answer.bytes(), this.config.timeoutMillis());
            long received = this.ticks.millis();
            String reason = check(server, transmit);
            if (reason == null) {
                reason = take(server, sent, received);
            }
            if (reason != null) {
                refuse(server, reason);
            }
        } catch (IOException e) {
            refuse(server, e.getMessage());
        }
    }

    /** Checks what does not depend on the own time; null if the answer is good, else the reason. */
    private String check(int server, long transmit) {
        NtpPacket packet = this.answer;
        if (packet.timestamp(NtpPacket.ORIGINATE) != transmit) {
            return "not an answer to this request";
        }
        if (packet.mode() != NtpPacket.SERVER) {
            return "mode " + packet.mode() + " instead of server";
        }
        if (packet.version() < 3 || packet.version() > NtpPacket.VERSION) {
            return "version " + packet.version();
        }
        if (packet.stratum() == 0) {
            return kissOfDeath(server, packet.kissCode());
        }
        if (packet.leapIndicator() == NtpPacket.ALARM) {
            return "not synchronized (leap alarm)";
        }
        if (packet.stratum() > 15) {
            return "stratum " + packet.stratum();
        }
        if (packet.timestamp(NtpPacket.TRANSMIT) == 0 || packet.timestamp(NtpPacket.RECEIVE) == 0) {
            return "no time in it";
        }
        return null;
    }

    private String kissOfDeath(int server, String code) {
        if ("DENY".equals(code) || "RSTR".equals(code)) {
            this.resting[server] = -1;
        } else if ("RATE".equals(code)) {
            this.rest[server] = Math.min(MAX_REST, Math.max(1, 2 * this.rest[server]));
            this.resting[server] = this.rest[server];
        }
        return "kiss-of-death " + code;
    }

    /** Makes a sample of a checked answer; null if it is believed, else the reason. */
    private String take(int server, long sent, long received) {
        long notBefore = this.config.notBeforeMillis();
        long serverReceived = this.answer.utcMillis(NtpPacket.RECEIVE, notBefore);
        long serverSent = this.answer.utcMillis(NtpPacket.TRANSMIT, notBefore);
        long delay = received - sent - (serverSent - serverReceived);
        if (serverSent < serverReceived || delay < -1) {
            return "times of the server contradict each other";
        }
        if (serverSent - notBefore > BELIEVED_MILLIS) {
            return "a time before " + notBefore + " ms of Unix time, or more than 80 years after";
        }
        delay = Math.max(0, delay);
        if (delay > this.config.maxDelayMillis()) {
            return "round trip of " + delay + " ms";
        }
        long rootDelay = this.answer.shortMillis(NtpPacket.ROOT_DELAY);
        long rootDistance = rootDelay / 2 + this.answer.shortMillis(NtpPacket.ROOT_DISPERSION);
        if (rootDistance > this.config.maxRootDistanceMillis()) {
            return "root distance of " + rootDistance + " ms";
        }
        this.rest[server] = 0;
        int error = (int) ((delay + 1) / 2 + rootDistance);
        this.samples[this.count++] = new SntpSample(this.config.server(server), received, serverSent + delay / 2,
                (int) delay, error, this.answer.stratum());
        return null;
    }

    /** Chooses the best sample of the largest group that agrees with one of them. */
    private SntpSample choose() throws SntpException {
        int most = 0;
        SntpSample best = null;
        for (int i = 0; i < this.count; i++) {
            int group = agreeing(this.samples[i]);
            boolean better = best == null || this.samples[i].errorMillis() < best.errorMillis();
            if (group > most || group == most && better) {
                most = group;
                best = this.samples[i];
            }
        }
        if (most < this.config.quorum() || 2 * most <= this.count) {
            String summary = this.count == 0 ? "no server gave a time"
                    : most + " of " + this.count + " servers agree, too few";
            throw new SntpException(summary + this.refusals);
        }
        return best;
    }

    private int agreeing(SntpSample sample) {
        int group = 0;
        for (int i = 0; i < this.count; i++) {
            group += sample.agrees(this.samples[i], this.config.toleranceMillis()) ? 1 : 0;
        }
        return group;
    }

    private void refuse(int server, String reason) {
        this.refusals.append("; ").append(this.config.server(server)).append(": ").append(reason);
    }

    /** Next number of a 64-bit linear congruential sequence, scrambled, with the time mixed in. */
    private long nextRandom() {
        this.random = this.random * 6364136223846793005L + 1442695040888963407L + this.ticks.millis();
        long mixed = (this.random ^ this.random >>> 29) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
