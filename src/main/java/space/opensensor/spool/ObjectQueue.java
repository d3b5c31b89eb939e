package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The objects of the spool: written in blocks, published together, read and deleted. */
final class ObjectQueue {

    private static final int MAX_READINGS = 99999999;
    private static final int MAX_BATCH = 256;

    private final Object lock;
    private final Holdings holdings;
    private final byte[] block;

    ObjectQueue(Object lock, Holdings holdings, int bufferBytes) {
        this.lock = lock;
        this.holdings = holdings;
        this.block = new byte[bufferBytes];
    }

    /** See {@link Spool#createObject}. */
    OutputStream create(String name, int readings, Position end) throws IOException {
        check(name, readings, end);
        this.holdings.makeCertain();
        Batch batch = this.holdings.batch;
        StoredFile object = StoredFile.object(end, batch.objects().count(), readings, name);
        batch.end().set(end);
        batch.add(object);
        return new ObjectOutput(this, object, this.block);
    }

    private void check(String name, int readings, Position end) {
        if (!FileNames.isObjectName(name)) {
            throw new IllegalArgumentException("name: \"" + name + "\" is not allowed; 1 to "
                    + FileNames.MAX_OBJECT_NAME + " letters, digits, _ . - are, not ending with a dot");
        }
        if (readings < 0 || readings > MAX_READINGS) {
            throw new IllegalArgumentException(
                    "readings: " + readings + " is not allowed; 0 to " + MAX_READINGS + " are");
        }
        checkNew(end);
        Batch batch = this.holdings.batch;
        int unpublished = batch.objects().count();
        boolean other = unpublished > 0 && !batch.end().isAt(end);
        if (other || batch.isWriting() || batch.isBroken() || unpublished == MAX_BATCH) {
            throw new IllegalStateException("createObject: publish or discard the objects before it");
        }
        if (batch.objects().find(name) != null || this.holdings.objects.find(name) != null) {
            throw new IllegalStateException("name: \"" + name + "\" is taken by an object of this spool");
        }
    }

    private void checkNew(Position end) {
        if (!end.isBehind(this.holdings.journal.replaced)) {
            throw new IllegalArgumentException("end: frame " + end.sequence + " of boot " + end.boot
                    + " is not allowed; what is before it is replaced already");
        }
    }

    /** See {@link Spool#publish}. */
    void publish() throws IOException {
        Batch batch = this.holdings.batch;
        FileList objects = batch.objects();
        if (objects.count() == 0 || batch.isWriting() || batch.isBroken()) {
            throw new IllegalStateException("publish: no closed objects in the place of readings");
        }
        this.holdings.commit(batch.end());
        for (int i = 0; i < objects.count(); i++) {
            this.holdings.objects.add(objects.get(i));
        }
        batch.clear();
        this.holdings.forget(batch.end());
    }

    /** See {@link Spool#discardObjects}. */
    void discard() throws IOException {
        this.holdings.discardBatch();
        this.holdings.batch.clear();
    }

    /** See {@link Spool#deleteUntil}. */
    void deleteUntil(Position end) throws IOException {
        if (this.holdings.batch.objects().count() > 0) {
            throw new IllegalStateException("deleteUntil: objects are waiting to be published");
        }
        checkNew(end);
        this.holdings.commit(end);
        this.holdings.forget(end);
    }

    /** See {@link Spool#openObject}. */
    InputStream open(String name) throws IOException {
        StoredFile object = this.holdings.objects.find(name);
        if (object == null) {
            throw new IOException("no object " + name);
        }
        return new ObjectInput(this, object);
    }

    /** Writes the next block of an object, for its stream. */
    void write(StoredFile object, byte[] bytes, int length) throws IOException {
        synchronized (this.lock) {
            Batch batch = this.holdings.batch;
            if (batch.isBroken() || !batch.isWriting()) {
                throw new IOException(object.name + " was given up");
            }
            makeRoom(object, length);
            boolean written = false;
            try {
                append(object, bytes, length);
                written = true;
            } finally {
                if (!written) {
                    this.holdings.countError();
                    batch.breakUp();
                    this.holdings.askRoom();
                }
            }
            this.holdings.room.grow(object.size, length);
            object.size += length;
        }
    }

    private void makeRoom(StoredFile object, int length) throws IOException {
        long growth = this.holdings.room.growth(object.size, length);
        while (this.holdings.room.free() < growth) {
            if (!this.holdings.dropOne(false)) {
                throw new SpoolFullException("spool is full: no room for " + growth + " bytes of " + object.name);
            }
        }
    }

    private void append(StoredFile object, byte[] bytes, int length) throws IOException {
        Flash flash = this.holdings.flash;
        OutputStream out = object.size == 0 ? flash.create(object.file) : flash.append(object.file);
        Streams.writeAll(out, bytes, length);
    }

    /** Ends an object, for its stream. */
    void close(StoredFile object) {
        synchronized (this.lock) {
            if (object.size == 0) {
                throw new IllegalStateException(object.name + " is empty");
            }
            this.holdings.batch.close();
        }
    }

    /** Reads a block of an object, for its stream. */
    void read(StoredFile object, long position, byte[] target, int offset, int length) throws IOException {
        synchronized (this.lock) {
            InputStream in = this.holdings.flash.open(object.file);
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
}
