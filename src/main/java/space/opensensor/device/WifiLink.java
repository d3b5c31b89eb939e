package space.opensensor.device;

import java.io.IOException;
import java.util.Random;

import space.opensensor.station.Backoff;

/**
 * Keeps the station in its Wi-Fi network: joins, waits for an address, watches, joins again. No network is a normal state,
 * in which {@link #step} tries again after a pause that grows to {@value #LONGEST_PAUSE} ms.
 */
final class WifiLink {

    /** The access point is not joined. */
    static final int DOWN = 0;
    /** Joined, without an address yet. */
    static final int JOINED = 1;
    /** Joined and addressed: the network can be used. */
    static final int UP = 2;

    private static final int SHORTEST_PAUSE = 2000;
    private static final int LONGEST_PAUSE = 300000;
    private static final int ADDRESS_LIMIT = 20000;

    private final Radio radio;
    private final String ssid;
    private final String passphrase;
    private final Console console;
    private final Backoff backoff;
    private volatile int state = DOWN;
    private long nextJoin;
    private long joinedAt;

    /**
     * Creates a link that is down.
     *
     * @param ssid 1 to 32 bytes.
     * @param passphrase of WPA2.
     */
    WifiLink(Radio radio, String ssid, String passphrase, Console console, Random random) {
        this.radio = radio;
        this.ssid = ssid;
        this.passphrase = passphrase;
        this.console = console;
        this.backoff = new Backoff(SHORTEST_PAUSE, LONGEST_PAUSE, random);
    }

    /**
     * Does what is due. A call may last as long as joining does; so it has a thread of its own.
     *
     * @param now milliseconds since the boot.
     * @return {@link #DOWN}, {@link #JOINED} or {@link #UP}.
     */
    synchronized int step(long now) {
        try {
            if (this.state == DOWN) {
                join(now);
            } else if (!this.radio.isJoined()) {
                down(now, Event.WIFI_LOST, this.ssid);
            } else {
                checkAddress(now);
            }
        } catch (IOException e) {
            down(now, this.state == DOWN ? Event.WIFI_REFUSED : Event.WIFI_LOST, e.getMessage());
        } catch (RuntimeException e) {
            down(now, Event.WIFI_REFUSED, e.toString());
        }
        return this.state;
    }

    /** @return the state after the last step; may be asked by any thread. */
    int state() {
        return this.state;
    }

    /** Leaves the network, once a call of {@link #step} has ended that runs; it is joined again later. */
    synchronized void leave(long now) {
        boolean joined = this.state != DOWN;
        this.state = DOWN;
        this.nextJoin = now + SHORTEST_PAUSE;
        try {
            if (joined) {
                this.radio.leave();
            }
        } catch (IOException e) {
            this.console.tell(Event.WIFI_LOST, e.getMessage());
        }
    }

    private void join(long now) throws IOException {
        if (now < this.nextJoin) {
            return;
        }
        this.radio.join(this.ssid, this.passphrase);
        this.joinedAt = now;
        this.state = JOINED;
        checkAddress(now);
    }

    private void checkAddress(long now) throws IOException {
        boolean addressed = this.radio.hasAddress();
        if (addressed && this.state == JOINED) {
            this.state = UP;
            this.backoff.reset();
            this.console.tell(Event.WIFI_JOINED, this.ssid);
        } else if (!addressed && this.state == UP) {
            this.state = JOINED;
            this.joinedAt = now;
        } else if (!addressed && now - this.joinedAt >= ADDRESS_LIMIT) {
            this.radio.leave();
            down(now, Event.WIFI_NO_ADDRESS, this.ssid);
        }
    }

    private void down(long now, int event, String detail) {
        this.state = DOWN;
        this.nextJoin = now + this.backoff.next();
        this.console.tell(event, detail);
    }
}
