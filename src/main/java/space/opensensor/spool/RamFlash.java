package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@link Flash} in memory, for a board without a file system: one array, allocated once, in clusters chained as FAT does.
 * A power cut loses it all. Thread-safe.
 */
public final class RamFlash implements Flash {

    private static final int FREE = -1;
    private static final int LAST = -2;

    private final byte[] memory;
    private final int clusterBytes;
    /** For each cluster the next one of its file, {@link #LAST} or {@link #FREE}. */
    private final int[] next;
    private final String[] names;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] sizes;
    private int freeClusters;

    /**
     * Allocates the memory.
     *
     * @param clusters how many, 8 to 65,536: no more files either.
     * @param clusterBytes bytes of each, a power of two, 64 to 65,536.
     * @throws IllegalArgumentException outside these ranges, or for more than 2<sup>30</sup> bytes.
     */
    public RamFlash(int clusters, int clusterBytes) {
        if (clusters < 8 || clusters > 65536) {
            throw new IllegalArgumentException("clusters: " + clusters + " is not allowed; 8 to 65536 are");
        }
        boolean power = clusterBytes >= 64 && clusterBytes <= 65536 && (clusterBytes & clusterBytes - 1) == 0;
        if (!power || clusters > (1 << 30) / clusterBytes) {
            throw new IllegalArgumentException("clusterBytes: " + clusterBytes
                    + " is not allowed; powers of two from 64 to 65536 are, up to 2^30 bytes in all");
        }
        this.memory = new byte[clusters * clusterBytes];
        this.clusterBytes = clusterBytes;
        this.next = new int[clusters];
        this.names = new String[clusters];
        this.firsts = new int[clusters];
        this.lasts = new int[clusters];
        this.sizes = new int[clusters];
        this.freeClusters = clusters;
        for (int i = 0; i < clusters; i++) {
            this.next[i] = FREE;
        }
    }

    @Override
    public synchronized String[] list() {
        int count = 0;
        for (int i = 0; i < this.names.length; i++) {
            count += this.names[i] == null ? 0 : 1;
        }
        String[] found = new String[count];
        for (int i = 0, at = 0; at < count; i++) {
            if (this.names[i] != null) {
                found[at++] = this.names[i];
            }
        }
        return found;
    }

    @Override
    public synchronized long size(String name) throws IOException {
        return this.sizes[existing(name)];
    }

    @Override
    public synchronized InputStream open(String name) throws IOException {
        return new RamInput(this, existing(name));
    }

    @Override
    public synchronized OutputStream create(String name) throws IOException {
        delete(name);
        return append(name);
    }

    @Override
    public synchronized OutputStream append(String name) throws IOException {
        int file = find(name);
        if (file < 0) {
            file = find(null);
            if (file < 0) {
                throw new IOException("no room for file " + name);
            }
            this.names[file] = name;
            this.firsts[file] = LAST;
            this.sizes[file] = 0;
        }
        return new RamOutput(this, file);
    }

    @Override
    public synchronized void delete(String name) {
        int file = find(name);
        if (file < 0) {
            return;
        }
        int cluster = this.firsts[file];
        while (cluster != LAST) {
            int after = this.next[cluster];
            this.next[cluster] = FREE;
            this.freeClusters++;
            cluster = after;
        }
        this.names[file] = null;
    }

    @Override
    public synchronized long freeBytes() {
        return (long) this.freeClusters * this.clusterBytes;
    }

    @Override
    public int clusterBytes() {
        return this.clusterBytes;
    }

    @Override
    public boolean countsFree() {
        return false;
    }

    private int existing(String name) throws IOException {
        int file = find(name);
        if (file < 0) {
            throw new IOException("no file " + name);
        }
        return file;
    }

    /** Finds a file, or with null an unused place for one; -1 if there is none. */
    private int find(String name) {
        for (int i = 0; i < this.names.length; i++) {
            String found = this.names[i];
            if (name == null ? found == null : found != null && name.equalsIgnoreCase(found)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds bytes to a file, for its stream; all or none. */
    synchronized void write(int file, byte[] bytes, int offset, int length) throws IOException {
        int size = this.sizes[file];
        long growth = Room.roundUp((long) size + length, this.clusterBytes) - Room.roundUp(size, this.clusterBytes);
        if (growth > freeBytes()) {
            throw new IOException("memory is full: no room for " + length + " bytes");
        }
        int at = offset;
        int rest = length;
        while (rest > 0) {
            int within = this.sizes[file] & this.clusterBytes - 1;
            if (within == 0) {
                addCluster(file);
            }
            int n = Math.min(rest, this.clusterBytes - within);
            System.arraycopy(bytes, at, this.memory, this.lasts[file] * this.clusterBytes + within, n);
            this.sizes[file] += n;
            at += n;
            rest -= n;
        }
    }

    private void addCluster(int file) {
        int cluster = 0;
        while (this.next[cluster] != FREE) {
            cluster++;
        }
        this.next[cluster] = LAST;
        this.freeClusters--;
        if (this.sizes[file] == 0) {
            this.firsts[file] = cluster;
        } else {
            this.next[this.lasts[file]] = cluster;
        }
        this.lasts[file] = cluster;
    }

    /** Copies bytes of one cluster of a file, for its stream, unless the target is null; 0 at the end of the file. */
    synchronized int read(int file, int cluster, int position, byte[] target, int offset, int length) {
        int within = position & this.clusterBytes - 1;
        int n = Math.min(Math.min(length, this.sizes[file] - position), this.clusterBytes - within);
        if (n > 0 && target != null) {
            System.arraycopy(this.memory, cluster * this.clusterBytes + within, target, offset, n);
        }
        return Math.max(0, n);
    }

    /** @return the cluster after one of a file; with a negative one, the first of the file. */
    synchronized int clusterAfter(int file, int cluster) {
        return cluster < 0 ? this.firsts[file] : this.next[cluster];
    }
}
