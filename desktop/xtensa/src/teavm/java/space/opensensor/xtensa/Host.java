package space.opensensor.xtensa;

import org.teavm.interop.Address;
import org.teavm.interop.Import;

import space.opensensor.bytes.Utf8;
import space.opensensor.spool.Flash;

/** What a program needs of the machine it runs on: here C functions ({@code host.c}). */
final class Host {

    /** What {@link #count} counts. */
    static final String[] METRICS = { "instructions" };

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

    /** Puts the counter: instructions executed since the start; always 0 where nothing counts them. */
    static void count(long[] now) {
        now[0] = instructions();
    }

    /** Returns an empty flash with the size of the board's storage partition. */
    static Flash flash() {
        return new NativeFlash();
    }

    @Import(name = "host_append")
    private static native void append(Address name, int nameLength, Address bytes, int length);

    @Import(name = "host_read")
    private static native int read(Address name, int nameLength, int position, Address bytes, int length);

    @Import(name = "host_instructions")
    private static native long instructions();
}
