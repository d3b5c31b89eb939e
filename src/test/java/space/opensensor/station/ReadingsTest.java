package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.spool.Payload;

/** Readings in a frame: bit by bit, and back. */
public class ReadingsTest {

    private static final int ROOM = 1024;

    private final ReadingsWriter writer = new ReadingsWriter();
    private final ReadingsReader reader = new ReadingsReader();
    private final Reading reading = new Reading();
    private final Reading back = new Reading();
    private final byte[] frame = new byte[ROOM + Payload.MOST_BYTES];
    private int length;

    /** The example of docs/formats.md. */
    @Test
    public void writesTheExampleOfTheFormat() {
        reading(300, 1.5f, -2f);
        assertEquals("01" + "6311064c2ccd09", encoded());
        reading(5300, 1.51f, -2f);
        assertEquals("01" + "6311064c2ccd39841301", encoded());
        reading(10300, 1.49f, -2.1f);
        assertEquals("01" + "6311064c2ccd3984130116", encoded());
    }

    private void reading(long millis, float temperature, float noise) {
        this.reading.clear(millis);
        this.reading.set(Quantity.TEMPERATURE, temperature);
        this.reading.set(Quantity.NOISE, noise);
        write();
    }

    private void write() {
        this.writer.take(this.reading);
        int before = this.length;
        this.length = this.writer.write(this.frame, 0, this.length);
        assertTrue(this.length - before <= Payload.MOST_BYTES);
    }

    private String encoded() {
        return Hex.encode(this.frame, 0, this.length);
    }

    @Test
    public void keepsEveryBitOfWhateverItIsGiven() {
        RandomReadings random = new RandomReadings();
        Reading[] given = new Reading[200];
        int from = 0;
        for (int i = 0; i < given.length; i++) {
            given[i] = random.next();
            this.writer.take(given[i]);
            this.length = this.writer.write(this.frame, 0, this.length);
            if (this.length > ROOM - Payload.MOST_BYTES || i == given.length - 1) {
                assertFrame(given, from, i + 1);
                this.length = 0;
                from = i + 1;
            }
        }
    }

    private void assertFrame(Reading[] given, int from, int to) {
        this.reader.start(this.frame, this.length, to - from);
        for (int i = from; i < to; i++) {
            assertTrue(this.reader.next(this.back));
            RandomReadings.assertSame(given[i], this.back);
        }
        assertFalse(this.reader.next(this.back));
    }

    @Test
    public void keepsMissingApartFromZero() {
        this.reading.clear(1);
        this.reading.set(Quantity.LIGHT, 0f);
        this.reading.set(Quantity.PRESSURE, Float.NaN);
        write();
        this.reader.start(this.frame, this.length, 1);
        assertTrue(this.reader.next(this.back));
        assertTrue(this.back.has(Quantity.LIGHT));
        assertFalse(this.back.has(Quantity.PRESSURE));
        assertEquals(1 << Quantity.LIGHT, this.back.present());
    }

    @Test
    public void endsWhereThePayloadEndsEarly() {
        reading(1000000, 12f, 50f);
        for (int cut = 1; cut < this.length; cut++) {
            this.reader.start(this.frame, cut, 1);
            assertFalse("cut at " + cut, this.reader.next(this.back));
        }
        this.reader.start(this.frame, this.length, 1);
        assertTrue(this.reader.next(this.back));
        assertFalse(this.reader.next(this.back));
    }

    @Test
    public void takesLessThanHalfAByteOfAValueThatHardlyChanges() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            this.reading.clear(1000000 + i * 5000L);
            for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
                this.reading.set(quantity, (1000 + random.nextInt(2)) / (float) Quantity.divisor(quantity));
            }
            write();
        }
        assertTrue("bytes: " + this.length, this.length < 60 * 9 / 2);
    }
}
