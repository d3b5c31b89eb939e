package space.opensensor.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

/** What the client makes of answers, good and bad (RFC 4330, section 5). */
public class SntpClientTest {

    /** 2026-11-22T18:00:00Z. */
    private static final long UTC = 1795370400000L;

    private final FakeServers servers = new FakeServers(UTC);
    private final SntpConfig config = new SntpConfig().servers("s0", "s1", "s2");

    private SntpClient client() {
        return new SntpClient(this.servers, this.servers, this.config, 42);
    }

    private SntpSample query() throws SntpException {
        return client().query();
    }

    private void assertRefused(String reason) {
        try {
            query();
            fail(reason);
        } catch (SntpException e) {
            assertTrue(e.getMessage(), e.getMessage().indexOf(reason) >= 0);
        }
    }

    private void headOfAll(int head) {
        for (int i = 0; i < 3; i++) {
            this.servers.head[i] = head;
        }
    }

    @Test
    public void computesTimeAndDelayFromTheMonotonicClock() throws SntpException {
        this.config.servers("s1");
        this.servers.delay[1] = 100;
        this.servers.rootDelay[1] = 0x00008000;
        this.servers.rootDispersion[1] = 0x00001000;
        SntpSample sample = query();
        assertEquals(UTC, sample.utcMillis() - sample.monotonicMillis());
        assertEquals(5102, sample.monotonicMillis());
        assertEquals(100, sample.delayMillis());
        assertEquals("half of 100, half of 500, and 62.5 rounded up", 50 + 250 + 63, sample.errorMillis());
        assertEquals(2, sample.stratum());
        assertEquals("s1", sample.server());
    }

    @Test
    public void sendsVersion4ModeClientAndNothingButANumberNeverRepeated() throws SntpException {
        SntpClient client = client();
        client.query();
        String first = this.servers.lastRequest;
        client.query();
        assertEquals("23", first.substring(0, 2));
        for (int i = 2; i < 80; i++) {
            assertEquals('0', first.charAt(i));
        }
        assertNotEquals(first.substring(80), this.servers.lastRequest.substring(80));
        assertEquals(96, first.length());
    }

    @Test
    public void prefersTheServerWithTheLeastError() throws SntpException {
        this.servers.delay[1] = 10;
        assertEquals("s1", query().server());
        this.servers.rootDispersion[1] = 0x4000;
        this.servers.delay[2] = 20;
        assertEquals("s2", query().server());
    }

    @Test
    public void outvotesOneServerThatIsWrong() throws SntpException {
        this.servers.offset[0] += 3600000;
        this.servers.delay[0] = 0;
        assertNotEquals("s0", query().server());
    }

    @Test
    public void believesNobodyWithoutAMajority() {
        this.config.servers("s0", "s1");
        this.servers.offset[0] += 3600000;
        assertRefused("1 of 2 servers agree, too few");
    }

    @Test
    public void needsAsManyServersAsConfigured() throws SntpException {
        this.config.quorum(2);
        this.servers.silent[0] = true;
        query();
        this.servers.silent[1] = true;
        assertRefused("1 of 1 servers agree, too few; s0: no answer within 3000 ms; s1:");
    }

    @Test
    public void goesOnWithTheNextServerIfOneIsSilent() throws SntpException {
        this.servers.silent[0] = true;
        assertEquals("s1", query().server());
    }

    @Test
    public void tellsWhyNoServerIsBelieved() {
        this.config.servers("s0", "s1");
        this.servers.silent[0] = true;
        this.servers.head[1] = 0xE4020000;
        assertRefused("no server gave a time; s0: no answer within 3000 ms; s1: not synchronized (leap alarm)");
    }

