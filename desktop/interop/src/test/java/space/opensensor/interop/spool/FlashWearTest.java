package space.opensensor.interop.spool;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;

import org.junit.Test;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Payload;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** Sectors written per day of readings, by sync policy: the table of docs/spool-format.md. */
public class FlashWearTest {

    /** 528 KiB less the four sectors of the wear levelling. */
    private static final int VOLUME = 128 * 4096;
    private static final int READINGS = 17280;
    private static final int WINDOW = 180;
    /** Bytes of the first reading of a frame, and of a later one. */
    private static final int FIRST = 29;
    private static final int LATER = 6;
    private static final int OBJECT = 4300;

    /** Sets a place behind all that is on flash. */
    static void end(Spool spool, byte[] frame, Position end) throws IOException {
        LogReader reader = spool.log();
        reader.start();
        while (reader.next(frame) >= 0) {
            continue;
        }
        reader.markBehind(end);
    }

    /** Sector writes of a day: all, data, directory, FAT. */
    private static long[] day(int sectorBytes, int syncAppends, int syncSeconds) throws IOException {
        FatFlash flash = FatFlash.format(VOLUME, sectorBytes, true);
        Spool spool = new Spool(flash, new SpoolConfig().syncAppends(syncAppends).syncMillis(syncSeconds * 1000));
        spool.recover();
        Payload payload = (frame, offset, length) -> length == 0 ? FIRST : length + LATER;
        byte[] object = new byte[OBJECT];
        byte[] frame = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        Position end = new Position();
        for (int reading = 1; reading <= READINGS; reading++) {
            spool.append(payload);
            spool.syncIfDue(reading * 5000L);
            if (reading % WINDOW == 0) {
                spool.sync();
                end(spool, frame, end);
                OutputStream out = spool.createObject("data_" + reading + ".parquet", WINDOW, end);
                out.write(object, 0, object.length);
                out.close();
                spool.publish();
                spool.acknowledge("data_" + reading + ".parquet");
            }
        }
        long[] writes = new long[4];
        for (int sector = 0; sector < VOLUME / sectorBytes; sector++) {
            long n = flash.volume().disk.writesOf(sector);
            String kind = flash.volume().kindOf(sector);
            writes[0] += n;
            writes[kind.equals("data") ? 1 : kind.equals("directory") ? 2 : 3] += n;
        }
        return writes;
    }

    @Test
    public void writesTwoSectorsPerSync() throws IOException {
        System.out.println("sector | sync every | writes/day | data | directory | FAT | years at 100,000 erases of 128 sectors");
        for (int sectorBytes : new int[] { 4096, 512 }) {
            for (int frames : new int[] { 1, 2, 5, 12, 60, 180 }) {
                assertTwoSectorsPerSync(sectorBytes, frames, frames + " readings", day(sectorBytes, frames, 0));
            }
            assertTwoSectorsPerSync(sectorBytes, 13, "60 s", day(sectorBytes, 1000, 60));
        }
    }

    private static void assertTwoSectorsPerSync(int sectorBytes, int frames, String every, long[] writes) {
        double perSectorDay = writes[0] * 17 / 16.0 * (sectorBytes == 512 ? 4 : 1) / 128;
        System.out.printf("%4d | %s | %6d | %6d | %6d | %5d | %.1f%n", sectorBytes, every, writes[0], writes[1], writes[2],
                writes[3], 100000 / perSectorDay / 365);
        assertTrue("per sync", writes[0] <= 2.1 * READINGS / frames + 96 * 24 * (4096 / sectorBytes > 1 ? 3 : 1));
    }
}
