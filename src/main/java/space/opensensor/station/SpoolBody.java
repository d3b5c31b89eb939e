package space.opensensor.station;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.s3.Body;
import space.opensensor.spool.Spool;

/** A file of the spool as the body of a request. */
final class SpoolBody implements Body {

    private final Spool spool;
    private String name;

    SpoolBody(Spool spool) {
        this.spool = spool;
    }

    /** Names the file, which must be published. */
    void name(String object) {
        this.name = object;
    }

    @Override
    public long length() {
        return this.spool.objectSize(this.name);
    }

    @Override
    public InputStream open() throws IOException {
        return this.spool.openObject(this.name);
    }
}
