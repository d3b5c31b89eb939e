package space.opensensor.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.junit.Test;

import space.opensensor.bytes.LittleEndian;

/** A sampler appends while an uploader turns segments into objects and reads them, on a flash that takes its time. */
public class SpoolThreadsTest {

    private static final int READINGS = 4000;
    /** An append that takes longer than the interval of a station would miss the next reading. */
    private static final long INTERVAL_NANOS = 5000000000L;

    private final Flash flash = new PausingFlash(new RamFlash(256, Spools.CLUSTER));
    private Spool spool;
    private volatile boolean sampling = true;
    private volatile Throwable failure;
    private long longestAppendNanos;
    private final boolean[] uploaded = new boolean[READINGS];

    /** Appends numbered readings and pauses now and then. */
    private final class Sampler implements Runnable {
        @Override
        public void run() {
            try {
                byte[] payload = new byte[40];
                for (int i = 0; i < READINGS; i++) {
                    LittleEndian.putInt(payload, 0, i);
                    long start = System.nanoTime();
                    SpoolThreadsTest.this.spool.append(payload, 0, payload.length);
                    long nanos = System.nanoTime() - start;
                    SpoolThreadsTest.this.longestAppendNanos = Math.max(nanos, SpoolThreadsTest.this.longestAppendNanos);
                    if (i % 50 == 49) {
                        SpoolThreadsTest.this.spool.seal();
                        Thread.sleep(i % 200 == 199 ? 2 : 0);
                    }
                }
                SpoolThreadsTest.this.spool.seal();
            } catch (Exception e) {
                SpoolThreadsTest.this.failure = e;
            } finally {
                SpoolThreadsTest.this.sampling = false;
            }
        }
    }

    @Test
    public void losesAndDoublesNothingBetweenTwoThreads() throws Exception {
        this.spool = Spools.boot(this.flash);
        Thread sampler = new Thread(new Sampler());
        sampler.start();
        boolean last = false;
        while (!last) {
            last = !this.sampling;
            convert();
            upload();
        }
        sampler.join();
        assertNull(this.failure);
        for (int i = 0; i < READINGS; i++) {
            assertTrue("reading " + i, this.uploaded[i]);
        }
        assertEquals(0, this.spool.droppedReadings());
        assertEquals(0, this.spool.segmentCount());
        assertTrue("an append took " + this.longestAppendNanos / 1000000 + " ms", this.longestAppendNanos < INTERVAL_NANOS);
    }

    /** Turns the segments that are there into an object of their payloads. */
    private void convert() throws IOException {
        int count = this.spool.segmentCount();
        if (count == 0) {
            return;
        }
        int through = this.spool.segmentId(count - 1);
        OutputStream out = this.spool.createObject("o" + through, 1, through);
        byte[] payload = new byte[64];
        for (int i = 0; i < count; i++) {
            SegmentReader reader = this.spool.openSegment(this.spool.segmentId(i));
            for (int n = reader.next(payload); n >= 0; n = reader.next(payload)) {
                out.write(payload, 0, n);
            }
            Thread.yield();
        }
        out.close();
        this.spool.publish(through);
    }

    private void upload() throws IOException {
        byte[] payload = new byte[40];
        for (String name = this.spool.objectName(0); name != null; name = this.spool.objectName(0)) {
            InputStream in = this.spool.openObject(name);
            while (Streams.readFully(in, payload, 0, payload.length) == payload.length) {
                int reading = LittleEndian.getInt(payload, 0);
                assertTrue("reading " + reading + " twice", !this.uploaded[reading]);
                this.uploaded[reading] = true;
            }
            this.spool.acknowledge(name);
        }
    }
}
