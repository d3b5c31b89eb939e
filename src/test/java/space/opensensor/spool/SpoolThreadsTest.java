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
    private final Position end = new Position();
    private int objects;
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

    /** Turns what is on flash into an object of its payloads. */
    private void convert() throws IOException {
        LogReader reader = this.spool.log();
        byte[] payload = new byte[64];
        int frames = 0;
        reader.start();
        while (reader.next(payload) >= 0) {
            frames++;
        }
        if (frames == 0) {
            return;
        }
        reader.markBehind(this.end);
        OutputStream out = this.spool.createObject("o" + this.objects++, 1, this.end);
        reader.start();
        for (int i = 0; i < frames; i++) {
            out.write(payload, 0, reader.next(payload));
        }
        out.close();
        this.spool.publish();
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
