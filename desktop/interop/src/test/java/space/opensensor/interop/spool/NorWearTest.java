package space.opensensor.interop.spool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import org.junit.Test;

import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.Payload;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** What a raw partition costs: the tables of docs/spool-format.md, sections 9 and 11. */
public class NorWearTest {

    private static final int SECTORS = 132;
    /** Sectors of the journal: it takes its old one again each time, as that was erased least. */
    private static final int JOURNAL = 2;
    private static final int DAYS = 30;
    private static final int READINGS = 17280;
    private static final int WINDOW = 180;
    /** Bytes of the first reading of a frame, and of a later one. */
    private static final int FIRST = 29;
    private static final int LATER = 6;
    private static final int OBJECT = 4300;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long payloadBytes;

    /** As {@link FlashWearTest}: a month of windows, each made into an object and uploaded. */
    private NorFlash month(int syncReadings, int sectors) throws IOException {
        NorSpool flash = NorSpool.of(sectors, false);
        flash.closeAll();
        Spool spool = new Spool(flash, new SpoolConfig().syncAppends(syncReadings));
        spool.recover();
        this.payloadBytes = 0;
        Payload payload = (frame, offset, length) -> length == 0 ? FIRST : length + LATER;
        byte[] object = new byte[OBJECT];
        byte[] frame = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        Position end = new Position();
        for (int reading = 1; reading <= DAYS * READINGS; reading++) {
            spool.append(payload);
            this.payloadBytes += reading % syncReadings == 1 % syncReadings ? FIRST : LATER;
            if (reading % WINDOW == 0) {
                spool.sync();
                FlashWearTest.end(spool, frame, end);
                OutputStream out = spool.createObject("data_" + reading + ".parquet", WINDOW, end);
                out.write(object, 0, object.length);
                out.close();
                spool.publish();
                spool.acknowledge("data_" + reading + ".parquet");
                this.payloadBytes += OBJECT;
            }
        }
        assertEquals(0, spool.flashErrors());
        return flash.nor();
    }

    @Test
    public void lastsForDecadesWithEveryReadingSynced() throws IOException {
        System.out.println("raw partition | sync every | erases/day | programs/day | bytes programmed per byte | years | spread");
        for (int sync : new int[] { 1, 2, 5, 12, 60 }) {
            NorFlash nor = month(sync, SECTORS);
            long[] erases = IntStream.range(0, SECTORS).mapToLong(nor::erasesOf).sorted().toArray();
            long least = erases[JOURNAL];
            long most = erases[SECTORS - 1];
            double years = 100000.0 * DAYS / most / 365;
            System.out.printf("raw partition | %d | %d | %d | %.2f | %.0f | %d to %d%n", sync, nor.erases() / DAYS,
                    nor.programs / DAYS, nor.programmedBytes / (double) this.payloadBytes, years, least, most);
            assertTrue("" + years, years > 40);
            assertTrue(least + " to " + most, most - least <= 1 + most / 20);
        }
        NorFlash larger = month(1, SECTORS + 620);
        System.out.printf("raw partition of 2.9 MiB, every reading: %d erases a day, %.0f years%n", larger.erases() / DAYS,
                100000.0 * DAYS * (SECTORS + 620) / larger.erases() / 365);
    }

    @Test
    public void mountsAFullPartitionInAFewReadsPerSector() throws IOException {
        NorSpool flash = NorSpool.of(SECTORS, false);
        flash.closeAll();
        Spool spool = new Spool(flash, new SpoolConfig().reserveBytes(8192).whenFull(SpoolConfig.REFUSE_NEWEST));
        spool.recover();
        Payload payload = (frame, offset, length) -> length == 0 ? FIRST : length + LATER;
        int readings = 0;
        long freeAtStart = flash.freeBytes();
        try {
            for (;;) {
                spool.append(payload);
                readings++;
            }
        } catch (IOException full) {
            System.out.printf("raw partition: %.1f bytes of flash a reading, every one synced%n",
                    (freeAtStart - flash.freeBytes()) / (double) readings);
        }
        NorFlash nor = flash.nor();
        long reads = nor.reads;
        long bytes = nor.readBytes;
        long programs = nor.programs;
        PartitionFlash mounted = new PartitionFlash(nor);
        reads = nor.reads - reads;
        bytes = nor.readBytes - bytes;
        Silent silent = new Silent(nor);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        new PartitionFlash(silent);
        long memory = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        System.out.printf("mount of %d full sectors: %d reads, %d bytes, %d programs, %d bytes of heap%n", SECTORS, reads,
                bytes, nor.programs - programs, memory);
        assertTrue(reads + " reads", reads <= 5 * SECTORS);
        assertTrue(memory + " bytes", memory <= 4096);
        assertTrue(mounted.freeBytes() <= 4 * 4096);
    }

    @Test
    public void allocatesNothingPerReading() throws IOException {
        NorSpool flash = NorSpool.of(SECTORS, false);
        flash.closeAll();
        Spool spool = new Spool(new PartitionFlash(new Silent(flash.nor())), new SpoolConfig());
        spool.recover();
        Payload payload = (frame, offset, length) -> length == 0 ? FIRST : length + LATER;
        for (int i = 0; i < 300; i++) {
            spool.append(payload);
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 150; i++) {
                spool.append(payload);
            }
            least = Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        assertEquals(0, least);
    }

    /** Memory that allocates nothing itself. */
    private static final class Silent implements space.opensensor.spool.Partition {
        private final byte[] bytes;

        Silent(NorFlash nor) {
            this.bytes = nor.image();
        }

        @Override
        public int size() {
            return this.bytes.length;
        }

        @Override
        public void read(int address, byte[] target, int offset, int length) {
            System.arraycopy(this.bytes, address, target, offset, length);
        }

        @Override
        public void program(int address, byte[] source, int offset, int length) {
            System.arraycopy(source, offset, this.bytes, address, length);
        }

        @Override
        public void erase(int address) {
            java.util.Arrays.fill(this.bytes, address, address + SECTOR, (byte) 0xFF);
        }
    }
}
