package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A log of frames and a queue of objects on one {@link Flash}.
 * <p>
 * Frames are appended to the open segment. Sealed segments are read oldest first and turned into objects by the caller:
 * {@link #createObject}, any number of times, then {@link #publish}, which takes the place of all segments up to a given
 * one in a single step: before it none of the objects counts, after it none of the segments does, whatever is cut in
 * between. Objects then wait, oldest first, until {@link #acknowledge} deletes them.
 * <p>
 * Thread-safe: a sampler may append while an uploader reads, writes and deletes. A call blocks another for at most one
 * block of {@link SpoolConfig#bufferBytes(int)} or one deletion, never for longer, and streams hold no lock between
 * calls.
 */
public final class Spool {

    /**
     * Allocates the buffers; touches no flash.
     *
     * @param flash directory of this spool; it belongs to the spool, but files of other names are left alone.
     * @param config read here; later changes to it have no effect.
     */
    public Spool(Flash flash, SpoolConfig config) {
    }

    /**
     * Reads what is on flash, finishes what a cut left half done and starts a new boot. To be called once, first.
     * <p>
     * The last segment stays open if its end is undamaged: frames of this boot go on behind those of the last one.
     *
     * @throws IOException if the flash cannot be read at all.
     * @throws IllegalStateException if the flash is smaller than the reserve and one segment need; tells both sizes.
     */
    public void recover() throws IOException {
    }

    /** @return number of this boot, 1 or more, never used before on this flash. */
    public int bootId() {
        return 0;
    }

    /** @return whether {@link #recover()} found no state: a new, formatted or foreign volume. */
    public boolean isNew() {
        return false;
    }

    /**
     * Appends a reading. It counts as one when dropped.
     *
     * @param payload opaque to the spool.
     * @param offset index of its first byte.
     * @param length 1 to 1,024 bytes.
     * @return whether the frame is on flash, with all before it; false if it waits in memory by the sync policy.
     * @throws SpoolFullException if there is no room; the frame is counted as dropped.
     * @throws IOException if the flash fails; the frame is counted as dropped.
     * @throws IllegalArgumentException if the length is not allowed.
     */
    public boolean append(byte[] payload, int offset, int length) throws IOException {
        return false;
    }

    /** Appends a note: a frame that is no reading and does not count as dropped; else as {@link #append}. */
    public boolean appendNote(byte[] payload, int offset, int length) throws IOException {
        return false;
    }

    /**
     * Writes the frames that wait in memory.
     *
     * @throws IOException if the flash is full or fails; they go on waiting.
     */
    public void sync() throws IOException {
    }

    /**
     * Writes the frames that wait in memory if the first of them waits too long by {@link SpoolConfig#syncMillis(int)}.
     * To be called now and then; the first call after an append starts its time.
     *
     * @param monotonicMillis the time now; any origin.
     * @throws IOException as {@link #sync()}.
     */
    public void syncIfDue(long monotonicMillis) throws IOException {
    }

    /**
     * Syncs and closes the open segment; the next append starts another. Without an open segment nothing happens.
     *
     * @throws IOException as {@link #sync()}; the segment is sealed nevertheless.
     */
    public void seal() throws IOException {
    }

    /** @return the segment that appends go to; 0 if the next one starts it. */
    public int openSegmentId() {
        return 0;
    }

    /** @return how many sealed segments there are. */
    public int segmentCount() {
        return 0;
    }

    /**
     * @param index 0 (oldest) to {@link #segmentCount()} - 1.
     * @return the id of a sealed segment, 1 or more, growing with the index; 0 if the index is too high by now.
     */
    public int segmentId(int index) {
        return 0;
    }

    /** @return readings in a segment; 0 if there is none of that id. */
    public int segmentReadings(int id) {
        return 0;
    }

    /**
     * Starts reading a segment; of the open one, what is on flash by now.
     *
     * @return the one reader of this spool.
     * @throws IOException if there is no such segment, as it was dropped meanwhile.
     */
    public SegmentReader openSegment(int id) throws IOException {
        return null;
    }

    /**
     * Deletes all sealed segments up to and including one, without an object in their place.
     *
     * @throws IOException if the flash fails; {@link #recover()} finishes it.
     */
    public void deleteSegments(int through) throws IOException {
    }

    /**
     * Starts an object that, with others of the same {@code through}, will take the place of segments.
     *
     * @param name 1 to 160 letters, digits, {@code _ . -}.
     * @param readings how many it holds, for the count of dropped ones.
     * @param through the last sealed segment whose readings are, or need not be, in these objects.
     * @return a stream through the spool's block buffer: it writes whole blocks, {@code close} the rest. One at a time.
     * @throws IllegalArgumentException if the name is not allowed, or no sealed segment has that id.
     * @throws IllegalStateException if the last object is not closed, an unpublished one has another {@code through}, or
     *         the name is taken.
     * @throws IOException if the flash is full or fails; the stream likewise.
     */
    public OutputStream createObject(String name, int readings, int through) throws IOException {
        return null;
    }

    /**
     * Puts the closed objects in the place of all sealed segments up to and including {@code through}: one record on flash
     * decides, then the segments are deleted.
     *
     * @throws IllegalStateException if there is no such object, one is not closed, or they were discarded because their
     *         segments had to be dropped.
     * @throws IOException if the flash fails; the objects are not published and may be discarded or published again.
     */
    public void publish(int through) throws IOException {
    }

    /** Deletes the objects that are not published; the segments stay. */
    public void discardObjects() throws IOException {
    }

    /** @return how many published objects there are. */
    public int objectCount() {
        return 0;
    }

    /**
     * @param index 0 (oldest) to {@link #objectCount()} - 1.
     * @return the name of a published object; null if the index is too high by now.
     */
    public String objectName(int index) {
        return null;
    }

    /** @return bytes of a published object; -1 if there is none of that name. */
    public long objectSize(String name) {
        return -1;
    }

    /** @return readings in a published object as told at its creation; -1 if there is none of that name. */
    public int objectReadings(String name) {
        return -1;
    }

    /**
     * Opens a published object. Every read opens the file, reads as much as asked for and closes it: read in blocks.
     *
     * @throws IOException if there is no such object; the stream's reads too, if it is dropped meanwhile.
     */
    public InputStream openObject(String name) throws IOException {
        return null;
    }

    /**
     * Deletes an object whose upload is verified. Without such an object nothing happens.
     *
     * @throws IOException if the flash fails; the object is then still there.
     */
    public void acknowledge(String name) throws IOException {
    }

    /** @return bytes that can still be appended before the spool counts as full. */
    public long freeBytes() {
        return 0;
    }

    /** @return readings dropped or refused because the flash was full or failed, since the volume was made. */
    public long droppedReadings() {
        return 0;
    }

    /** @return damaged ends of segments cut off by {@link #recover()}, since the volume was made. */
    public int damagedTails() {
        return 0;
    }

    /** @return damaged frames within segments, passed over, since the volume was made. */
    public int damagedFrames() {
        return 0;
    }

    /** @return files of the spool's names on flash that cannot be read (damaged or of another version); they are kept. */
    public int setAsideFiles() {
        return 0;
    }

    /** @return files of other names in the directory, as {@link #recover()} found them. */
    public int foreignFiles() {
        return 0;
    }

    /** @return operations of the flash that failed since this boot. */
    public int flashErrors() {
        return 0;
    }
}
