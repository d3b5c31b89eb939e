package space.opensensor.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;

/** {@link WifiLink} over a scripted radio. */
public class WifiLinkTest {

    private static final long LONGEST_PAUSE = 300000;

    private final ScriptedRadio radio = new ScriptedRadio();
    private final Console console = new Console();
    private final WifiLink link = new WifiLink(this.radio, "attic", "correct horse", this.console, new Random(1));

    @Test
    public void joinsAtOnceAndIsUpWithAnAddress() {
        assertEquals(WifiLink.UP, this.link.step(0));
        assertEquals(1, this.radio.joins);
        assertEquals(1, this.console.count(Event.WIFI_JOINED));
    }

    @Test
    public void doesNotJoinAgainWhileItIsUp() {
        for (long now = 0; now < 10000; now += 1000) {
            assertEquals(WifiLink.UP, this.link.step(now));
        }
        assertEquals(1, this.radio.joins);
    }

    @Test
    public void triesAgainWithGrowingPausesWhileThereIsNoAccessPoint() {
        this.radio.inReach = false;
        long day = 24 * 3600 * 1000L;
        for (long now = 0; now < day; now += 1000) {
            assertEquals(WifiLink.DOWN, this.link.step(now));
        }
        assertTrue(this.radio.joins + " attempts", this.radio.joins > day / LONGEST_PAUSE);
        assertTrue(this.radio.joins + " attempts", this.radio.joins < 1000);
        assertEquals(this.radio.joins, this.console.count(Event.WIFI_REFUSED));
    }

    @Test
    public void joinsWithinTheLongestPauseOnceTheAccessPointIsBack() {
        this.radio.inReach = false;
        long now = 0;
        for (; now < 3600000; now += 1000) {
            this.link.step(now);
        }
        this.radio.inReach = true;
        long back = now;
        while (this.link.step(now) != WifiLink.UP) {
            now += 1000;
            assertTrue("still down", now - back <= LONGEST_PAUSE + 1000);
        }
    }

    @Test
    public void noticesThatTheAccessPointIsGone() {
        this.link.step(0);
        this.radio.joined = false;
        assertEquals(WifiLink.DOWN, this.link.step(1000));
        assertEquals(1, this.console.count(Event.WIFI_LOST));
        assertEquals(WifiLink.UP, this.link.step(3100));
    }

    @Test
    public void leavesAnAccessPointThatGivesNoAddress() {
        this.radio.dhcp = false;
        assertEquals(WifiLink.JOINED, this.link.step(0));
        assertEquals(WifiLink.JOINED, this.link.step(19999));
        assertEquals(WifiLink.DOWN, this.link.step(20000));
        assertEquals(1, this.radio.leaves);
        assertEquals(1, this.console.count(Event.WIFI_NO_ADDRESS));
    }

    @Test
    public void waitsForAnAddressThatWasLost() {
        this.link.step(0);
        this.radio.dhcp = false;
        assertEquals(WifiLink.JOINED, this.link.step(5000));
        this.radio.dhcp = true;
        assertEquals(WifiLink.UP, this.link.step(6000));
        assertEquals(1, this.radio.joins);
    }
}
