package space.opensensor.spool;

/** The objects that are not published yet; all take the place of the same segments. */
final class Batch {

    private final FileList objects = new FileList();
    private int through;
    private boolean broken;
    private boolean writing;

    /** Starts anew, with no object. */
    void clear() {
        while (this.objects.count() > 0) {
            this.objects.remove(this.objects.get(0));
        }
        this.broken = false;
        this.writing = false;
        this.through = 0;
    }

    /** Adds the object that is now written. */
    void add(StoredFile object) {
        this.objects.add(object);
        this.through = object.id;
        this.writing = true;
    }

    /** Ends the writing of the object added last. */
    void close() {
        this.writing = false;
    }

    /** Says that the objects are gone: their segments had to be dropped, or a block could not be written. */
    void breakUp() {
        this.broken = true;
    }

    FileList objects() {
        return this.objects;
    }

    int through() {
        return this.through;
    }

    boolean isBroken() {
        return this.broken;
    }

    boolean isWriting() {
        return this.writing;
    }
}
