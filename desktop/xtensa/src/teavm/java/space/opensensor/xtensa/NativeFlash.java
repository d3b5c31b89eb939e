package space.opensensor.xtensa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.teavm.interop.Address;
import org.teavm.interop.Import;

import space.opensensor.bytes.Utf8;
import space.opensensor.spool.Flash;

/** The emulated flash chip ({@code flash.c}), outside the Java heap and outside RAM. */
final class NativeFlash implements Flash {

    private static final int NAME_BYTES = 64;

    @Override
    public String[] list() {
        String[] all = new String[files()];
        byte[] name = new byte[NAME_BYTES];
        int count = 0;
        for (int file = 0; file < all.length; file++) {
            int length = name(file, Address.ofData(name));
            if (length > 0) {
                all[count++] = Utf8.decode(name, 0, length);
            }
        }
        String[] names = new String[count];
        System.arraycopy(all, 0, names, 0, count);
        return names;
    }

    @Override
    public long size(String name) throws IOException {
        return size(existing(name));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new Input(existing(name));
    }

    @Override
    public OutputStream create(String name) throws IOException {
        delete(name);
        return append(name);
    }

    @Override
    public OutputStream append(String name) throws IOException {
        byte[] ascii = Utf8.encode(name);
        int file = make(Address.ofData(ascii), ascii.length);
        if (file < 0) {
            throw new IOException("no room for file " + name);
        }
        return new Output(file);
    }

    @Override
    public void delete(String name) {
        int file = find(name);
        if (file >= 0) {
            delete(file);
        }
    }

    @Override
    public long freeBytes() {
        return free();
    }

    @Override
    public int clusterBytes() {
        return cluster();
    }

    @Override
    public boolean countsFree() {
        return false;
    }

    private static int existing(String name) throws IOException {
        int file = find(name);
        if (file < 0) {
            throw new IOException("no file " + name);
        }
        return file;
    }

    private static int find(String name) {
        byte[] ascii = Utf8.encode(name);
        return find(Address.ofData(ascii), ascii.length);
    }

    @Import(name = "flash_files")
    private static native int files();

    @Import(name = "flash_name")
    private static native int name(int file, Address target);

    @Import(name = "flash_find")
    private static native int find(Address name, int length);

    @Import(name = "flash_make")
    private static native int make(Address name, int length);

    @Import(name = "flash_size")
    private static native int size(int file);

    @Import(name = "flash_delete")
    private static native void delete(int file);

    @Import(name = "flash_free")
    private static native int free();

    @Import(name = "flash_cluster")
    private static native int cluster();

    @Import(name = "flash_append")
    private static native int append(int file, Address bytes, int length);

    @Import(name = "flash_read")
    private static native int read(int file, int position, Address bytes, int length);

    /** Reads a file from its start. */
    private static final class Input extends InputStream {

        private final int file;
        private int position;

        Input(int file) {
            this.file = file;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int n = NativeFlash.read(this.file, this.position, Address.ofData(target).add(offset), length);
            this.position += n;
            return n == 0 && length > 0 ? -1 : n;
        }

        @Override
        public long skip(long bytes) {
            int n = (int) Math.min(bytes, NativeFlash.size(this.file) - this.position);
            this.position += n;
            return n;
        }
    }

    /** Writes to the end of a file. */
    private static final class Output extends OutputStream {

        private final int file;

        Output(int file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] { (byte) value }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (NativeFlash.append(this.file, Address.ofData(bytes).add(offset), length) == 0) {
                throw new IOException("flash is full: no room for " + length + " bytes");
            }
        }
    }
}
