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
    /** Sealed segments. */
    final FileList segments = new FileList();
    /** Published objects. */
    final FileList objects = new FileList();
    /** Files that cannot be read. */
    final FileList setAside = new FileList();
    /** Objects that are not published. */
    final Batch batch = new Batch();
    private final boolean dropsOldest;
    private int refused;
    private int errors;

    Holdings(Flash flash, boolean dropsOldest) {
        this.flash = flash;
        this.room = new Room(flash);
        this.journal = new StateJournal(flash);
        this.dropsOldest = dropsOldest;
    }

    /** Asks the flash what is free. */
    void askRoom() throws IOException {
        this.room.ask(this.journal.missingBytes(this.flash.clusterBytes()));
    }

    /** @return bytes of all files of the spool but the journal and the open segment. */
    long takenBytes() {
        return taken(this.segments) + taken(this.objects) + taken(this.setAside);
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
     * Deletes what is least worth keeping: what cannot be read, then by the policy the oldest object, then the oldest sealed
     * segment.
     *
     * @param segmentsToo whether segments may go.
     * @return whether something was deleted.
     */
    boolean dropOne(boolean segmentsToo) throws IOException {
        if (this.setAside.count() > 0) {
            delete(this.setAside.get(0), this.setAside);
        } else if (this.dropsOldest && this.objects.count() > 0) {
            drop(this.objects.get(0), this.objects);
        } else if (this.dropsOldest && segmentsToo && this.segments.count() > 0) {
            StoredFile oldest = this.segments.get(0);
            if (oldest.id <= this.batch.through()) {
                discardBatch();
            }
            drop(oldest, this.segments);
        } else {
            return false;
        }
        return true;
    }

    /** @return whether old data gives way to new. */
    boolean dropsOldest() {
        return this.dropsOldest;
    }

    /** Counts the readings of a file as dropped, for good, then deletes it. */
    private void drop(StoredFile file, FileList list) throws IOException {
        this.journal.droppedId = file.id;
        this.journal.droppedIndex = file.kind == StoredFile.SEGMENT ? -1 : file.index;
        this.journal.droppedReadings += file.readings;
        boolean dropped = false;
        try {
            writeJournal();
            delete(file, list);
            dropped = true;
        } finally {
            this.journal.droppedReadings -= dropped ? 0 : file.readings;
            this.journal.droppedId = 0;
        }
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

    /** Records that segments no longer count, which publishes the objects in their place. */
    void giveUp(int through) throws IOException {
        int before = this.journal.committed;
        this.journal.committed = through;
        boolean committed = false;
        try {
            writeJournal();
            committed = true;
        } finally {
            if (!committed) {
                this.journal.committed = before;
                this.errors++;
            }
        }
    }

    /** Deletes the segments that were given up. */
    void deleteGivenUp() {
        int through = this.journal.committed;
        while (this.segments.count() > 0 && this.segments.get(0).id <= through) {
            StoredFile segment = this.segments.get(0);
            this.segments.remove(segment);
            deleteUncounted(segment);
        }
    }

    /** Deletes the objects that are not published, but not before it is certain that they are not. */
    void discardBatch() throws IOException {
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
}
