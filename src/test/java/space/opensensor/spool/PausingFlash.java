package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A flash that lets other threads run before each of its operations, and now and then for a while. */
final class PausingFlash implements Flash {

    private final Flash flash;
    private int operations;

    PausingFlash(Flash flash) {
        this.flash = flash;
    }

    private void pause() {
        this.operations++;
        Thread.yield();
        if (this.operations % 257 == 0) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public String[] list() throws IOException {
        pause();
        return this.flash.list();
    }

    @Override
    public long size(String name) throws IOException {
        pause();
        return this.flash.size(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        pause();
        return this.flash.open(name);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        pause();
        return this.flash.create(name);
    }

    @Override
    public OutputStream append(String name) throws IOException {
        pause();
        return this.flash.append(name);
    }

    @Override
    public void delete(String name) throws IOException {
        pause();
        this.flash.delete(name);
    }

    @Override
    public long freeBytes() throws IOException {
        pause();
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
