package space.opensensor.interop.station;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;

import space.opensensor.spool.Flash;

/** A flash that takes its time, lets other threads run before every operation, and fails now and then. */
final class FlakyFlash implements Flash {

    private final Flash flash;
    private final Random random;
    private final int longestPauseMillis;
    private volatile int failOneIn;

    /** @param failOneIn 0 for never. */
    FlakyFlash(Flash flash, Random random, int longestPauseMillis, int failOneIn) {
        this.flash = flash;
        this.random = random;
        this.longestPauseMillis = longestPauseMillis;
        this.failOneIn = failOneIn;
    }

    /** From now on nothing fails. */
    void heal() {
        this.failOneIn = 0;
    }

    private void hesitate(boolean mayFail) throws IOException {
        Thread.yield();
        try {
            if (this.random.nextInt(8) == 0) {
                Thread.sleep(this.random.nextInt(this.longestPauseMillis + 1));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (mayFail && this.failOneIn > 0 && this.random.nextInt(this.failOneIn) == 0) {
            throw new IOException("flash failed");
        }
    }

    private OutputStream flaky(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                hesitate(true);
                this.out.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                hesitate(true);
                this.out.flush();
            }
        };
    }

    @Override
    public String[] list() throws IOException {
        hesitate(false);
        return this.flash.list();
    }

    @Override
    public long size(String name) throws IOException {
        hesitate(false);
        return this.flash.size(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        hesitate(true);
        return this.flash.open(name);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        hesitate(true);
        return flaky(this.flash.create(name));
    }

    @Override
    public OutputStream append(String name) throws IOException {
        hesitate(true);
        return flaky(this.flash.append(name));
    }

    @Override
    public void delete(String name) throws IOException {
        hesitate(true);
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
