package space.opensensor.spool;

/** The objects that are not published yet; all take the place of what is before the same place. */
final class Batch {

    private final FileList objects = new FileList();
    private final Position end = new Position();
    private boolean broken;
    private boolean writing;

    /** Starts anew, with no object. */
    void clear() {
        while (this.objects.count() > 0) {
            this.objects.remove(this.objects.get(0));
        }
        this.broken = false;
        this.writing = false;
    }

    /** Adds the object that is now written. */
    void add(StoredFile object) {
        this.objects.add(object);
        this.writing = true;
    }

    /** Ends the writing of the object added last. */
    void close() {
        this.writing = false;
    }

    /** Says that the objects are gone: readings of theirs had to be dropped, or a block could not be written. */
    void breakUp() {
        this.broken = true;
    }

    /** @return the place behind what they take the place of; to be set before the first one. */
    Position end() {
        return this.end;
    }

    FileList objects() {
        return this.objects;
    }

    boolean isBroken() {
        return this.broken;
    }

    boolean isWriting() {
        return this.writing;
    }
}
