package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A log of frames and a queue of objects on one {@link Flash}.
 * <p>
 * Frames are appended to the log. The caller reads them again, oldest first, and turns them into objects:
 * {@link #createObject}, any number of times, then {@link #publish}, which puts them in the place of all readings before a
 * given one in a single step: before it none of the objects counts, after it none of those readings does, whatever is cut in
 * between. Objects then wait, oldest first, until {@link #acknowledge} deletes them.
 * <p>
 * What has to wait in the log for long may be moved to the archive, where the caller writes it in less space:
 * {@link #archive}. It is read as the log is, before it.
 * <p>
 * Thread-safe: a sampler may append while an uploader reads, writes and deletes. A call blocks another for at most one
 * block of {@link SpoolConfig#bufferBytes(int)} or one deletion, never for longer, and streams hold no lock between
 * calls.
 */
public final class Spool {

    /** Longest payload of a frame of the log, bytes. */
    public static final int MAX_PAYLOAD = FrameCodec.MAX_PAYLOAD;

    /** Longest payload of a frame of the archive, bytes. */
    public static final int MAX_ARCHIVE_PAYLOAD = ArchiveCodec.MAX_PAYLOAD;

    /** Most readings in a frame of the archive, and most frames of the log that it takes the place of. */
    public static final int MAX_ARCHIVE_COUNT = ArchiveCodec.MAX_COUNT;

    private final Holdings holdings;
    private final Log log;
    private final Archive archive;
    private final ObjectQueue queue;
    private final SegmentScanner scanner;
    private final LogReader reader;
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
        this.holdings = new Holdings(flash, config);
        this.log = new Log(this.holdings, config);
        this.archive = new Archive(this.holdings, config.segmentBytes());
        this.queue = new ObjectQueue(this, this.holdings, config.bufferBytes());
        this.scanner = new SegmentScanner(flash, config.bufferBytes());
        this.reader = new LogReader(this, this.holdings, this.log, this.scanner);
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
        if (recovery.open() == null && this.holdings.segments.count() == 0) {
            journal.replaced.set(journal.boot, 0, 0);
        }
        this.holdings.saveJournal();
        this.holdings.askRoom();
        this.log.start(journal.boot, recovery.open());
        this.archive.start(recovery.openArchive());
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

    /** @return readings on flash that are in no object. */
    public synchronized int logReadings() {
        FileList segments = this.holdings.segments;
        StoredFile open = this.log.segment();
        int readings = open == null ? 0 : open.live();
        for (int i = 0; i < segments.count(); i++) {
            readings += segments.get(i).live();
        }
        return readings;
    }

    /** @return number within this boot that the next frame written gets: it grows with what {@link #log()} has to read. */
    public synchronized int nextSequence() {
        return this.holdings.writer.next().sequence;
    }

    /** @return segments of archive and log but the open one. */
    public synchronized int segmentCount() {
        return this.holdings.segments.count();
    }

    /** @return segments of the log that are full or sealed, and not in the archive. */
    public synchronized int sealedSegments() {
        FileList segments = this.holdings.segments;
        int sealed = 0;
        for (int i = 0; i < segments.count(); i++) {
            sealed += segments.get(i).kind == StoredFile.SEGMENT ? 1 : 0;
        }
        return sealed;
    }

    /** @return the one reader of archive and log; not started. */
    public LogReader log() {
        return this.reader;
    }

    /**
     * Writes a frame to the archive; when this returns it is on flash, and counts in the place of frames of the log. They are
     * deleted with their segment, as soon as nothing in it counts.
     *
     * @param payload opaque to the spool.
     * @param offset index of its first byte.
     * @param length 1 to {@link #MAX_ARCHIVE_PAYLOAD} bytes.
     * @param readings 0 to {@link #MAX_ARCHIVE_COUNT}; all of the frames that it takes the place of, in their order, those
     *        included that {@link LogReader#firstReading()} leaves out.
     * @param from the place before the first of these frames, not within it; nothing of the log before it may count.
     * @param to the place behind the last one.
     * @throws SpoolFullException if there is no room.
     * @throws IOException if the flash fails, or the frames were dropped since they were read; the log counts as before.
     * @throws IllegalArgumentException if a number is not allowed or the frames are of several boots.
     */
    public synchronized void archive(byte[] payload, int offset, int length, int readings, Position from, Position to)
            throws IOException {
        checkLength(length, MAX_ARCHIVE_PAYLOAD);
        if (readings < 0 || readings > MAX_ARCHIVE_COUNT) {
            throw new IllegalArgumentException(
                    "readings: " + readings + " is not allowed; 0 to " + MAX_ARCHIVE_COUNT + " are");
        }
        int frames = to.sequence - from.sequence;
        if (from.boot != to.boot || from.reading != 0 || to.reading != 0 || frames < 1 || frames > MAX_ARCHIVE_COUNT) {
            throw new IllegalArgumentException("to: not 1 to " + MAX_ARCHIVE_COUNT + " whole frames of one boot behind from");
        }
        this.archive.append(payload, offset, length, readings, from, to);
        this.log.makeNext();
    }

    /**
     * Starts an object that, with others of the same {@code end}, will take the place of all readings and notes before it.
     *
     * @param name 1 to 160 letters, digits, {@code _ . -}.
     * @param readings how many it holds, for the count of dropped ones.
     * @param end as {@link LogReader} marked it since the last call of {@link #publish()} or {@link #archive}.
     * @return a stream through the spool's block buffer: it writes whole blocks, {@code close} the rest. One at a time.
     * @throws IllegalArgumentException if the name or number is not allowed, or what is before {@code end} is replaced.
     * @throws IllegalStateException if the last object is not closed, an unpublished one has another {@code end}, or the name
     *         is taken.
     * @throws IOException if the flash is full or fails; the stream likewise.
     */
    public synchronized OutputStream createObject(String name, int readings, Position end) throws IOException {
        return this.queue.create(name, readings, end);
    }

    /**
     * Puts the closed objects in the place of what is before their end: one record on flash decides, then the segments are
     * deleted in which nothing counts any more.
     *
     * @throws IllegalStateException if there is no such object, one is not closed, or they were discarded because readings
     *         had to be dropped.
     * @throws IOException if the flash fails; the objects are not published and may be discarded or published again.
     */
    public synchronized void publish() throws IOException {
        this.queue.publish();
        this.log.makeNext();
    }

    /**
     * Gives up all readings and notes before a place, without an object in their place.
     *
     * @param end as for {@link #createObject}.
     * @throws IllegalArgumentException if what is before it is replaced already.
     * @throws IllegalStateException if objects are waiting to be published.
     * @throws IOException if the flash fails; all is as before.
     */
    public synchronized void deleteUntil(Position end) throws IOException {
        this.queue.deleteUntil(end);
    }

    /** Deletes the objects that are not published; the log stays. */
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

    /**
     * Tells how much objects may take.
     *
     * @param byDropping whether published ones may give way, if the policy lets the oldest do so.
     * @return bytes of whole clusters.
     */
    public synchronized long objectBytes(boolean byDropping) {
        long free = Math.max(0, this.holdings.room.free());
        return byDropping && this.holdings.dropsOldest() ? free + this.holdings.objectBytes() : free;
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
        checkLength(length, MAX_PAYLOAD);
        return this.log.append(note, payload, offset, length);
    }

    private static void checkLength(int length, int most) {
        if (length < 1 || length > most) {
            throw new IllegalArgumentException("length: " + length + " is not allowed; 1 to " + most + " are");
        }
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

    private StoredFile object(String name) {
        return this.holdings.objects.find(name);
    }
}
