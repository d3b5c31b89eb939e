package space.opensensor.spool;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@link Flash} over a directory of the platform's file system: the FAT volume on the board, any directory on a desktop.
 * <p>
 * On the board {@code flush} of a file stream is FatFs {@code f_sync}; a desktop JVM leaves the bytes to the operating
 * system, which keeps them if the process dies, but not if the power goes.
 */
public class FileFlash implements Flash {

    private final File directory;
    private final long capacityBytes;
    private final int clusterBytes;

    /**
     * Creates the directory if it is missing.
     *
     * @param directory holds the files.
     * @param capacityBytes what its files, foreign ones too, may take in whole clusters.
     * @param clusterBytes bytes of a cluster, a power of two; 4,096 on the board.
     * @throws IOException if there is no directory and none can be made.
     * @throws IllegalArgumentException if the cluster is no power of two or the capacity less than one.
     */
    public FileFlash(File directory, long capacityBytes, int clusterBytes) throws IOException {
        if (clusterBytes < 1 || (clusterBytes & clusterBytes - 1) != 0) {
            throw new IllegalArgumentException("clusterBytes: " + clusterBytes + " is not allowed; powers of two are");
        }
        if (capacityBytes < clusterBytes) {
            throw new IllegalArgumentException(
                    "capacityBytes: " + capacityBytes + " is not allowed; " + clusterBytes + " or more are");
        }
        this.directory = directory;
        this.capacityBytes = capacityBytes;
        this.clusterBytes = clusterBytes;
        if (!directory.isDirectory() && !directory.mkdirs()) {
            throw new IOException("no directory " + directory + ", and none can be made");
        }
    }

    @Override
    public String[] list() throws IOException {
        String[] names = this.directory.list();
        if (names == null) {
            throw new IOException("directory " + this.directory + " cannot be read");
        }
        int files = 0;
        for (int i = 0; i < names.length; i++) {
            if (file(names[i]).isFile()) {
                names[files++] = names[i];
            }
        }
        String[] found = new String[files];
        System.arraycopy(names, 0, found, 0, files);
        return found;
    }

    @Override
    public long size(String name) throws IOException {
        File file = file(name);
        if (!file.isFile()) {
            throw new IOException("no file " + name);
        }
        return file.length();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new FileInputStream(file(name));
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return new FileOutputStream(file(name), false);
    }

    @Override
    public OutputStream append(String name) throws IOException {
        return new FileOutputStream(file(name), true);
    }

    @Override
    public void delete(String name) throws IOException {
        File file = file(name);
        if (file.exists() && !file.delete()) {
            throw new IOException("file " + name + " cannot be deleted");
        }
    }

    /** @return bytes of the capacity that no file takes, and no more than the volume has left. */
    @Override
    public long freeBytes() throws IOException {
        String[] names = list();
        long taken = 0;
        for (int i = 0; i < names.length; i++) {
            taken += Room.roundUp(file(names[i]).length(), this.clusterBytes);
        }
        return Math.max(0, Math.min(this.capacityBytes - taken, volumeFreeBytes()));
    }

    /**
     * Tells what is free on the whole volume: less than the files leave if clusters were lost in power cuts.
     *
     * @return bytes.
     */
    protected long volumeFreeBytes() {
        return this.directory.getFreeSpace();
    }

    @Override
    public int clusterBytes() {
        return this.clusterBytes;
    }

    @Override
    public boolean countsFree() {
        return false;
    }

    private File file(String name) {
        return new File(this.directory, name);
    }
}
