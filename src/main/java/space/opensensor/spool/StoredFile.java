package space.opensensor.spool;

/** What the spool knows of one of its files: a segment, an object or one that is set aside. */
final class StoredFile {

    /** Not a file of the spool. */
    static final int FOREIGN = 0;
    /** Segment of the log. */
    static final int SEGMENT = 1;
    /** Object. */
    static final int OBJECT = 2;

    final String file;
    final int kind;
    /** Id of a segment; for an object, the last segment whose place it takes. */
    final int id;
    /** Number of an object among those of the same {@link #id}. */
    final int index;
    /** Name of an object; null for a segment. */
    final String name;
    /** Readings in it. */
    int readings;
    /** Bytes that it takes on flash. */
    long size;
    /** Bytes of a segment that count: all of them, unless its end is damaged. */
    long end;

    private StoredFile(String file, int kind, int id, int index, String name) {
        this.file = file;
        this.kind = kind;
        this.id = id;
        this.index = index;
        this.name = name;
    }

    static StoredFile segment(int id) {
        return new StoredFile(FileNames.segment(id), SEGMENT, id, 0, null);
    }

    static StoredFile object(int through, int index, int readings, String name) {
        String file = FileNames.object(through, index, readings, name);
        StoredFile object = new StoredFile(file, OBJECT, through, index, name);
        object.readings = readings;
        return object;
    }

    /** @return what a file of the directory is by its name; null if it is foreign. */
    static StoredFile parse(String file) {
        int kind = FileNames.kind(file);
        if (kind == SEGMENT) {
            return new StoredFile(file, kind, FileNames.id(file), 0, null);
        }
        if (kind != OBJECT) {
            return null;
        }
        String name = FileNames.objectName(file);
        StoredFile object = new StoredFile(file, kind, FileNames.id(file), FileNames.index(file), name);
        object.readings = FileNames.readings(file);
        return object;
    }
}
