package space.opensensor.device;

import java.io.IOException;
import java.net.NetworkInterface;

import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;

/** {@link EcomRadio} over the doubles of ECOM-WIFI and ECOM-NETWORK. */
public class EcomRadioTest {

    private Radio radio;

    @Before
    public void oneAccessPoint() throws IOException {
        Board.reset();
        Board.ACCESS_POINTS.put("attic", "correct horse");
        this.radio = new EcomRadio(NetworkInterface.getNetworkInterfaces().nextElement().getName());
    }

    @Test
    public void joinsAndGetsAnAddress() throws IOException {
        this.radio.join("attic", "correct horse");
        Assert.assertTrue(this.radio.isJoined());
        Assert.assertTrue(this.radio.hasAddress());
        Assert.assertEquals("start, enable, configure, set as default", 4, Board.interfaceCalls());
    }

    @Test
    public void startsTheInterfaceOnce() throws IOException {
        this.radio.join("attic", "correct horse");
        this.radio.leave();
        Assert.assertFalse(this.radio.isJoined());
        this.radio.join("attic", "correct horse");
        Assert.assertEquals(6, Board.interfaceCalls());
    }

    @Test
    public void refusalIsAnException() throws IOException {
        try {
            this.radio.join("attic", "wrong battery");
            Assert.fail("joined with a wrong passphrase");
        } catch (IOException e) {
            Assert.assertFalse(e.getMessage(), e.getMessage().contains("wrong battery"));
        }
        Assert.assertFalse(this.radio.isJoined());
        Assert.assertFalse(this.radio.hasAddress());
    }

    @Test
    public void hasNoAddressWithoutDhcp() throws IOException {
        Board.dhcp(false);
        this.radio.join("attic", "correct horse");
        Assert.assertFalse(this.radio.hasAddress());
    }

    @Test
    public void unknownInterfaceNamesThoseThatExist() {
        try {
            new EcomRadio("st9").join("attic", "correct horse");
            Assert.fail("found st9");
        } catch (IOException e) {
            Assert.assertTrue(e.getMessage(), e.getMessage().startsWith("no network interface st9; there is "));
        }
    }
}
