package space.opensensor.interop.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Flash that keeps what was synced and, after a cut, any part of what was not: nothing, all, the first bytes up to every one
 * of them, the last without the first (reordered), zeros, erased or foreign bytes of the full length, or all with one bit
 * wrong. Operations may be made to fail.
 */
public final class FaultyFlash implements CrashableFlash {

    private static final int KINDS = 6;
    /** Up to so many unsynced bytes each one of them is a place to tear; beyond, one in 61. */
    private static final int EVERY_BYTE = 300;

    private static final class Stored {
        byte[] durable;
        byte[] current;

        boolean isSynced() {
            return this.durable != null && Arrays.equals(this.durable, this.current);
        }

        /** First byte that a cut may harm. */
        int firstUnsynced() {
            int common = 0;
            int end = this.durable == null ? 0 : Math.min(this.durable.length, this.current.length);
            while (common < end && this.durable[common] == this.current[common]) {
                common++;
            }
            return common;
        }

        int unsynced() {
            return this.current.length - firstUnsynced();
        }
    }

    private final TreeMap<String, Stored> files = new TreeMap<>();
    private final int clusters;
    private final int clusterBytes;
    private Listener listener;
    private int open;
    private int mostOpen;
    private int operations;
    private int failFrom = Integer.MAX_VALUE;
    private int failUntil;

    public FaultyFlash(int clusters, int clusterBytes) {
        this.clusters = clusters;
        this.clusterBytes = clusterBytes;
    }

    /** Lets the operations from one number on, up to another, fail with an exception; writes leave half of their bytes. */
    public void fail(int from, int until) {
        this.failFrom = from;
        this.failUntil = until;
    }

    /** @return operations that changed the flash or tried to. */
    public int operations() {
        return this.operations;
    }

    @Override
    public void listen(Listener newListener) {
        this.listener = newListener;
    }

    @Override
    public void closeAll() {
        this.open = 0;
    }

    @Override
    public int mostOpen() {
        return this.mostOpen;
    }

    @Override
    public int variants() {
        int most = 0;
        for (Stored file : this.files.values()) {
            most = Math.max(most, file.isSynced() ? 0 : places(file.unsynced()));
        }
        return most == 0 && allSynced() ? 1 : KINDS + 2 * most;
    }

    private boolean allSynced() {
        for (Stored file : this.files.values()) {
            if (!file.isSynced()) {
                return false;
            }
        }
        return true;
    }

    private static int places(int bytes) {
        return bytes <= EVERY_BYTE ? bytes : (bytes + 60) / 61;
    }

    private static int place(int index, int bytes) {
        return bytes <= EVERY_BYTE ? index : Math.min(bytes - 1, index * 61);
    }

    @Override
    public FaultyFlash restarted(int variant) {
        FaultyFlash after = new FaultyFlash(this.clusters, this.clusterBytes);
        for (String name : this.files.keySet()) {
            Stored file = this.files.get(name);
            byte[] left = file.isSynced() ? file.durable : harmed(file, variant);
            if (left != null) {
                Stored found = new Stored();
                found.durable = left;
                found.current = left;
                after.files.put(name, found);
            }
        }
        return after;
    }

    private static byte[] harmed(Stored file, int variant) {
        int from = file.firstUnsynced();
        int bytes = file.unsynced();
        byte[] all = file.current.clone();
        switch (variant) {
            case 0:
                return file.durable;
            case 1:
                return all;
            case 2:
                Arrays.fill(all, from, all.length, (byte) 0);
                return all;
            case 3:
                Arrays.fill(all, from, all.length, (byte) 0xFF);
                return all;
            case 4:
                for (int i = from; i < all.length; i++) {
                    all[i] = (byte) (i * 167 + (i >> 3));
                }
                return all;
            case 5:
                Arrays.fill(all, from, from + bytes / 2, (byte) 0);
                return all;
            default:
                break;
        }
        int index = (variant - KINDS) / 2;
        if (index >= places(bytes)) {
            return all;
        }
        int at = from + place(index, bytes);
        if ((variant & 1) == 0) {
            return Arrays.copyOf(all, at);
        }
        all[at] ^= (byte) (1 << (at & 7));
        return all;
    }

