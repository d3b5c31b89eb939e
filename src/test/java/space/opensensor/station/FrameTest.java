package space.opensensor.station;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import space.opensensor.bytes.Hex;

/** Payloads of the log's notes, byte by byte and back. */
public class FrameTest {

    private final Frame frame = new Frame();

    @Test
    public void encodesAnAnchorAndALoss() {
        this.frame.encode(new Anchor(5, 1772323200000L));
        assertEquals("02" + "05" + "80b8c7b5ca33", encoded());
        this.frame.encodeLoss(7, 200);
        assertEquals("03" + "07" + "c801", encoded());
    }

    @Test
    public void decodesWhatItEncoded() {
        this.frame.encodeLoss(Long.MAX_VALUE, Long.MAX_VALUE);
        assertEquals(Frame.LOSS, this.frame.decode(this.frame.bytes(), 0, this.frame.length()));
        assertEquals(Long.MAX_VALUE, this.frame.monotonicMillis());
        assertEquals(Long.MAX_VALUE, this.frame.value());
    }

    @Test
    public void callsEveryShorterPayloadUnknown() {
        this.frame.encode(new Anchor(5, 1772323200000L));
        for (int length = 0; length < this.frame.length(); length++) {
            assertEquals(Frame.UNKNOWN, this.frame.decode(this.frame.bytes(), 0, length));
        }
        byte[] later = Hex.decode("0405");
        assertEquals(Frame.UNKNOWN, this.frame.decode(later, 0, later.length));
        byte[] endless = Hex.decode("02ffffffffffffffffffffff01");
        assertEquals(Frame.UNKNOWN, this.frame.decode(endless, 0, endless.length));
    }

    private String encoded() {
        return Hex.encode(this.frame.bytes(), 0, this.frame.length());
    }
}
