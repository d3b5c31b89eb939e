package space.opensensor.spool;

import java.io.IOException;

import space.opensensor.bytes.Ascii;

/**
 * Brings the files of a spool into order after a boot: one pass over the directory, one over every segment.
 * <p>
 * Every step may be cut and repeated. Objects whose segments are still there but were never given up are deleted first,
 * then what the last record of the journal had given up. Without a journal neither is known, and all is kept.
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
    private StoredFile open;

    /** Frames of the segment read last, boot and number of the first of them. */
    private int frames;
    private int firstBoot;
    private int firstSequence;

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
        readSegments();
        if (!this.isNew) {
            deleteUnpublished();
            deleteGivenUp();
        }
        if (this.open != null && this.open.size < segmentBytes) {
            this.segments.remove(this.open);
        } else {
            this.open = null;
        }
        this.journal.droppedId = 0;
        this.journal.boot = Math.max(this.journal.boot, this.highestBoot);
        int above = Math.max(this.highestId, this.journal.committed) + 1;
        this.journal.nextSegment = Math.max(this.journal.nextSegment, above);
    }

    private void list() throws IOException {
        String[] names = this.flash.list();
        for (int i = 0; i < names.length; i++) {
            StoredFile file = StoredFile.parse(names[i]);
            if (file == null) {
                this.foreign += isState(names[i]) ? 0 : 1;
            } else {
                file.size = this.flash.size(names[i]);
                file.end = file.size;
                this.highestId = Math.max(this.highestId, file.id);
                (file.kind == StoredFile.SEGMENT ? this.segments : this.objects).add(file);
            }
        }
    }

    private static boolean isState(String name) {
        return Ascii.equalsIgnoreCase(StateJournal.FILES[0], name) || Ascii.equalsIgnoreCase(StateJournal.FILES[1], name);
    }

    /** Deletes objects that were being made when the power went: their segments are all there. */
    private void deleteUnpublished() {
        int oldest = this.segments.count() == 0 ? Integer.MAX_VALUE : this.segments.get(0).id;
        for (int i = this.objects.count() - 1; i >= 0; i--) {
            StoredFile object = this.objects.get(i);
            if (object.size == 0 || object.id > this.journal.committed && object.id >= oldest) {
                delete(object, this.objects);
            }
        }
    }

    /** Deletes segments that objects have replaced, and the file that was being dropped. */
    private void deleteGivenUp() {
        while (this.segments.count() > 0 && this.segments.get(0).id <= this.journal.committed) {
            delete(this.segments.get(0), this.segments);
        }
        if (this.journal.droppedId != 0) {
            deleteDropped(this.journal.droppedIndex < 0 ? this.segments : this.objects);
        }
    }

    private void deleteDropped(FileList list) {
        for (int i = list.count() - 1; i >= 0; i--) {
            StoredFile file = list.get(i);
            boolean sameIndex = this.journal.droppedIndex < 0 || this.journal.droppedIndex == file.index;
            if (file.id == this.journal.droppedId && sameIndex) {
                delete(file, list);
            }
        }
    }

    private void delete(StoredFile file, FileList list) {
        list.remove(file);
        this.open = this.open == file ? null : this.open;
        try {
            this.flash.delete(file.file);
        } catch (IOException e) {
            this.holdings.countError();
        }
    }

    /** Reads all segments; the frames of one that the next one repeats count only there. */
    private void readSegments() {
        StoredFile before = null;
        int bootBefore = 0;
        int sequenceBefore = 0;
        for (int i = 0; i < this.segments.count();) {
            StoredFile segment = this.segments.get(i);
            this.scanner.start(segment, true);
            if (keep(segment, readFrames(segment))) {
                int boot = this.scanner.boot();
                int sequence = this.scanner.nextSequence();
                i++;
                if (this.firstBoot == bootBefore && this.firstSequence < sequenceBefore) {
                    i -= trim(before);
                }
                before = segment;
                bootBefore = boot;
                sequenceBefore = sequence;
            }
        }
    }

    /** Cuts a segment before the first frame of the one read last; returns 1 if nothing is left of it, else 0. */
    private int trim(StoredFile segment) {
        this.scanner.start(segment, true);
        this.scanner.limit(this.firstBoot, this.firstSequence);
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
        int outcome = next();
        while (outcome == SegmentScanner.FRAME) {
            if (this.frames == 0) {
                this.firstBoot = this.scanner.boot();
                this.firstSequence = this.scanner.nextSequence() - 1;
            }
            this.frames++;
            segment.readings += this.scanner.readings();
            outcome = next();
        }
        this.scanner.close();
        segment.end = this.scanner.offset();
        return outcome;
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
        this.open = null;
        this.highestBoot = Math.max(this.highestBoot, this.scanner.boot());
        this.damagedFrames += this.scanner.damaged();
        boolean torn = this.scanner.hasHeader() || segment.size < FrameCodec.HEADER_BYTES || this.scanner.isBlank();
        if (outcome == SegmentScanner.OTHER_VERSION || this.frames == 0 && (this.scanner.isUnreadable() || !torn)) {
            this.segments.remove(segment);
            this.holdings.setAside.add(segment);
            return false;
        }
        if (outcome == SegmentScanner.TAIL && segment.id > this.journal.lastTail) {
            this.journal.damagedTails++;
            this.journal.lastTail = segment.id;
        }
        if (this.frames == 0) {
            delete(segment, this.segments);
            return false;
        }
        this.open = outcome == SegmentScanner.END ? segment : null;
        return true;
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
