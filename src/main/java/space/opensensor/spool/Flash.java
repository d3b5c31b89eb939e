package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * One directory on flash: what the spool needs of a file system, which is what FatFs does on the board.
 * <p>
 * The spool keeps at most one stream open and opens one more for the length of a call. It never seeks back, overwrites or
 * renames. Calls come from one thread at a time. Names are 8.3 names or longer ones of letters, digits, {@code _ . -};
 * names that differ only in case are the same file.
 */
public interface Flash {

    /**
     * Names the files of the directory, in any order; directories are left out.
     *
     * @return a new array, of length 0 if there is none.
     * @throws IOException if the directory cannot be read.
     */
    String[] list() throws IOException;

    /**
     * Tells the length of a file.
     *
     * @return bytes, as its directory entry has it.
     * @throws IOException if there is no such file.
     */
    long size(String name) throws IOException;

    /**
     * Opens a file for reading from its start (FatFs {@code FA_READ}). {@code skip} moves forwards.
     *
     * @throws IOException if there is no such file.
     */
    InputStream open(String name) throws IOException;

    /**
     * Opens an empty file for writing (FatFs {@code FA_CREATE_ALWAYS}): a file of that name loses its content.
     * <p>
     * {@code flush()} of the stream returns when content and length are on flash (FatFs {@code f_sync}); {@code close()}
     * does that too. Until then a power cut may leave any part of what was written since, in any order.
     *
     * @throws IOException if the flash is full or fails; {@code write}, {@code flush} and {@code close} likewise.
     */
    OutputStream create(String name) throws IOException;

    /**
     * Opens a file for writing at its end, creating it if there is none (FatFs {@code FA_OPEN_APPEND}); see
     * {@link #create(String)}.
     */
    OutputStream append(String name) throws IOException;

    /**
     * Deletes a file.
     *
     * @throws IOException if it could not be deleted; deleting what is not there is no error.
     */
    void delete(String name) throws IOException;

    /**
     * Tells how much may still be written.
     *
     * @return bytes in free clusters.
     * @throws IOException if the volume cannot be read.
     */
    long freeBytes() throws IOException;

    /** @return bytes of a cluster: a file takes whole ones. A power of two. */
    int clusterBytes();

    /**
     * Tells how free space is known.
     *
     * @return true: {@link #freeBytes()} costs nothing and is asked after every change, as a file may take a little more than
     *         whole clusters; false: it takes a while, and the caller counts clusters itself.
     */
    boolean countsFree();
}
