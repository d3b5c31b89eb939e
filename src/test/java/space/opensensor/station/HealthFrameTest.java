package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.Hex;

/** Payloads of rows of health, byte by byte and back. */
public class HealthFrameTest {

    private final HealthFrame frame = new HealthFrame();
    private final Health health = new Health();

    @Test
    public void encodesTimeMaskAndZigzagValues() {
        this.health.clear(300);
        this.health.set(Health.RESET_REASON, 1);
        this.health.set(Health.WIFI_RSSI, -70);
        this.frame.encode(this.health);
        assertEquals("04" + "ac02" + "818008" + "02" + "8b01", Hex.encode(this.frame.bytes(), 0, this.frame.length()));
    }

    @Test
    public void decodesTheLargestRowBitByBit() {
        this.health.clear(Long.MAX_VALUE);
        for (int field = 0; field < Health.COUNT; field++) {
            this.health.set(field, field % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
        }
        this.frame.encode(this.health);
        Health back = new Health();
        assertTrue(this.frame.decode(this.frame.bytes(), this.frame.length(), back));
        assertEquals(Long.MAX_VALUE, back.monotonicMillis());
        for (int field = 0; field < Health.COUNT; field++) {
            assertTrue(Health.name(field), back.has(field));
            assertEquals(this.health.get(field), back.get(field));
        }
    }

    @Test
    public void leavesOutFieldsOfALaterVersion() {
        byte[] later = Hex.decode("04" + "05" + "8180808008" + "04" + "06");
        assertTrue(this.frame.decode(later, later.length, this.health));
        assertEquals(2, this.health.get(Health.RESET_REASON));
        assertFalse(this.health.has(Health.FAULTS));
    }

    @Test
    public void refusesEveryShorterPayloadAndOtherKinds() {
        this.health.clear(5000);
        this.health.set(Health.UPLOADS, 100);
        this.frame.encode(this.health);
        byte[] payload = Hex.decode(Hex.encode(this.frame.bytes(), 0, this.frame.length()));
        for (int length = 0; length < payload.length; length++) {
            assertFalse(this.frame.decode(payload, length, this.health));
        }
        byte[] reading = Hex.decode("010500");
        assertFalse(this.frame.decode(reading, reading.length, this.health));
    }

    @Test
    public void saturatesWhatDoesNotFit() {
        this.health.setLong(Health.READINGS_LOST, 1L << 40);
        assertEquals(Integer.MAX_VALUE, this.health.get(Health.READINGS_LOST));
    }
}
