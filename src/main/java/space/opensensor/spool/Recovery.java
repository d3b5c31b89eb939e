package space.opensensor.spool;

import java.io.IOException;

import space.opensensor.bytes.Ascii;

/**
 * Brings the files of a spool into order after a boot: one pass over the directory, one over every segment.
 * <p>
 * Every step may be cut and repeated. Objects that were never published are deleted first, then what the last record of the
 * journal had replaced. Without a journal neither is known, and all is kept.
 */
final class Recovery {

    private final Holdings holdings;
    private final Flash flash;
    private final StateJournal journal;
    private final SegmentScanner scanner;
    private final FileList segments;
    private final FileList objects;
    private int foreign;
    private int damagedFrames;
    private boolean isNew;
    private int highestId;
    private int highestBoot;
    private int lastTail;
    private StoredFile open;
    private StoredFile openArchive;
    private StoredFile lastArchive;

    /** Frames of the segment read last. */
    private int frames;

    Recovery(Holdings holdings, SegmentScanner scanner) {
        this.holdings = holdings;
        this.flash = holdings.flash;
        this.journal = holdings.journal;
        this.scanner = scanner;
        this.segments = holdings.segments;
        this.objects = holdings.objects;
    }

    /**
     * Does all but start the boot: the journal's fields are set, not written.
     *
     * @param segmentBytes length from which on a segment is not continued.
     * @throws IOException if the directory cannot be read.
     */
    void run(int segmentBytes) throws IOException {
        list();
        this.isNew = !this.journal.read();
        this.lastTail = this.journal.lastTail;
        readSegments();
        if (!this.isNew) {
            deleteUnpublished();
            deleteDropped();
        }
        deleteReplaced();
        this.open = continued(this.open, segmentBytes);
        if (this.open != null) {
            this.segments.remove(this.open);
        }
        this.openArchive = continued(this.openArchive, segmentBytes);
        this.journal.dropped.set(0, 0, 0);
        this.journal.lastTail = this.lastTail;
        this.journal.boot = Math.max(this.journal.boot, this.highestBoot);
        this.journal.nextSegment = Math.max(this.journal.nextSegment, this.highestId + 1);
    }

    private static StoredFile continued(StoredFile segment, int segmentBytes) {
        return segment != null && segment.size < segmentBytes ? segment : null;
    }

    private void list() throws IOException {
        String[] names = this.flash.list();
        for (int i = 0; i < names.length; i++) {
            StoredFile file = StoredFile.parse(names[i]);
            if (file == null) {
                this.foreign += isState(names[i]) ? 0 : 1;
                continue;
            }
            file.size = this.flash.size(names[i]);
            file.intact = file.size;
            if (file.kind == StoredFile.OBJECT) {
                this.objects.add(file);
            } else {
                this.highestId = Math.max(this.highestId, file.id);
                this.segments.add(file);
            }
        }
    }

    private static boolean isState(String name) {
        return Ascii.equalsIgnoreCase(StateJournal.FILES[0], name) || Ascii.equalsIgnoreCase(StateJournal.FILES[1], name);
    }

    /**
     * Deletes objects that were being made when the power went: all that they were made of is still in the log. If it is not,
     * they were published, and the record of it is lost.
     */
    private void deleteUnpublished() {
        Position replaced = this.journal.replaced;
        for (int i = 0; i < this.objects.count();) {
            StoredFile object = this.objects.get(i);
            boolean published = !object.end.isBehind(replaced);
            boolean whole = this.segments.count() > 0 && !this.segments.get(0).first.isBehind(replaced);
            if (object.size == 0 || !published && whole) {
                delete(object, this.objects);
            } else {
                i++;
                if (!published) {
                    keepPublished(object.end);
                }
            }
        }
    }

    /** Lets what is before a place count no more. */
    private void keepPublished(Position end) {
        this.journal.replaced.set(end);
        for (int i = 0; i < this.segments.count(); i++) {
            this.scanner.start(this.segments.get(i), true);
            readFrames(this.segments.get(i));
        }
    }

    /** Deletes the object that was being dropped. */
    private void deleteDropped() {
        for (int i = this.objects.count() - 1; i >= 0; i--) {
            StoredFile object = this.objects.get(i);
            if (object.end.isAt(this.journal.dropped) && object.id == this.journal.droppedIndex) {
                delete(object, this.objects);
            }
        }
    }

    /** Deletes segments that objects or the archive replace; of the log, if the archive certainly is on flash. */
    private void deleteReplaced() {
        boolean certain = this.lastArchive == null || sync(this.lastArchive);
        for (int i = this.segments.count() - 1; i >= 0; i--) {
            StoredFile segment = this.segments.get(i);
            if (this.holdings.isReplaced(segment) && (certain || segment.kind == StoredFile.ARCHIVE)) {
                delete(segment, this.segments);
            }
        }
    }

    /** Syncs a file as it is: its last frame may never have been, though it can be read. */
    private boolean sync(StoredFile file) {
        try {
            Streams.writeAll(this.flash.append(file.file), new byte[0], 0);
            return true;
        } catch (IOException e) {
            this.holdings.countError();
            return false;
        }
    }