    @Test
    public void refusesAnswersThatAreNoneOrNotSane() {
        headOfAll(0xE4020000);
        assertRefused("not synchronized");
        headOfAll(0x25020000);
        assertRefused("mode 5 instead of server");
        headOfAll(0x14020000);
        assertRefused("version 2");
        headOfAll(0x24100000);
        assertRefused("stratum 16");
        headOfAll(0x24020000);
        this.servers.forgetsOriginate = true;
        assertRefused("not an answer to this request");
        this.servers.forgetsOriginate = false;
        this.servers.tellsNoTime = true;
        assertRefused("no time in it");
    }

    @Test
    public void acceptsAServerOfVersion3AndOneThatAnnouncesALeapSecond() throws SntpException {
        headOfAll(0x5C0F0000);
        assertEquals(15, query().stratum());
    }

    @Test
    public void refusesAnswersThatAreTooUncertain() {
        this.servers.delay[0] = 2001;
        this.servers.rootDelay[1] = 0x00021000;
        this.servers.rootDispersion[2] = 0x00010100;
        assertRefused("s0: round trip of 2001 ms; s1: root distance of 1031 ms; s2: root distance of 1004 ms");
    }

    @Test
    public void refusesTimesThatContradictEachOther() {
        this.servers.serverMillis = -500;
        assertRefused("times of the server contradict each other");
    }

    @Test
    public void neverAsksAServerAgainThatDeniesService() {
        headOfAll(0x24000000);
        this.servers.reference[0] = 0x44454E59;
        this.servers.reference[1] = 0x52535452;
        this.servers.reference[2] = 0x494E4954;
        SntpClient client = client();
        for (int i = 0; i < 5; i++) {
            try {
                client.query();
                fail("kiss-of-death");
            } catch (SntpException e) {
                assertTrue(e.getMessage(), e.getMessage().indexOf("s2: kiss-of-death INIT") > 0);
            }
        }
        assertEquals(1, this.servers.asked[0]);
        assertEquals(1, this.servers.asked[1]);
        assertEquals(5, this.servers.asked[2]);
    }

    @Test
    public void leavesAServerAloneLongerEachTimeItAsksForARest() throws SntpException {
        this.servers.head[0] = 0x24000000;
        this.servers.reference[0] = 0x52415445;
        SntpClient client = client();
        StringBuilder asked = new StringBuilder();
        int before = 0;
        for (int i = 0; i < 16; i++) {
            client.query();
            asked.append(this.servers.asked[0] > before ? '1' : '0');
            before = this.servers.asked[0];
        }
        assertEquals("1010010000100000", asked.toString());
    }

    @Test
    public void understandsTheErasAfter2036And2106() throws SntpException {
        long afterTurn = 2085978496000L + 5000;
        assertTime(afterTurn, new SntpConfig().notBeforeMillis(UTC));
        assertTime(4294967296000L + 86400000, new SntpConfig().notBeforeMillis(4102444800000L));
        assertTime(UTC, new SntpConfig().notBeforeMillis(UTC - 1000));
    }

    private void assertTime(long utc, SntpConfig era) throws SntpException {
        FakeServers later = new FakeServers(utc);
        SntpSample sample = new SntpClient(later, later, era.servers("s0"), 1).query();
        assertEquals(utc + sample.monotonicMillis(), sample.utcMillis());
    }

    @Test
    public void refusesATimeThatHasCertainlyPassed() {
        this.config.notBeforeMillis(UTC + 86400000L);
        assertRefused("a time before");
        this.config.notBeforeMillis(0);
        this.servers.offset[0] = this.servers.offset[1] = this.servers.offset[2] = 2650000000000L;
        assertRefused("more than 80 years after");
    }

    @Test
    public void refusesConfigurationsThatMakeNoSense() {
        try {
            new SntpConfig().servers();
            fail("no servers");
        } catch (IllegalArgumentException e) {
            assertEquals("servers: 0 is not allowed; 1 to 8 are", e.getMessage());
        }
        try {
            new SntpConfig().port(0);
            fail("no port");
        } catch (IllegalArgumentException e) {
            assertEquals("port: 0 is not allowed; 1 to 65535 are", e.getMessage());
        }
    }
}
