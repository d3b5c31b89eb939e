package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.Hex;

/** Payloads of the log's frames, byte by byte and back. */
public class FrameTest {

    private final Frame frame = new Frame();
    private final Reading reading = new Reading();

    @Test
    public void encodesAReadingAsTimeMaskAndValues() {
        this.reading.clear(300);
        this.reading.set(Quantity.TEMPERATURE, 1.5f);
        this.reading.set(Quantity.NOISE, -2f);
        this.frame.encode(this.reading);
        assertEquals("01" + "ac02" + "8102" + "0000c03f" + "000000c0", encoded());
    }

    @Test
    public void encodesAnAnchorAndALoss() {
        this.frame.encode(new Anchor(5, 1772323200000L));
        assertEquals("02" + "05" + "80b8c7b5ca33", encoded());
        this.frame.encodeLoss(7, 200);
        assertEquals("03" + "07" + "c801", encoded());
    }

    @Test
    public void decodesWhatItEncodedBitByBit() {
        int[] bits = { 0x7F800000, 0xFF800000, 0x80000000, 0, 1, 0x7F7FFFFF, 0x3DCCCCCD, 0x00800000, 0xC2F6E979 };
        this.reading.clear(Long.MAX_VALUE);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.reading.set(quantity, Float.intBitsToFloat(bits[quantity]));
        }
        this.frame.encode(this.reading);
        assertTrue(this.frame.length() <= Frame.MAX_BYTES);
        Reading back = new Reading();
        assertEquals(Frame.READING, this.frame.decode(this.frame.bytes(), this.frame.length(), back));
        assertEquals(Long.MAX_VALUE, back.monotonicMillis());
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            assertEquals(bits[quantity], Float.floatToRawIntBits(back.get(quantity)));
        }
    }

    @Test
    public void keepsMissingApartFromZero() {
        this.reading.clear(1);
        this.reading.set(Quantity.LIGHT, 0f);
        this.reading.set(Quantity.PRESSURE, Float.NaN);
        this.frame.encode(this.reading);
        Reading back = new Reading();
        this.frame.decode(this.frame.bytes(), this.frame.length(), back);
        assertTrue(back.has(Quantity.LIGHT));
        assertFalse(back.has(Quantity.PRESSURE));
        assertEquals(1 << Quantity.LIGHT, back.present());
    }

    @Test
    public void callsEveryShorterPayloadUnknown() {
        this.reading.clear(1000000);
        this.reading.set(Quantity.PM10, 12f);
        this.frame.encode(this.reading);
        for (int length = 0; length < this.frame.length(); length++) {
            assertEquals(Frame.UNKNOWN, this.frame.decode(this.frame.bytes(), length, this.reading));
        }
        byte[] later = Hex.decode("0405");
        assertEquals(Frame.UNKNOWN, this.frame.decode(later, later.length, this.reading));
        byte[] endless = Hex.decode("02ffffffffffffffffffffff01");
        assertEquals(Frame.UNKNOWN, this.frame.decode(endless, endless.length, this.reading));
    }

    private String encoded() {
        return Hex.encode(this.frame.bytes(), 0, this.frame.length());
    }
}
