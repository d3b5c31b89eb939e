package space.opensensor.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;

import org.junit.Test;

import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.time.DatagramExchange;
import space.opensensor.time.SntpClient;
import space.opensensor.time.SntpConfig;
import space.opensensor.time.Ticks;

/** {@link SntpTime}: what the station learns from the answers of a server. */
public class SntpTimeTest {

    private static final long HOUR = 3600000;
    /** 2026-03-01T12:00:00Z. */
    static final long NOON = 1772366400000L;
    private static final long SECONDS_TO_1970 = 2208988800L;

    /** A server and the clock of the board that asks it. */
    static final class Server implements DatagramExchange, Ticks {
        long now;
        long utc;

        @Override
        public long millis() {
            return this.now;
        }

        @Override
        public void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) {
            answer[0] = 4 << 3 | 4;
            answer[1] = 2;
            System.arraycopy(request, 40, answer, 24, 8);
            putTime(answer, 32);
            putTime(answer, 40);
        }

        private void putTime(byte[] answer, int offset) {
            long seconds = this.utc / 1000 + SECONDS_TO_1970;
            long fraction = (this.utc % 1000 << 32) / 1000;
            for (int i = 0; i < 4; i++) {
                answer[offset + i] = (byte) (seconds >>> 24 - 8 * i);
                answer[offset + 4 + i] = (byte) (fraction >>> 24 - 8 * i);
            }
        }
    }

    private final Server server = new Server();
    private final SntpTime time = new SntpTime(
            new SntpClient(this.server, this.server, new SntpConfig().servers("s"), 1));
    private final Health health = new Health();

    @Test
    public void theFirstAnswerDatesTheBootWithoutADrift() throws IOException {
        Anchor anchor = ask(5000, NOON);
        assertEquals(NOON, anchor.utcMillis(5000));
        assertEquals(Anchor.UNKNOWN_DRIFT, anchor.driftPpb());
        this.time.read(this.health);
        assertFalse(this.health.has(Health.CLOCK_DRIFT));
        assertEquals(0, this.health.get(Health.CLOCK_STEPS));
    }

    @Test
    public void laterAnswersTellTheDriftAndTheOffset() throws IOException {
        ask(0, NOON);
        Anchor anchor = ask(10 * HOUR, NOON + 10 * HOUR + 720);
        assertEquals(20000, anchor.driftPpb());
        this.time.read(this.health);
        assertEquals(20000, this.health.get(Health.CLOCK_DRIFT));
        assertEquals(720, this.health.get(Health.CLOCK_OFFSET));
    }

    @Test
    public void aJumpCountsOnlyWhenASecondAnswerConfirmsIt() throws IOException {
        ask(0, NOON);
        try {
            ask(HOUR, NOON + 3 * HOUR);
            fail("believed a jump of two hours");
        } catch (IOException e) {
            assertTrue(e.getMessage(), e.getMessage().startsWith("s differs by more than 2000 ms"));
        }
        assertEquals(NOON + 4 * HOUR, ask(2 * HOUR, NOON + 4 * HOUR).utcMillis(2 * HOUR));
        this.time.read(this.health);
        assertEquals(1, this.health.get(Health.CLOCK_STEPS));
    }

    @Test
    public void aTimeBefore2025IsNotBelieved() {
        try {
            ask(0, 1577836799000L);
            fail("believed 2019");
        } catch (IOException e) {
            assertTrue(e.getMessage(), e.getMessage().indexOf("s: a time before") > 0);
        }
    }

    private Anchor ask(long now, long utc) throws IOException {
        this.server.now = now;
        this.server.utc = utc;
        return this.time.ask();
    }
}
