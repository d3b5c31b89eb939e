package space.opensensor.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A body that lies in memory. */
public final class BytesBody implements Body {

    private final byte[] bytes;
    private final int offset;
    private final int length;

    /** @param bytes the whole content; not copied. */
    public BytesBody(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /**
     * @param bytes holds the content; not copied.
     * @param offset index of its first byte.
     * @param length bytes.
     */
    public BytesBody(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public long length() {
        return this.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(this.bytes, this.offset, this.length);
    }
}
