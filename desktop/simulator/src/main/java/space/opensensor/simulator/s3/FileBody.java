package space.opensensor.simulator.s3;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import space.opensensor.s3.Body;

/** A file as the body of an upload. */
public final class FileBody implements Body {

    private final Path file;
    private final long length;
    private final LongConsumer progress;

    /**
     * Takes the length of the file as it is now.
     *
     * @param progress told how many bytes have been read since the file was opened last.
     * @throws IOException if there is no such file.
     */
    public FileBody(Path file, LongConsumer progress) throws IOException {
        this.file = file;
        this.length = Files.size(file);
        this.progress = progress;
    }

    @Override
    public long length() {
        return this.length;
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(new BufferedInputStream(Files.newInputStream(this.file), 1 << 16)) {
            private long position;

            @Override
            public int read() throws IOException {
                int value = super.read();
                return value < 0 ? value : told(value, 1);
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                int read = super.read(target, offset, count);
                return read < 0 ? read : told(read, read);
            }

            private int told(int result, int bytes) {
                this.position += bytes;
                FileBody.this.progress.accept(this.position);
                return result;
            }
        };
    }
}
