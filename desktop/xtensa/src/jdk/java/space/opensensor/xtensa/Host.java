package space.opensensor.xtensa;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import space.opensensor.spool.Flash;
import space.opensensor.spool.RamFlash;

/** What a program needs of the machine it runs on: here a JDK, with files of the working directory. */
final class Host {

    /**
     * What {@link #count} counts. With {@code -Dplatform.digests=false} the product finds no hash functions, as on the
     * emulated core, and its own are counted.
     */
    static final String[] METRICS = {"bytecodes", "calls", "allocations", "bytes"};

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    static {
        if ("false".equals(System.getProperty("platform.digests"))) {
            for (Provider provider : Security.getProviders()) {
                Security.removeProvider(provider.getName());
            }
        }
    }

    private Host() {
    }

    /** Adds bytes to the end of a file, which is made if there is none. */
    static void append(byte[] name, byte[] bytes, int offset, int length) {
        try (FileOutputStream out = new FileOutputStream(new String(name, StandardCharsets.US_ASCII), true)) {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads bytes of a file from a position on; returns how many there were. */
    static int read(String name, int position, byte[] target) {
        try (RandomAccessFile in = new RandomAccessFile(name, "r")) {
            in.seek(position);
            return Math.max(0, in.read(target));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the counters: of the product's code, as the agent counts it, and bytes allocated by this thread. */
    static void count(long[] now) {
        now[0] = Counters.bytecodes;
        now[1] = Counters.calls;
        now[2] = Counters.allocations;
        now[3] = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Returns an empty flash with the size of the board's storage partition. */
    static Flash flash() {
        return new RamFlash(132, 4096);
    }
}
