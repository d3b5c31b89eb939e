package space.opensensor.xtensa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.s3.Body;
import space.opensensor.spool.Flash;

/** A file of a flash, to upload. */
final class FlashBody implements Body {

    private final Flash flash;
    private final String name;
    private final int length;

    /** Writes the file: the first {@code length} bytes of an array. */
    FlashBody(Flash flash, String name, byte[] bytes, int length) throws IOException {
        OutputStream out = flash.create(name);
        out.write(bytes, 0, length);
        out.close();
        this.flash = flash;
        this.name = name;
        this.length = length;
    }

    @Override
    public long length() {
        return this.length;
    }

    @Override
    public InputStream open() throws IOException {
        return this.flash.open(this.name);
    }
}
