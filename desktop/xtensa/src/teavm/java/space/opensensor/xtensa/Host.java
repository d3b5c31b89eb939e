package space.opensensor.xtensa;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

import space.opensensor.bytes.Utf8;
import space.opensensor.spool.Flash;

/** What a program needs of the machine it runs on: here C functions ({@code host.c}). */
final class Host {

    /** What {@link #count} counts. */
    static final String[] METRICS = { "instructions", "hash_instructions" };

    private Host() {
    }

    /** Adds bytes to the end of a file, which is made if there is none. */
    static void append(byte[] name, byte[] bytes, int offset, int length) {
        append(Address.ofData(name), name.length, Address.ofData(bytes).add(offset), length);
    }

    /** Reads bytes of a file from a position on; returns how many there were. */
    static int read(String name, int position, byte[] target) {
        byte[] ascii = Utf8.encode(name);
        return read(Address.ofData(ascii), ascii.length, position, Address.ofData(target), target.length);
    }

    /** Puts the counters: instructions executed since the start, those of {@code sha256.c} apart; 0 where nothing counts. */
    static void count(long[] now) {
        now[0] = instructions();
        now[1] = hashInstructions();
    }

    /** Returns an empty flash with the size of the board's storage partition. */
    static Flash flash() {
        return new NativeFlash();
    }

    @Import(name = "host_append")
    private static native void append(Address name, int nameLength, Address bytes, int length);

    @Import(name = "host_read")
    private static native int read(Address name, int nameLength, int position, Address bytes, int length);

    @Include("host.h")
    @Import(name = "host_instructions")
    private static native long instructions();

    @Include("host.h")
    @Import(name = "sha256_instructions")
    private static native long hashInstructions();
}
