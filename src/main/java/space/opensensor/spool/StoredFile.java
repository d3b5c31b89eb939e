package space.opensensor.spool;

/** What the spool knows of one of its files: a segment, an object or one that is set aside. */
final class StoredFile {

    /** Not a file of the spool. */
    static final int FOREIGN = 0;
    /** Segment of the archive. */
    static final int ARCHIVE = 1;
    /** Segment of the log. */
    static final int SEGMENT = 2;
    /** Object. */
    static final int OBJECT = 3;

    final String file;
    final int kind;
    /** Number of a segment; of an object, among those of the same end. */
    final int id;
    /** Name of an object; null for a segment. */
    final String name;
    /** The place before the first frame of a segment that may count, and where that starts. */
    final Position first = new Position();
    /** The place behind the last frame of a segment, or behind what an object takes the place of. */
    final Position end = new Position();
    /** Readings in it. */
    int readings;
    /** Readings at the start of a segment that count no more, as objects or the archive replace them. */
    int replaced;
    /** Bytes that it takes on flash. */
    long size;
    /** Bytes of a segment that count: all of them, unless its end is damaged. */
    long intact;

    private StoredFile(String file, int kind, int id, String name) {
        this.file = file;
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    static StoredFile segment(int id) {
        return new StoredFile(FileNames.segment(id), SEGMENT, id, null);
    }

    static StoredFile archive(int id) {
        return new StoredFile(FileNames.archive(id), ARCHIVE, id, null);
    }

    static StoredFile object(Position end, int index, int readings, String name) {
        StoredFile object = new StoredFile(FileNames.object(end, index, readings, name), OBJECT, index, name);
        object.end.set(end.boot, end.sequence, end.reading);
        object.readings = readings;
        return object;
    }

    /** @return what a file of the directory is by its name; null if it is foreign. */
    static StoredFile parse(String file) {
        int kind = FileNames.kind(file);
        if (kind == FOREIGN) {
            return null;
        }
        if (kind != OBJECT) {
            return new StoredFile(file, kind, FileNames.id(file), null);
        }
        StoredFile object = new StoredFile(file, kind, FileNames.number(file, 3), FileNames.objectName(file));
        object.end.set(FileNames.number(file, 0), FileNames.number(file, 1), FileNames.number(file, 2));
        object.readings = FileNames.number(file, 4);
        return object;
    }

    /** @return readings of it that count. */
    int live() {
        return this.readings - this.replaced;
    }

    /** @return whether it is to be read before another one. */
    boolean isBefore(StoredFile other) {
        if (this.kind != other.kind) {
            return this.kind < other.kind;
        }
        boolean sameEnd = this.kind != OBJECT || this.end.isAt(other.end);
        return sameEnd ? this.id < other.id : other.end.isBehind(this.end);
    }
}
