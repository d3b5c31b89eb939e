package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.Test;

import space.opensensor.spool.Flash;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** Recovery of a full partition: one pass, bounded memory; and what steady state allocates. */
public class RecoveryCostTest {

    private static final int PARTITION = 122 * 4096;

    /** Counts what is read. */
    private static final class CountingFlash implements Flash {
        private final Flash flash;
        private long read;
        private int opened;

        CountingFlash(Flash flash) {
            this.flash = flash;
        }

        @Override
        public String[] list() throws IOException {
            return this.flash.list();
        }

        @Override
        public long size(String name) throws IOException {
            return this.flash.size(name);
        }

        @Override
        public InputStream open(String name) throws IOException {
            InputStream in = this.flash.open(name);
            this.opened++;
            return new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int n = in.read(target, offset, length);
                    CountingFlash.this.read += Math.max(0, n);
                    return n;
                }

                @Override
                public void close() throws IOException {
                    in.close();
                }
            };
        }

        @Override
        public OutputStream create(String name) throws IOException {
            return this.flash.create(name);
        }

        @Override
        public OutputStream append(String name) throws IOException {
            return this.flash.append(name);
        }

        @Override
        public void delete(String name) throws IOException {
            this.flash.delete(name);
        }

        @Override
        public long freeBytes() throws IOException {
            return this.flash.freeBytes();
        }

        @Override
        public int clusterBytes() {
            return this.flash.clusterBytes();
        }

        @Override
        public boolean countsFree() {
            return this.flash.countsFree();
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(8192).whenFull(SpoolConfig.REFUSE_NEWEST);
    }

    /** As many files as fit: segments of one cluster and objects of one. */
    private static Flash full() throws IOException {
        Flash flash = new space.opensensor.spool.RamFlash(122, 4096);
        Spool spool = new Spool(flash, config());
        spool.recover();
        byte[] payload = new byte[45];
        Position end = new Position();
        for (int object = 0; object < 50; object++) {
            spool.append(payload, 0, payload.length);
            spool.seal();
            FlashWearTest.end(spool, new byte[Spool.MAX_ARCHIVE_PAYLOAD], end);
            OutputStream out = spool.createObject("station_2026-11-22_" + object + ".parquet", 180, end);
            out.write(new byte[4000], 0, 4000);
            out.close();
            spool.publish();
        }
        try {
            for (;;) {
                spool.append(payload, 0, payload.length);
            }
        } catch (IOException full) {
            return flash;
        }
    }

    @Test
    public void recoversAFullPartitionInOnePassWithLessThan64KilobytesOfHeap() throws IOException {
        Flash full = full();
        new Spool(full, config()).recover();
        CountingFlash flash = new CountingFlash(full);
        long before = allocated();
        Spool spool = new Spool(flash, config());
        spool.recover();
        long bytes = allocated() - before;
        long log = 0;
        for (String name : full.list()) {
            log += name.endsWith(".log") ? full.size(name) : 0;
        }
        System.out.println("recovery: " + bytes + " bytes allocated, " + flash.read + " read of " + log + " of log in "
                + spool.segmentCount() + " segments; " + spool.objectCount() + " objects");
        assertTrue("allocated " + bytes, bytes <= 65536);
        assertTrue("read " + flash.read, flash.read <= log + 8192);
        assertTrue("files " + flash.opened, flash.opened <= spool.segmentCount() + 3);
        assertEquals(50, spool.objectCount());
        assertTrue("full", PARTITION - full.freeBytes() > 110 * 4096);
    }

    @Test
    public void allocatesNothingPerReading() throws IOException {
        Spool spool = new Spool(new space.opensensor.spool.RamFlash(122, 4096), new SpoolConfig());
        spool.recover();
        byte[] payload = new byte[45];
        for (int i = 0; i < 300; i++) {
            spool.append(payload, 0, payload.length);
        }
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = allocated();
            for (int i = 0; i < 100; i++) {
                spool.append(payload, 0, payload.length);
            }
            bytes = Math.min(bytes, allocated() - before);
        }
        assertEquals(0, bytes);
    }
}
