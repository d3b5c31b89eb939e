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

    private final Flash flash;
    private final int segmentBytes;
    private final int syncFrames;
    private final int syncMillis;
    private final int reserveBytes;
    private final boolean dropsOldest;
    private final int lowestBoot;
    private final Room room;
    private final StateJournal journal;
    private final SegmentWriter writer;
    private final SegmentScanner scanner;
    private final SegmentReader reader;
    private final byte[] block;
    private final FileList segments = new FileList();
    private final FileList objects = new FileList();
    private final FileList setAside = new FileList();
    private final Batch batch = new Batch();
    private boolean recovered;
    private boolean isNew;
    private int foreignFiles;
    private int damagedFrames;
    private int flashErrors;
    /** Readings refused since the journal was written. */
    private int refused;
    private boolean isDueKnown;
    private long dueMillis;

    /**
     * Allocates the buffers; touches no flash.
     *
     * @param flash directory of this spool; it belongs to the spool, but files of other names are left alone.
     * @param config read here; later changes to it have no effect.
     */
    public Spool(Flash flash, SpoolConfig config) {
        this.flash = flash;
        this.segmentBytes = config.segmentBytes();
        this.syncFrames = config.syncFrames();
        this.syncMillis = config.syncMillis();
        this.reserveBytes = config.reserveBytes();
        this.dropsOldest = config.whenFull() == SpoolConfig.DROP_OLDEST;
        this.lowestBoot = config.firstBoot();
        this.room = new Room(flash);
        this.journal = new StateJournal(flash);
        this.writer = new SegmentWriter(flash, this.room, config.bufferBytes());
        this.scanner = new SegmentScanner(flash, config.bufferBytes());
        this.reader = new SegmentReader(this, this.scanner);
        this.block = new byte[config.bufferBytes()];
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
        Recovery recovery = new Recovery(this.flash, this.journal, this.scanner, this.segments, this.objects,
                this.setAside);
        recovery.run(this.segmentBytes);
        this.isNew = recovery.isNew();
        this.foreignFiles = recovery.foreign();
        this.damagedFrames = recovery.damagedFrames();
        this.flashErrors = recovery.errors();
        this.journal.boot = Math.max(this.journal.boot + 1, this.lowestBoot);
        checkSize(recovery.open());
        saveJournal();
        askRoom();
        this.writer.start(this.journal.boot, recovery.open());
        this.recovered = true;
    }

    /** @return number of this boot, 1 or more, never used before on this flash. */
    public synchronized int bootId() {
        return this.journal.boot;
    }

    /** @return whether {@link #recover()} found no state: a new, formatted or foreign volume. */
    public synchronized boolean isNew() {
        return this.isNew;
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
    public synchronized boolean append(byte[] payload, int offset, int length) throws IOException {
        return append(false, payload, offset, length);
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
        this.isDueKnown = false;
        flush();
        if (this.refused > 0) {
            saveJournal();
        }
    }

    /**
     * Writes the frames that wait in memory if the first of them waits too long by {@link SpoolConfig#syncMillis(int)}.
     * To be called now and then; the first call after an append starts its time.
     *
     * @param monotonicMillis the time now; any origin.
     * @throws IOException as {@link #sync()}.
     */
    public synchronized void syncIfDue(long monotonicMillis) throws IOException {
        if (this.syncMillis == 0 || this.writer.waitingFrames() == 0) {
            return;
        }
        if (!this.isDueKnown) {
            this.isDueKnown = true;
            this.dueMillis = monotonicMillis + this.syncMillis;
        } else if (monotonicMillis - this.dueMillis >= 0) {
            sync();
        }
    }

    /**
     * Syncs and closes the open segment; the next append starts another. Without an open segment nothing happens.
     *
     * @throws IOException as {@link #sync()}; the segment is sealed nevertheless.
     */
    public synchronized void seal() throws IOException {
        try {
            sync();
        } finally {
            close();
        }
    }

    /** @return the segment that appends go to; 0 if the next one starts it. */
    public synchronized int openSegmentId() {
        StoredFile open = this.writer.segment();
        return open == null ? 0 : open.id;
    }

    /** @return how many sealed segments there are. */
    public synchronized int segmentCount() {
        return this.segments.count();
    }

    /**
     * @param index 0 (oldest) to {@link #segmentCount()} - 1.
     * @return the id of a sealed segment, 1 or more, growing with the index; 0 if the index is too high by now.
     */
    public synchronized int segmentId(int index) {
        return index < this.segments.count() ? this.segments.get(index).id : 0;
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
        checkSealed(through);
        if (this.batch.objects().count() > 0) {
            throw new IllegalStateException("deleteSegments: objects are waiting to be published");
        }
        giveUp(through);
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
        checkObject(name, readings, through);
        if (this.batch.isBroken()) {
            throw new IllegalStateException("createObject: the objects before it were given up; discard them");
        }
        StoredFile object = StoredFile.object(through, this.batch.objects().count(), readings, name);
        this.batch.add(object);
        return new ObjectOutput(this, object, this.block);
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
        if (this.batch.objects().count() == 0 || this.batch.through() != through || this.batch.isWriting()
                || this.batch.isBroken()) {
            throw new IllegalStateException("publish: no closed objects in the place of segments up to " + through);
        }
        giveUp(through);
        FileList published = this.batch.objects();
        for (int i = 0; i < published.count(); i++) {
            this.objects.add(published.get(i));
        }
        this.batch.clear();
    }

    /** Deletes the objects that are not published; the segments stay. */
    public synchronized void discardObjects() throws IOException {
        deleteBatch();
        this.batch.clear();
    }

    /** @return how many published objects there are. */
    public synchronized int objectCount() {
        return this.objects.count();
    }

    /**
     * @param index 0 (oldest) to {@link #objectCount()} - 1.
     * @return the name of a published object; null if the index is too high by now.
     */
    public synchronized String objectName(int index) {
        return index < this.objects.count() ? this.objects.get(index).name : null;
    }

    /** @return bytes of a published object; -1 if there is none of that name. */
    public synchronized long objectSize(String name) {
        StoredFile object = this.objects.find(name);
        return object == null ? -1 : object.size;
    }

    /** @return readings in a published object as told at its creation; -1 if there is none of that name. */
    public synchronized int objectReadings(String name) {
        StoredFile object = this.objects.find(name);
        return object == null ? -1 : object.readings;
    }

    /**
     * Opens a published object. Every read opens the file, reads as much as asked for and closes it: read in blocks.
     *
     * @throws IOException if there is no such object; the stream's reads too, if it is dropped meanwhile.
     */
    public synchronized InputStream openObject(String name) throws IOException {
        StoredFile object = this.objects.find(name);
        if (object == null) {
            throw new IOException("no object " + name);
        }
        return new ObjectInput(this, object);
    }

    /**
     * Deletes an object whose upload is verified. Without such an object nothing happens.
     *
     * @throws IOException if the flash fails; the object is then still there.
     */
    public synchronized void acknowledge(String name) throws IOException {
        StoredFile object = this.objects.find(name);
        if (object != null) {
            delete(object, this.objects);
        }
    }

    /** @return bytes that can still be appended before the spool counts as full. */
    public synchronized long freeBytes() {
        return Math.max(0, this.room.free() - this.reserveBytes);
    }

    /** @return readings dropped or refused because the flash was full or failed, since the volume was made. */
    public synchronized long droppedReadings() {
        return this.journal.droppedReadings;
    }

    /** @return damaged ends of segments cut off by {@link #recover()}, since the volume was made. */
    public synchronized int damagedTails() {
        return this.journal.damagedTails;
    }

    /** @return damaged frames within segments, passed over, since the volume was made. */
    public synchronized int damagedFrames() {
        return this.damagedFrames;
    }

    /** @return files of the spool's names on flash that cannot be read (damaged or of another version); they are kept. */
    public synchronized int setAsideFiles() {
        return this.setAside.count();
    }

    /** @return files of other names in the directory, as {@link #recover()} found them. */
    public synchronized int foreignFiles() {
        return this.foreignFiles;
    }

    /** @return operations of the flash that failed since this boot. */
    public synchronized int flashErrors() {
        return this.flashErrors;
    }

    private void checkRecovered() {
        if (!this.recovered) {
            throw new IllegalStateException("recover: must be called first");
        }
    }

    private void checkSize(StoredFile open) throws IOException {
        long bytes = this.flash.freeBytes() + taken(this.segments) + taken(this.objects) + taken(this.setAside)
                + (open == null ? 0 : this.room.taken(open.size));
        long least = StateJournal.bytes(this.flash.clusterBytes()) + this.reserveBytes + this.segmentBytes;
        if (bytes < least) {
            throw new IllegalStateException("flash: " + bytes + " bytes are too few; " + least + " are needed");
        }
    }

    private long taken(FileList files) {
        long bytes = 0;
        for (int i = 0; i < files.count(); i++) {
            bytes += this.room.taken(files.get(i).size);
        }
        return bytes;
    }

    private void askRoom() throws IOException {
        this.room.ask(this.journal.missingBytes(this.flash.clusterBytes()));
    }

    /** Writes the journal if that is possible. */
    private void saveJournal() {
        try {
            writeJournal();
        } catch (IOException e) {
            this.flashErrors++;
        }
    }

    private void writeJournal() throws IOException {
        this.journal.write();
        this.refused = 0;
    }

    private boolean append(boolean note, byte[] payload, int offset, int length) throws IOException {
        checkRecovered();
        if (length < 1 || length > FrameCodec.MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "length: " + length + " is not allowed; 1 to " + FrameCodec.MAX_PAYLOAD + " are");
        }
        boolean added = false;
        try {
            if (!this.writer.fits(length)) {
                flush();
            }
            this.writer.add(note, payload, offset, length);
            added = true;
            if (this.syncFrames > 0 && this.writer.waitingFrames() >= this.syncFrames) {
                flush();
            }
            return this.writer.waitingFrames() == 0;
        } catch (IOException e) {
            refuse(note, added ? length : 0);
            throw e;
        }
    }

    /** Counts a frame that could not be written, and takes it back. */
    private void refuse(boolean note, int lengthAdded) {
        if (lengthAdded > 0) {
            this.writer.removeLast(note, lengthAdded);
        }
        if (!note) {
            this.journal.droppedReadings++;
            this.refused++;
            if (this.refused >= this.syncFrames) {
                saveJournal();
            }
        }
    }

    /** Writes what waits; a failure seals the segment, and the next one is tried once. */
    private void flush() throws IOException {
        if (this.writer.waitingFrames() == 0) {
            return;
        }
        prepareSegment();
        try {
            this.writer.write();
        } catch (IOException e) {
            abandonSegment();
            prepareSegment();
            try {
                this.writer.write();
            } catch (IOException again) {
                abandonSegment();
                throw again;
            }
        }
        this.isDueKnown = false;
    }

    /** Makes sure that there is an open segment with room for what waits. */
    private void prepareSegment() throws IOException {
        StoredFile last = this.writer.segment();
        if (last != null && last.size > 0 && last.size + this.writer.waitingBytes() > this.segmentBytes) {
            close();
        }
        for (;;) {
            StoredFile open = this.writer.segment();
            long bytes = this.room.growth(open == null ? 0 : open.size, this.writer.waitingBytes());
            if (bytes == 0 || this.room.free() - bytes >= this.reserveBytes) {
                break;
            }
            if (!dropOne(true)) {
                throw new SpoolFullException("spool is full: no room for " + bytes + " bytes of log");
            }
        }
        if (this.writer.segment() == null) {
            this.writer.open(StoredFile.segment(this.journal.nextSegment++));
        }
    }

    private void abandonSegment() throws IOException {
        this.flashErrors++;
        StoredFile broken = this.writer.abandon();
        if (broken.end > 0) {
            this.segments.add(broken);
        } else {
            deleteQuietly(broken);
        }
        askRoom();
    }

    /** Seals the open segment as it is. */
    private void close() {
        StoredFile open = this.writer.segment();
        if (open == null) {
            return;
        }
        try {
            this.writer.close();
        } catch (IOException e) {
            this.flashErrors++;
        }
        if (open.size > 0) {
            this.segments.add(open);
        }
    }

    /**
     * Deletes what is least worth keeping: what cannot be read, then by the policy the oldest.
     *
     * @param segmentsToo whether segments may go.
     * @return whether something was deleted.
     */
    private boolean dropOne(boolean segmentsToo) throws IOException {
        if (this.setAside.count() > 0) {
            delete(this.setAside.get(0), this.setAside);
            return true;
        }
        if (!this.dropsOldest) {
            return false;
        }
        if (this.objects.count() > 0) {
            drop(this.objects.get(0), this.objects);
            return true;
        }
        if (!segmentsToo) {
            return false;
        }
        if (this.segments.count() == 0) {
            close();
        }
        if (this.segments.count() == 0) {
            return false;
        }
        StoredFile oldest = this.segments.get(0);
        if (oldest.id <= this.batch.through()) {
            deleteBatch();
        }
        drop(oldest, this.segments);
        return true;
    }

    /** Counts the readings of a file as dropped, for good, then deletes it. */
    private void drop(StoredFile file, FileList list) throws IOException {
        this.journal.droppedId = file.id;
        this.journal.droppedIndex = file.kind == StoredFile.SEGMENT ? -1 : file.index;
        this.journal.droppedReadings += file.readings;
        try {
            writeJournal();
            delete(file, list);
        } catch (IOException e) {
            this.journal.droppedReadings -= file.readings;
            throw e;
        } finally {
            this.journal.droppedId = 0;
        }
    }

    private void delete(StoredFile file, FileList list) throws IOException {
        try {
            this.flash.delete(file.file);
        } catch (IOException e) {
            this.flashErrors++;
            throw e;
        }
        this.room.release(file.size);
        list.remove(file);
    }

    private void deleteQuietly(StoredFile file) {
        try {
            this.flash.delete(file.file);
            this.room.release(file.size);
        } catch (IOException e) {
            this.flashErrors++;
        }
    }

    /** Records that segments no longer count, which publishes the objects in their place, and deletes them. */
    private void giveUp(int through) throws IOException {
        int before = this.journal.committed;
        this.journal.committed = through;
        try {
            writeJournal();
        } catch (IOException e) {
            this.journal.committed = before;
            this.flashErrors++;
            throw e;
        }
        while (this.segments.count() > 0 && this.segments.get(0).id <= through) {
            StoredFile segment = this.segments.get(0);
            this.segments.remove(segment);
            deleteQuietly(segment);
        }
    }

    /** Deletes the objects that are not published, but not before it is certain that they are not. */
    private void deleteBatch() throws IOException {
        if (this.journal.isUncertain()) {
            writeJournal();
        }
        FileList unpublished = this.batch.objects();
        while (unpublished.count() > 0) {
            StoredFile object = unpublished.get(unpublished.count() - 1);
            if (object.size > 0 || this.batch.isBroken()) {
                this.flash.delete(object.file);
                this.room.release(object.size);
            }
            unpublished.remove(object);
        }
        this.batch.breakUp();
    }

    private StoredFile segment(int id) {
        StoredFile open = this.writer.segment();
        return open != null && open.id == id ? open : this.segments.find(id);
    }

    private void checkSealed(int through) {
        if (this.segments.find(through) == null) {
            throw new IllegalArgumentException("through: " + through + " is not allowed; no sealed segment has that id");
        }
    }

    private void checkObject(String name, int readings, int through) {
        if (!FileNames.isObjectName(name)) {
            throw new IllegalArgumentException("name: \"" + name + "\" is not allowed; 1 to "
                    + FileNames.MAX_OBJECT_NAME + " letters, digits, _ . - are, not ending with a dot");
        }
        if (readings < 0 || readings > 99999999) {
            throw new IllegalArgumentException("readings: " + readings + " is not allowed; 0 to 99999999 are");
        }
        checkSealed(through);
        FileList unpublished = this.batch.objects();
        boolean other = unpublished.count() > 0 && this.batch.through() != through;
        if (other || this.batch.isWriting() || unpublished.count() > 255) {
            throw new IllegalStateException("createObject: publish or discard the objects before it");
        }
        if (unpublished.find(name) != null || this.objects.find(name) != null) {
            throw new IllegalStateException("name: \"" + name + "\" is taken by an object of this spool");
        }
    }

    /** Writes the next block of an object, for its stream. */
    synchronized void writeBlock(StoredFile object, byte[] bytes, int length) throws IOException {
        if (this.batch.isBroken() || !this.batch.isWriting()) {
            throw new IOException(object.name + " was given up");
        }
        long growth = this.room.growth(object.size, length);
        while (this.room.free() < growth) {
            if (!dropOne(false)) {
                throw new SpoolFullException("spool is full: no room for " + growth + " bytes of " + object.name);
            }
        }
        try {
            writeBlockUnchecked(object, bytes, length);
        } catch (IOException e) {
            this.flashErrors++;
            this.batch.breakUp();
            askRoom();
            throw e;
        }
        this.room.grow(object.size, length);
        object.size += length;
    }

    private void writeBlockUnchecked(StoredFile object, byte[] bytes, int length) throws IOException {
        OutputStream out = object.size == 0 ? this.flash.create(object.file) : this.flash.append(object.file);
        try {
            out.write(bytes, 0, length);
            out.flush();
        } catch (IOException e) {
            Streams.closeQuietly(out);
            throw e;
        }
        out.close();
    }

    /** Ends an object, for its stream. */
    synchronized void closeObject(StoredFile object) {
        if (object.size == 0) {
            throw new IllegalStateException(object.name + " is empty");
        }
        this.batch.close();
    }

    /** Reads a block of an object, for its stream. */
    synchronized void readBlock(StoredFile object, long position, byte[] target, int offset, int length)
            throws IOException {
        InputStream in = this.flash.open(object.file);
        try {
            Streams.skipFully(in, position);
            if (Streams.readFully(in, target, offset, length) < length) {
                throw new IOException(object.name + " ends before byte " + object.size);
            }
        } finally {
            Streams.closeQuietly(in);
        }
    }
}
