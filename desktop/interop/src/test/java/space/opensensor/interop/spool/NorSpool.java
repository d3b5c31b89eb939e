package space.opensensor.interop.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import space.opensensor.spool.PartitionFlash;

/** A {@link PartitionFlash} on {@link NorFlash}: the power can go before, during and after each program and erase. */
public final class NorSpool implements CrashableFlash {

    private final NorFlash nor;
    private PartitionFlash flash;

    private NorSpool(NorFlash nor) {
        this.nor = nor;
    }

    /** @param foreign whether the partition held something else before. */
    public static NorSpool of(int sectors, boolean foreign) {
        return new NorSpool(new NorFlash(sectors, foreign));
    }

    NorFlash nor() {
        return this.nor;
    }

    PartitionFlash flash() {
        return this.flash;
    }

    @Override
    public void listen(Listener listener) {
        this.nor.listen(listener == null ? null : step -> listener.before(this, step));
    }

    @Override
    public int variants() {
        return this.nor.variants();
    }

    @Override
    public NorSpool restarted(int variant) {
        return new NorSpool(this.nor.cut(variant));
    }

    /** Mounts the partition anew. */
    @Override
    public void closeAll() {
        try {
            this.flash = new PartitionFlash(this.nor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is no limit. */
    @Override
    public int mostOpen() {
        return 0;
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
        return this.flash.open(name);
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
    public long freeBytes() {
        return this.flash.freeBytes();
    }

    @Override
    public int clusterBytes() {
        return this.flash == null ? 4096 : this.flash.clusterBytes();
    }

    @Override
    public boolean countsFree() {
        return true;
    }
}
