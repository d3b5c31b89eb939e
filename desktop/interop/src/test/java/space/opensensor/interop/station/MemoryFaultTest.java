package space.opensensor.interop.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.Random;

import org.junit.Test;

import space.opensensor.spool.Flash;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Quantity;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;
import space.opensensor.station.Uploader;

/**
 * Memory runs out, or a defect shows, in any one operation of the flash; the loop around the step goes on with the next. What
 * the station accepted is in the store in the end, once.
 */
public class MemoryFaultTest {

    private static final long START = 1772323200000L;
    private static final int READINGS = 28;

    /** Throws in one of its operations. */
    private static final class FaultFlash implements Flash {
        private final Flash flash = new RamFlash(64, 4096);
        private final boolean memory;
        private int untilFault;
        private int operations;
        private int archived;

        FaultFlash(int untilFault, boolean memory) {
            this.untilFault = untilFault;
            this.memory = memory;
        }

        private void step() {
            this.operations++;
            if (this.untilFault-- == 0) {
                if (this.memory) {
                    throw new OutOfMemoryError("flash");
                }
                throw new IllegalStateException("defect");
            }
        }

        private OutputStream stepping(OutputStream out) {
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    step();
                    this.out.write(bytes, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    step();
                    this.out.flush();
                }

                @Override
                public void close() throws IOException {
                    this.out.close();
                }
            };
        }

        @Override
        public String[] list() throws IOException {
            return this.flash.list();
        }

        @Override
        public long size(String name) throws IOException {
            step();
            return this.flash.size(name);
        }

        @Override
        public InputStream open(String name) throws IOException {
            step();
            return this.flash.open(name);
        }

        @Override
        public OutputStream create(String name) throws IOException {
            this.archived += name.endsWith(".arc") ? 1 : 0;
            step();
            return stepping(this.flash.create(name));
        }

        @Override
        public OutputStream append(String name) throws IOException {
            step();
            return stepping(this.flash.append(name));
        }

        @Override
        public void delete(String name) throws IOException {
            step();
            this.flash.delete(name);
        }

        @Override
        public long freeBytes() throws IOException {
            return this.flash.freeBytes();
        }

        @Override
        public boolean countsFree() {
            return this.flash.countsFree();
        }

        @Override
        public int clusterBytes() {
            return this.flash.clusterBytes();
        }
    }

    private final StoredReadings judge;
    private long now;
    private int taken;
    private int faults;
    private CutStore store;
    private Spool spool;
    private Station station;

    public MemoryFaultTest() throws IOException {
        this.judge = new StoredReadings();
    }

    @Test
    public void wantOfMemoryInAnyOperationLosesNothing() throws IOException {
        everyOperation(true);
    }

    @Test
    public void aDefectInAnyOperationLosesNothing() throws IOException {
        everyOperation(false);
    }

    private void everyOperation(boolean memory) throws IOException {
        int operations = run(Integer.MAX_VALUE, memory);
        assertEquals(0, this.faults);
        for (int fault = 0; fault < operations; fault++) {
            run(fault, memory);
            assertEquals("operation " + fault, 1, this.faults);
        }
        System.out.println("faults: " + operations + " operations of the flash, each failed once");
        assertTrue(operations + " operations", operations > 50);
    }

    private int run(int fault, boolean memory) throws IOException {
        StationConfig config = new StationConfig();
        String[] settings = { "interval", "180", "sync_readings", "1", "health", "15", "bucket", "sensors", "access_key",
            "id", "secret_key", "key" };
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        FaultFlash flash = new FaultFlash(Integer.MAX_VALUE, memory);
        this.store = new CutStore();
        this.spool = new Spool(flash, StoreSettings.spool(config).segmentBytes(4096).reserveBytes(8192));
        this.spool.recover();
        this.now = 0;
        this.taken = 0;
        this.faults = 0;
        this.station = new Station(config, reading -> reading.set(Quantity.GAS_RESISTANCE, this.taken), () -> this.now,
                this.spool, this.store, new Random(1));
        this.station.anchor(new Anchor(0, START));
        flash.untilFault = fault;
        flash.operations = 0;
        BitSet accepted = new BitSet();
        for (int i = 0; i < READINGS; i++) {
            if (sampled()) {
                accepted.set(this.taken);
            }
            this.taken++;
            boolean online = i < 6 || i > READINGS - 6;
            if (!online && i % 6 == 0) {
                endSegment();
            }
            work(online);
            this.now += 180000;
        }
        assertTrue("nothing was archived", fault < Integer.MAX_VALUE || flash.archived > 0);
        this.station.seal();
        this.now += 900000;
        for (int round = 0; round < 20; round++) {
            this.now += 900000;
            work(true);
        }
        compare(fault, accepted);
        return flash.operations;
    }

    private boolean sampled() {
        try {
            return this.station.sample();
        } catch (RuntimeException | Error e) {
            this.faults++;
            return false;
        }
    }

    /** Lets the log go on in another segment, so that this one can be archived. */
    private void endSegment() {
        try {
            this.spool.seal();
        } catch (IOException e) {
            return;
        } catch (RuntimeException | Error e) {
            this.faults++;
        }
    }

    /** What the loop of the files does in a step, with its guard. */
    private void work(boolean online) {
        try {
            this.station.publish();
            while (online && this.station.upload() == Uploader.STORED) {
                continue;
            }
        } catch (IOException e) {
            return;
        } catch (RuntimeException | Error e) {
            this.faults++;
        }
    }

    private void compare(int fault, BitSet accepted) {
        String id = "fault in operation " + fault + ": ";
        BitSet found = new BitSet();
        this.store.objects.forEach((key, content) -> {
            if (key.contains("/data_")) {
                for (StoredReadings.Row row : this.judge.read(content)) {
                    assertTrue(id + "reading " + row.reading() + " twice", !found.get(row.reading()));
                    found.set(row.reading());
                }
            }
        });
        accepted.andNot(found);
        assertTrue(id + "lost " + accepted, accepted.isEmpty());
        assertEquals(id + "files left", 0, this.spool.objectCount() + this.spool.segmentCount());
    }
}
