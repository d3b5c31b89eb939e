package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Hex;

/** Readings in a frame of the archive: bit by bit, and back. */
public class ArchiveReadingsTest {

    private static final int MOST_BYTES = 400;
    private static final byte[] ANCHOR = { 2, 5, 7 };

    private final ArchiveState state = new ArchiveState();
    private final ArchiveWriter writer = new ArchiveWriter(this.state);
    private final ArchiveReader reader = new ArchiveReader(this.state);
    private final Reading back = new Reading();
    private final byte[] frame = new byte[100000];

    private static Reading reading(long millis, float temperature, float noise) {
        Reading reading = new Reading();
        reading.clear(millis);
        reading.set(Quantity.TEMPERATURE, temperature);
        reading.set(Quantity.NOISE, noise);
        return reading;
    }

    /** The example of docs/formats.md. */
    @Test
    public void writesTheExampleOfTheFormat() {
        this.writer.start(this.frame, ANCHOR, 0);
        this.writer.write(reading(300, 1.5f, -2f));
        this.writer.write(reading(5300, 1.51f, -2f));
        this.writer.write(reading(10300, 1.49f, -2.1f));
        assertEquals("05" + "00" + "dbeeee67bf58bb56c25fc8452e67f2e326", Hex.encode(this.frame, 0, this.writer.finish()));
    }

    @Test
    public void keepsEveryBitOfWhateverItIsGiven() {
        RandomReadings random = new RandomReadings();
        Reading[] given = new Reading[300];
        this.writer.start(this.frame, ANCHOR, ANCHOR.length);
        for (int i = 0; i < given.length; i++) {
            given[i] = random.next();
            int before = this.writer.length();
            this.writer.write(given[i]);
            assertTrue(this.writer.length() - before <= MOST_BYTES);
        }
        int length = this.writer.finish();
        this.reader.start(this.frame, length);
        for (int i = 0; i < given.length; i++) {
            assertTrue(this.reader.next(this.back));
            RandomReadings.assertSame(given[i], this.back);
        }
    }

    @Test
    public void takesFewBytesMoreForTheLeastLikelyReadings() {
        this.writer.start(this.frame, ANCHOR, ANCHOR.length);
        for (int i = 0; i < 200; i++) {
            this.writer.write(reading(5000L * i, 20, 40));
        }
        int before = this.writer.length();
        assertTrue("bytes: " + before, before < 60);
        Reading raw = new Reading();
        raw.clear(Long.MAX_VALUE);
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            raw.set(quantity, Float.intBitsToFloat(0x80000000));
        }
        this.writer.write(raw);
        assertTrue("bytes: " + (this.writer.length() - before), this.writer.length() - before <= MOST_BYTES);
        this.reader.start(this.frame, this.writer.finish());
        for (int i = 0; i < 200; i++) {
            assertTrue(this.reader.next(this.back));
        }
        assertTrue(this.reader.next(this.back));
        RandomReadings.assertSame(raw, this.back);
    }

    @Test
    public void goesBackToWhereItWasMarked() {
        this.writer.start(this.frame, ANCHOR, ANCHOR.length);
        this.writer.write(reading(1, 20, 40));
        this.writer.mark();
        int length = this.writer.length();
        for (int i = 0; i < 50; i++) {
            this.writer.write(reading(5 * i, -i, i));
        }
        this.writer.reset();
        assertEquals(length, this.writer.length());
        this.reader.start(this.frame, this.writer.finish());
        assertTrue(this.reader.next(this.back));
        RandomReadings.assertSame(reading(1, 20, 40), this.back);
    }

    @Test
    public void endsWhereThePayloadEndsEarly() {
        Random random = new Random(5);
        this.writer.start(this.frame, ANCHOR, ANCHOR.length);
        for (int i = 0; i < 100; i++) {
            this.writer.write(reading(5000L * i, random.nextInt(4000) / 100f, random.nextInt(900) / 10f));
        }
        int length = this.writer.finish();
        this.reader.start(this.frame, length / 2);
        int found = 0;
        while (found < 100 && this.reader.next(this.back)) {
            found++;
        }
        assertTrue("readings: " + found, found > 40 && found < 70);
    }

    /** Noise of a few units of the resolution, as sensors have it: 2 bits of information a value and more. */
    @Test
    public void takesLittleMoreThanTheEntropy() {
        Random random = new Random(3);
        this.writer.start(this.frame, ANCHOR, ANCHOR.length);
        int readings = 400;
        int level = 0;
        for (int i = 0; i < readings; i++) {
            Reading reading = new Reading();
            reading.clear(1000000 + i * 5000L);
            level += (int) Math.round(random.nextGaussian() * 4);
            for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
                int n = quantity < 3 ? 1000 + level : 1000;
                reading.set(quantity, n / (float) Quantity.divisor(quantity));
            }
            this.writer.write(reading);
        }
        double entropy = 3 * (Math.log(4 * Math.sqrt(2 * Math.PI * Math.E)) / Math.log(2)) * readings / 8;
        int length = this.writer.finish();
        assertTrue(length + " bytes, entropy " + entropy, length < 1.15 * entropy);
        assertFalse(length + " bytes, entropy " + entropy, length < entropy);
    }
}
