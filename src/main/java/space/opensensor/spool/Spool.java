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

    private final Holdings holdings;
    private final Log log;
    private final ObjectQueue queue;
    private final SegmentScanner scanner;
    private final SegmentReader reader;
    private final int segmentBytes;
    private final int reserveBytes;
    private final int lowestBoot;
    private boolean recovered;
    private boolean isNew;
    private int foreignFiles;
    private int damagedFrames;

    /**
     * Allocates the buffers; touches no flash.
     *
     * @param flash directory of this spool; it belongs to the spool, but files of other names are left alone.
     * @param config read here; later changes to it have no effect.
     */
    public Spool(Flash flash, SpoolConfig config) {
        this.holdings = new Holdings(flash, config.whenFull() == SpoolConfig.DROP_OLDEST);
        this.log = new Log(this.holdings, config);
        this.queue = new ObjectQueue(this, this.holdings, config.bufferBytes());
        this.scanner = new SegmentScanner(flash, config.bufferBytes());
        this.reader = new SegmentReader(this, this.scanner);
        this.segmentBytes = config.segmentBytes();
        this.reserveBytes = config.reserveBytes();
        this.lowestBoot = config.firstBoot();
    }

    /**
     * Reads what is on flash, finishes what a cut left half done and starts a new boot. To be called once, first.
     * <p>
     * The last segment stays open if its end is undamaged: frames of this boot go on behind those of the last one.
     *
     * @throws IOException if the flash cannot be read at all.
     * @throws IllegalStateException if the flash is smaller than the reserve and one segment need; tells both sizes.
     */
    public synchronized void recover() throws IOException {
        if (this.recovered) {
            throw new IllegalStateException("recover: already called");
        }
        Recovery recovery = new Recovery(this.holdings, this.scanner);
        recovery.run(this.segmentBytes);
        this.isNew = recovery.isNew();
        this.foreignFiles = recovery.foreign();
        this.damagedFrames = recovery.damagedFrames();
        checkSize(recovery.open());
        StateJournal journal = this.holdings.journal;
        journal.boot = Math.max(journal.boot + 1, this.lowestBoot);
        this.holdings.saveJournal();
        this.holdings.askRoom();
        this.log.start(journal.boot, recovery.open());
        this.recovered = true;
    }

    /** @return number of this boot, 1 or more, never used before on this flash. */
    public synchronized int bootId() {
        return this.holdings.journal.boot;
    }

    /** @return whether {@link #recover()} found no state: a new, formatted or foreign volume. */
    public synchronized boolean isNew() {
        return this.isNew;
    }

    /**
     * Appends a reading in a frame of its own.
     *
     * @param payload opaque to the spool.
     * @param offset index of its first byte.
     * @param length 1 to 1,024 bytes.
     * @return whether the frame is on flash, with all before it; false if it waits in memory by the sync policy.
     * @throws SpoolFullException if there is no room; the frame is counted as dropped.
     * @throws IOException if the flash fails; the frame is counted as dropped.
     * @throws IllegalArgumentException if the length is not allowed.
     */
    public synchronized boolean append(byte[] payload, int offset, int length) throws IOException {
        return append(false, payload, offset, length);
    }

    /**
     * Appends a reading that writes itself. It shares a frame with those that the same payload wrote before it and that
     * still wait in memory, so it may be told by its difference from them.
     *
     * @param payload writes one reading.
     * @return whether the reading is on flash, with all before it; false if it waits in memory by the sync policy.
     * @throws SpoolFullException if there is no room; the reading is counted as dropped.
     * @throws IOException if the flash fails; the reading is counted as dropped.
     */
    public synchronized boolean append(Payload payload) throws IOException {
        checkRecovered();
        return this.log.append(payload);
    }

    /** Appends a note: a frame that is no reading and does not count as dropped; else as {@link #append}. */
    public synchronized boolean appendNote(byte[] payload, int offset, int length) throws IOException {
        return append(true, payload, offset, length);
    }

    /**
     * Writes the frames that wait in memory.
     *
     * @throws IOException if the flash is full or fails; they go on waiting.
     */
    public synchronized void sync() throws IOException {
        checkRecovered();
        this.log.sync();
    }

    /**
     * Writes the frames that wait in memory if the first of them waits too long by {@link SpoolConfig#syncMillis(int)}.
     * To be called now and then; the first call after an append starts its time.
     *
     * @param monotonicMillis the time now; any origin.
     * @throws IOException as {@link #sync()}.
     */
    public synchronized void syncIfDue(long monotonicMillis) throws IOException {
        this.log.syncIfDue(monotonicMillis);
    }

    /**
     * Syncs and closes the open segment; the next append starts another. Without an open segment nothing happens.
     *
     * @throws IOException as {@link #sync()}; the segment is sealed nevertheless.
     */
    public synchronized void seal() throws IOException {
        checkRecovered();
        try {
            this.log.sync();
        } finally {
            this.log.close();
        }
    }

    /** @return the segment that appends go to; 0 if the next one starts it. */
    public synchronized int openSegmentId() {
        StoredFile open = this.log.segment();
        return open == null ? 0 : open.id;
    }

    /** @return the segment that a frame appended now goes to, unless that gets too long: the open or the next one. */
    public synchronized int appendSegmentId() {
        StoredFile open = this.log.segment();
        return open == null ? this.holdings.journal.nextSegment : open.id;
    }

    /** @return how many sealed segments there are. */
    public synchronized int segmentCount() {
        return this.holdings.segments.count();
    }

    /**
     * @param index 0 (oldest) to {@link #segmentCount()} - 1.
     * @return the id of a sealed segment, 1 or more, growing with the index; 0 if the index is too high by now.
     */
    public synchronized int segmentId(int index) {
        FileList segments = this.holdings.segments;
        return index < segments.count() ? segments.get(index).id : 0;
    }

    /** @return readings in a segment; 0 if there is none of that id. */
    public synchronized int segmentReadings(int id) {
        StoredFile segment = segment(id);
        return segment == null ? 0 : segment.readings;
    }

    /**
     * Starts reading a segment; of the open one, what is on flash by now.
     *
     * @return the one reader of this spool.
     * @throws IOException if there is no such segment, as it was dropped meanwhile.
     */
    public synchronized SegmentReader openSegment(int id) throws IOException {
        StoredFile segment = segment(id);
        if (segment == null) {
            throw new IOException("no segment " + id);
        }
        this.scanner.start(segment, false);
        return this.reader;
    }

    /**
     * Deletes all sealed segments up to and including one, without an object in their place.
     *
     * @throws IOException if the flash fails; {@link #recover()} finishes it.
     */
    public synchronized void deleteSegments(int through) throws IOException {
        this.queue.deleteSegments(through);
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
    public synchronized OutputStream createObject(String name, int readings, int through) throws IOException {
        return this.queue.create(name, readings, through);
    }

    /**
     * Puts the closed objects in the place of all sealed segments up to and including {@code through}: one record on flash
     * decides, then the segments are deleted.
     *
     * @throws IllegalStateException if there is no such object, one is not closed, or they were discarded because their
     *         segments had to be dropped.
     * @throws IOException if the flash fails; the objects are not published and may be discarded or published again.
     */
    public synchronized void publish(int through) throws IOException {
        this.queue.publish(through);
        this.log.makeNext();
    }

    /** Deletes the objects that are not published; the segments stay. */
    public synchronized void discardObjects() throws IOException {
        this.queue.discard();
    }

    /** @return how many published objects there are. */
    public synchronized int objectCount() {
        return this.holdings.objects.count();
    }

    /**
     * @param index 0 (oldest) to {@link #objectCount()} - 1.
     * @return the name of a published object; null if the index is too high by now.
     */
    public synchronized String objectName(int index) {
        FileList objects = this.holdings.objects;
        return index < objects.count() ? objects.get(index).name : null;
    }

    /** @return bytes of a published object; -1 if there is none of that name. */
    public synchronized long objectSize(String name) {
        StoredFile object = object(name);
        return object == null ? -1 : object.size;
    }

    /** @return readings in a published object as told at its creation; -1 if there is none of that name. */
    public synchronized int objectReadings(String name) {
        StoredFile object = object(name);
        return object == null ? -1 : object.readings;
    }

    /**
     * Opens a published object. Every read opens the file, reads as much as asked for and closes it: read in blocks.
     *
     * @throws IOException if there is no such object; the stream's reads too, if it is dropped meanwhile.
     */
    public synchronized InputStream openObject(String name) throws IOException {
        return this.queue.open(name);
    }

    /**
     * Deletes an object whose upload is verified. Without such an object nothing happens.
     *
     * @throws IOException if the flash fails; the object is then still there.
     */
    public synchronized void acknowledge(String name) throws IOException {
        StoredFile object = object(name);
        if (object != null) {
            this.holdings.delete(object, this.holdings.objects);
        }
    }

    /** @return bytes that can still be appended before the spool counts as full. */
    public synchronized long freeBytes() {
        return Math.max(0, this.holdings.room.free() - this.reserveBytes);
    }

    /** @return readings dropped or refused because the flash was full or failed, since the volume was made. */
    public synchronized long droppedReadings() {
        return this.holdings.journal.droppedReadings;
    }

    /** @return damaged ends of segments cut off by {@link #recover()}, since the volume was made. */
    public synchronized int damagedTails() {
        return this.holdings.journal.damagedTails;
    }

    /** @return damaged frames within segments, passed over, since the volume was made. */
    public synchronized int damagedFrames() {
        return this.damagedFrames;
    }

    /** @return files of the spool's names on flash that cannot be read (damaged or of another version); they are kept. */
    public synchronized int setAsideFiles() {
        return this.holdings.setAside.count();
    }

    /** @return files of other names in the directory, as {@link #recover()} found them. */
    public synchronized int foreignFiles() {
        return this.foreignFiles;
    }

    /** @return operations of the flash that failed since this boot. */
    public synchronized int flashErrors() {
        return this.holdings.errors();
    }

    private void checkRecovered() {
        if (!this.recovered) {
            throw new IllegalStateException("recover: must be called first");
        }
    }

    private boolean append(boolean note, byte[] payload, int offset, int length) throws IOException {
        checkRecovered();
        if (length < 1 || length > FrameCodec.MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "length: " + length + " is not allowed; 1 to " + FrameCodec.MAX_PAYLOAD + " are");
        }
        return this.log.append(note, payload, offset, length);
    }

    private void checkSize(StoredFile open) throws IOException {
        Flash flash = this.holdings.flash;
        long bytes = flash.freeBytes() + this.holdings.takenBytes()
                + (open == null ? 0 : this.holdings.room.taken(open.size));
        long least = StateJournal.bytes(flash.clusterBytes()) + this.reserveBytes + this.segmentBytes;
        if (bytes < least) {
            throw new IllegalStateException("flash: " + bytes + " bytes are too few; " + least + " are needed");
        }
    }

    private StoredFile segment(int id) {
        StoredFile open = this.log.segment();
        return open != null && open.id == id ? open : this.holdings.segments.find(id);
    }

    private StoredFile object(String name) {
        return this.holdings.objects.find(name);
    }
}