    private void delete(StoredFile file, FileList list) {
        list.remove(file);
        this.open = this.open == file ? null : this.open;
        this.openArchive = this.openArchive == file ? null : this.openArchive;
        try {
            this.flash.delete(file.file);
        } catch (IOException e) {
            this.holdings.countError();
        }
    }

    /** Reads all segments; the frames of one that the next one repeats count only there. */
    private void readSegments() {
        StoredFile before = null;
        for (int i = 0; i < this.segments.count();) {
            StoredFile segment = this.segments.get(i);
            this.scanner.start(segment, true);
            if (keep(segment, readFrames(segment))) {
                i++;
                if (before != null && before.kind == segment.kind && before.end.boot == segment.first.boot
                        && before.end.isBehind(segment.first)) {
                    i -= trim(before, segment.first);
                }
                before = segment;
                if (segment.kind == StoredFile.ARCHIVE) {
                    this.holdings.archived.set(segment.end);
                    this.lastArchive = segment;
                }
            }
        }
    }

    /** Cuts a segment before a frame; returns 1 if nothing is left of it, else 0. */
    private int trim(StoredFile segment, Position place) {
        this.scanner.start(segment, true);
        this.scanner.limit(place.boot, place.sequence);
        readFrames(segment);
        if (this.frames > 0) {
            return 0;
        }
        delete(segment, this.segments);
        return 1;
    }

    /** Reads a segment to where it ends or makes no sense. */
    private int readFrames(StoredFile segment) {
        this.frames = 0;
        segment.readings = 0;
        segment.replaced = 0;
        long end = 0;
        int outcome = next();
        while (outcome == SegmentScanner.FRAME && isTrue(segment)) {
            if (this.frames == 0) {
                segment.first.set(this.scanner.boot(), this.scanner.sequence(), 0);
            }
            count(segment);
            end = this.scanner.offset();
            outcome = next();
        }
        this.scanner.close();
        segment.intact = outcome == SegmentScanner.FRAME ? end : this.scanner.offset();
        return outcome;
    }

    /**
     * Tells whether the spool knew of a frame. It did not know of a frame of the archive whose writing failed, though it is
     * there: what was replaced later then ends in the middle of it.
     */
    private boolean isTrue(StoredFile segment) {
        Position replaced = this.journal.replaced;
        return segment.kind != StoredFile.ARCHIVE || replaced.boot != this.scanner.boot()
                || replaced.sequence <= this.scanner.sequence() || replaced.sequence >= this.scanner.nextSequence();
    }

    private void count(StoredFile segment) {
        int boot = this.scanner.boot();
        int readings = this.scanner.readings();
        this.frames++;
        segment.end.set(boot, this.scanner.nextSequence(), 0);
        segment.readings += readings;
        if (this.holdings.isReplaced(segment)) {
            segment.replaced = segment.readings;
        } else if (this.journal.replaced.isIn(boot, this.scanner.sequence())) {
            segment.replaced += Math.min(this.journal.replaced.reading, readings);
        }
    }

    private int next() {
        try {
            return this.scanner.next();
        } catch (IOException e) {
            this.holdings.countError();
            return SegmentScanner.TAIL;
        }
    }

    /** Tells whether a segment stays one; else it is deleted, as nothing was synced to it, or set aside. */
    private boolean keep(StoredFile segment, int outcome) {
        this.highestBoot = Math.max(this.highestBoot, this.scanner.boot());
        this.damagedFrames += this.scanner.damaged();
        boolean torn = this.scanner.hasHeader() || segment.size < FrameCodec.HEADER_BYTES || this.scanner.isBlank();
        setOpen(segment.kind, null);
        if (outcome == SegmentScanner.OTHER_VERSION || this.frames == 0 && (this.scanner.isUnreadable() || !torn)) {
            this.segments.remove(segment);
            this.holdings.setAside.add(segment);
            return false;
        }
        if (outcome == SegmentScanner.TAIL && segment.id > this.journal.lastTail) {
            this.journal.damagedTails++;
            this.lastTail = Math.max(this.lastTail, segment.id);
        }
        if (this.frames == 0) {
            delete(segment, this.segments);
            return false;
        }
        setOpen(segment.kind, outcome == SegmentScanner.END ? segment : null);
        return true;
    }

    private void setOpen(int kind, StoredFile segment) {
        if (kind == StoredFile.ARCHIVE) {
            this.openArchive = segment;
        } else {
            this.open = segment;
        }
    }

    /** @return the segment of the archive to continue; null if there is none. */
    StoredFile openArchive() {
        return this.openArchive;
    }

    /** @return the segment to continue; null if there is none. It is not among the sealed ones. */
    StoredFile open() {
        return this.open;
    }

    /** @return whether there was no journal. */
    boolean isNew() {
        return this.isNew;
    }

    int foreign() {
        return this.foreign;
    }

    int damagedFrames() {
        return this.damagedFrames;
    }
}
