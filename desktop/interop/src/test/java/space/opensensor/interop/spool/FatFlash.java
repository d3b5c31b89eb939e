package space.opensensor.interop.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Flash that is a FAT volume: the power can go before every sector that FatFs writes, in the middle of whatever operation
 * that is.
 */
public final class FatFlash implements CrashableFlash {

    /** Whether a sector is written as a whole or not at all; else it is erased before, as the board's default does. */
    private final boolean atomicSectors;
    private final FatVolume volume;
    private int open;
    private int mostOpen;

    private FatFlash(FatVolume volume, boolean atomicSectors) {
        this.volume = volume;
        this.atomicSectors = atomicSectors;
    }

    public static FatFlash format(int bytes, int sectorBytes, boolean atomicSectors) {
        return new FatFlash(FatVolume.format(bytes, sectorBytes), atomicSectors);
    }

    static FatFlash mount(byte[] image, int sectorBytes) {
        return new FatFlash(FatVolume.mount(new FatDisk(image, sectorBytes)), true);
    }

    FatVolume volume() {
        return this.volume;
    }

    @Override
    public void listen(Listener listener) {
        this.volume.disk.listen(
                listener == null ? null : (sector, content, step) -> listener.before(this, step + " sector " + sector));
    }

    @Override
    public int variants() {
        return this.atomicSectors ? 1 : 4;
    }

    @Override
    public FatFlash restarted(int variant) {
        return new FatFlash(FatVolume.mount(this.volume.disk.copy(variant)), this.atomicSectors);
    }

    @Override
    public void closeAll() {
        this.open = 0;
    }

    @Override
    public int mostOpen() {
        return this.mostOpen;
    }

    private void opened() {
        this.open++;
        this.mostOpen = Math.max(this.mostOpen, this.open);
    }

    @Override
    public String[] list() {
        List<FatVolume.Entry> files = this.volume.list();
        String[] names = new String[files.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = files.get(i).name;
        }
        return names;
    }

    @Override
    public long size(String name) throws IOException {
        FatVolume.Entry file = this.volume.find(name);
        if (file == null) {
            throw new IOException("no file " + name);
        }
        return file.size & 0xFFFFFFFFL;
    }

    @Override
    public InputStream open(String name) throws IOException {
        FatVolume.OpenFile file = this.volume.open(name);
        opened();
        return new InputStream() {
            private boolean closed;

            @Override
            public int read() {
                throw new AssertionError("bytes are not to be read one by one");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = file.read(target, offset, length);
                return n == 0 ? -1 : n;
            }

            @Override
            public long skip(long n) throws IOException {
                return file.read(new byte[(int) n], 0, (int) n);
            }

            @Override
            public void close() {
                FatFlash.this.open -= this.closed ? 0 : 1;
                this.closed = true;
            }
        };
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return output(this.volume.create(name));
    }

    @Override
    public OutputStream append(String name) throws IOException {
        return output(this.volume.append(name));
    }

    private OutputStream output(FatVolume.OpenFile file) {
        opened();
        return new OutputStream() {
            private boolean closed;

            @Override
            public void write(int b) {
                throw new AssertionError("bytes are not to be written one by one");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                file.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                file.sync();
            }

            @Override
            public void close() {
                if (!this.closed) {
                    this.closed = true;
                    FatFlash.this.open--;
                    file.sync();
                }
            }
        };
    }

    @Override
    public void delete(String name) throws IOException {
        FatVolume.Entry file = this.volume.find(name);
        if (file != null) {
            this.volume.unlink(file);
        }
    }

    @Override
    public long freeBytes() {
        return (long) this.volume.freeClusters() * FatVolume.CLUSTER;
    }

    @Override
    public int clusterBytes() {
        return FatVolume.CLUSTER;
    }

    @Override
    public boolean countsFree() {
        return false;
    }
}