    /** @return an empty flash of the same size: formatted, as the volume could not be mounted. */
    public FaultyFlash formatted() {
        return new FaultyFlash(this.clusters, this.clusterBytes);
    }

    /** Changes one bit of a file that is synced: a fault of the medium. */
    public void flip(String name, int offset, int bit) {
        Stored file = this.files.get(key(name));
        file.current = file.current.clone();
        file.current[offset] ^= (byte) (1 << bit);
        file.durable = file.current;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void step(String what) throws IOException {
        if (this.listener != null) {
            this.listener.before(this, what);
        }
        if (isFailing()) {
            throw new IOException("flash fails: " + what);
        }
    }

    private boolean isFailing() {
        int number = this.operations++;
        return number >= this.failFrom && number < this.failUntil;
    }

    @Override
    public String[] list() {
        return this.files.keySet().toArray(new String[0]);
    }

    @Override
    public long size(String name) throws IOException {
        return existing(name).current.length;
    }

    private Stored existing(String name) throws IOException {
        Stored file = this.files.get(key(name));
        if (file == null) {
            throw new IOException("no file " + name);
        }
        return file;
    }

    @Override
    public InputStream open(String name) throws IOException {
        byte[] content = existing(name).current;
        opened();
        return new InputStream() {
            private int position;
            private boolean closed;

            @Override
            public int read() {
                throw new AssertionError("bytes are not to be read one by one");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int n = Math.min(length, content.length - this.position);
                if (n <= 0) {
                    return -1;
                }
                System.arraycopy(content, this.position, target, offset, n);
                this.position += n;
                return n;
            }

            @Override
            public long skip(long n) {
                int skipped = (int) Math.min(n, content.length - this.position);
                this.position += skipped;
                return skipped;
            }

            @Override
            public void close() {
                FaultyFlash.this.open -= this.closed ? 0 : 1;
                this.closed = true;
            }
        };
    }

    private void opened() {
        this.open++;
        this.mostOpen = Math.max(this.mostOpen, this.open);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        step("create " + name);
        Stored file = this.files.computeIfAbsent(key(name), k -> new Stored());
        file.current = new byte[0];
        return output(name, file);
    }

    @Override
    public OutputStream append(String name) throws IOException {
        step("append " + name);
        Stored file = this.files.computeIfAbsent(key(name), k -> new Stored());
        if (file.current == null) {
            file.current = new byte[0];
        }
        return output(name, file);
    }

    private OutputStream output(String name, Stored file) {
        opened();
        return new OutputStream() {
            private boolean closed;

            @Override
            public void write(int b) {
                throw new AssertionError("bytes are not to be written one by one");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (FaultyFlash.this.listener != null) {
                    FaultyFlash.this.listener.before(FaultyFlash.this, "write " + name);
                }
                boolean failing = isFailing();
                int taken = failing ? length / 2 : length;
                if (!fits(file, taken)) {
                    throw new IOException("flash is full");
                }
                ByteArrayOutputStream longer = new ByteArrayOutputStream(file.current.length + taken);
                longer.write(file.current, 0, file.current.length);
                longer.write(bytes, offset, taken);
                file.current = longer.toByteArray();
                if (failing) {
                    throw new IOException("flash fails: write " + name);
                }
            }

            @Override
            public void flush() throws IOException {
                step("flush " + name);
                file.durable = file.current;
            }

            @Override
            public void close() throws IOException {
                if (!this.closed) {
                    this.closed = true;
                    FaultyFlash.this.open--;
                    step("close " + name);
                    file.durable = file.current;
                }
            }
        };
    }

    private boolean fits(Stored file, int length) {
        long taken = clusters(file.current.length + length) - clusters(file.current.length);
        return taken * this.clusterBytes <= freeBytes();
    }

    private long clusters(long bytes) {
        return (bytes + this.clusterBytes - 1) / this.clusterBytes;
    }

    @Override
    public void delete(String name) throws IOException {
        step("delete " + name);
        this.files.remove(key(name));
    }

    @Override
    public long freeBytes() {
        long taken = 0;
        for (Stored file : this.files.values()) {
            taken += clusters(file.current.length);
        }
        return Math.max(0, this.clusters - taken) * this.clusterBytes;
    }

    @Override
    public int clusterBytes() {
        return this.clusterBytes;
    }

    @Override
    public boolean countsFree() {
        return false;
    }
}
