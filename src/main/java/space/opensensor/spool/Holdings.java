package space.opensensor.spool;

import java.io.IOException;

/**
 * The files on flash, the room that is left, and the ways in which files go: given up for objects, dropped as the flash is
 * full, or discarded.
 */
final class Holdings {

    final Flash flash;
    final Room room;
    final StateJournal journal;
    /** The open segment of the log. */
    final SegmentWriter writer;
    /** Segments of the archive, then the sealed ones of the log. */
    final FileList segments = new FileList();
    /** What is before it in the log is in the archive. */
    final Position archived = new Position();
    /** Published objects. */
    final FileList objects = new FileList();
    /** Files that cannot be read. */
    final FileList setAside = new FileList();
    /** Objects that are not published. */
    final Batch batch = new Batch();
    private final boolean dropsOldest;
    private final Position before = new Position();
    private int refused;
    private int errors;

    Holdings(Flash flash, SpoolConfig config) {
        this.flash = flash;
        this.room = new Room(flash);
        this.journal = new StateJournal(flash);
        this.writer = new SegmentWriter(flash, this.room, config.bufferBytes());
        this.dropsOldest = config.whenFull() == SpoolConfig.DROP_OLDEST;
    }

    /** Asks the flash what is free. */
    void askRoom() throws IOException {
        this.room.ask(this.journal.missingBytes(this.flash.clusterBytes()));
    }

    /** @return bytes of all files of the spool but the journal and the open segment. */
    long takenBytes() {
        return taken(this.segments) + taken(this.objects) + taken(this.setAside);
    }

    /** @return bytes of the published objects. */
    long objectBytes() {
        return taken(this.objects);
    }

    private long taken(FileList files) {
        long bytes = 0;
        for (int i = 0; i < files.count(); i++) {
            bytes += this.room.taken(files.get(i).size);
        }
        return bytes;
    }

    /** Counts an operation that failed. */
    void countError() {
        this.errors++;
    }

    /** @return operations that failed. */
    int errors() {
        return this.errors;
    }

    /** Counts a reading that was refused; the journal learns of so many at once. */
    void countRefused(int atOnce) {
        this.journal.droppedReadings++;
        this.refused++;
        if (this.refused >= atOnce) {
            saveJournal();
        }
    }

    /** Writes the journal if readings were refused that it does not know of. */
    void saveRefused() {
        if (this.refused > 0) {
            saveJournal();
        }
    }

    /** Writes the journal if that is possible. */
    void saveJournal() {
        try {
            writeJournal();
        } catch (IOException e) {
            this.errors++;
        }
    }

    private void writeJournal() throws IOException {
        this.journal.write();
        this.refused = 0;
    }

    /**
     * Deletes what is least worth keeping: what cannot be read, then by the policy the oldest object, then the oldest
     * segment.
     *
     * @param segmentsToo whether segments may go.
     * @return whether something was deleted.
     */
    boolean dropOne(boolean segmentsToo) throws IOException {
        if (this.setAside.count() > 0) {
            delete(this.setAside.get(0), this.setAside);
        } else if (this.dropsOldest && this.objects.count() > 0) {
            dropObject(this.objects.get(0));
        } else if (this.dropsOldest && segmentsToo && this.segments.count() > 0) {
            dropSegment(this.segments.get(0));
        } else {
            return false;
        }
        return true;
    }

    /** @return whether old data gives way to new. */
    boolean dropsOldest() {
        return this.dropsOldest;
    }

    /** Counts the readings of an object as dropped, for good, then deletes it. */
    private void dropObject(StoredFile object) throws IOException {
        this.journal.dropped.set(object.end);
        this.journal.droppedIndex = object.id;
        this.journal.droppedReadings += object.readings;
        boolean dropped = false;
        try {
            writeJournal();
            delete(object, this.objects);
            dropped = true;
        } finally {
            this.journal.droppedReadings -= dropped ? 0 : object.readings;
            this.journal.dropped.set(0, 0, 0);
        }
    }

    /** Counts the readings of the oldest segment as dropped and says that it counts no more, then deletes it. */
    private void dropSegment(StoredFile oldest) throws IOException {
        if (!isReplaced(oldest)) {
            discardBatch();
            int readings = oldest.live();
            this.journal.droppedReadings += readings;
            boolean dropped = false;
            try {
                commit(oldest.end);
                dropped = true;
            } finally {
                this.journal.droppedReadings -= dropped ? 0 : readings;
            }
        }
        delete(oldest, this.segments);
    }

    /** Deletes a file and gives its clusters back. */
    void delete(StoredFile file, FileList list) throws IOException {
        try {
            this.flash.delete(file.file);
        } catch (IOException e) {
            this.errors++;
            throw e;
        }
        this.room.release(file.size);
        list.remove(file);
    }

    /** Deletes a file that no longer counts; if that fails, the next boot does it. */
    void deleteUncounted(StoredFile file) {
        try {
            this.flash.delete(file.file);
            this.room.release(file.size);
        } catch (IOException e) {
            this.errors++;
        }
    }

    /** @return whether no frame of a segment counts any more. */
    boolean isReplaced(StoredFile segment) {
        return !segment.end.isBehind(this.journal.replaced)
                || segment.kind == StoredFile.SEGMENT && !segment.end.isBehind(this.archived);
    }

    /** Records that what is before a place no longer counts, but the objects that end there do. */
    void commit(Position place) throws IOException {
        this.before.set(this.journal.replaced);
        setReplaced(place);
        boolean committed = false;
        try {
            writeJournal();
            committed = true;
        } finally {
            if (!committed) {
                this.journal.replaced.set(this.before);
                this.errors++;
            }
        }
    }

    /** Sets a place, or that of the first frame behind it if boots ended in between: so the log never begins behind it. */
    private void setReplaced(Position place) {
        StoredFile open = this.writer.segment();
        Position next = open != null && open.size > 0 && open.end.isBehind(place) ? open.first : this.writer.next();
        for (int i = this.segments.count() - 1; i >= 0; i--) {
            next = this.segments.get(i).end.isBehind(place) ? this.segments.get(i).first : next;
        }
        this.journal.replaced.set(next.isBehind(place) ? next : place);
    }

    /** Lets the readings before a place count no more, and deletes the segments in which nothing counts. */
    void forget(Position place) {
        StoredFile partly = place.segment;
        if (partly != null) {
            partly.replaced = Math.max(partly.replaced, place.readingsBefore + place.reading);
            partly.first.set(place.boot, place.sequence, 0);
            partly.first.setIn(null, place.offset, place.readingsBefore);
        }
        deleteReplaced();
    }

    /** Deletes the segments in which nothing counts; one that cannot be deleted is left to the next boot. */
    void deleteReplaced() {
        for (int i = this.segments.count() - 1; i >= 0; i--) {
            StoredFile segment = this.segments.get(i);
            if (isReplaced(segment)) {
                this.segments.remove(segment);
                deleteUncounted(segment);
            }
        }
    }

    /** Writes the journal if it is uncertain which record counts. */
    void makeCertain() throws IOException {
        if (this.journal.isUncertain()) {
            writeJournal();
        }
    }

    /** Deletes the objects that are not published, but not before it is certain that they are not. */
    void discardBatch() throws IOException {
        makeCertain();
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
}
