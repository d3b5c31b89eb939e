package space.opensensor.simulator.s3;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import space.opensensor.s3.Body;

/** A file, or a stretch of it, as the body of an upload. */
public final class FileBody implements Body {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long offset;
    private final long length;
    private final boolean last;
    private final LongConsumer progress;

    /**
     * Names a stretch of a file. A file that shrinks or, behind its last stretch, grows is noticed when it is read.
     *
     * @param offset of its first byte.
     * @param progress told up to which byte of the file it has been read since it was opened last.
     * @throws IOException if there is no such file.
     */
    public FileBody(Path file, long offset, long length, LongConsumer progress) throws IOException {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.last = offset + length == Files.size(file);
        this.progress = progress;
    }

    @Override
    public long length() {
        return this.length;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream all = Channels.newInputStream(FileChannel.open(this.file).position(this.offset));
        return new FilterInputStream(new BufferedInputStream(all, BUFFER)) {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int start, int count) throws IOException {
                long left = FileBody.this.last ? count : Math.min(count, FileBody.this.length - this.position);
                int read = left == 0 ? -1 : super.read(target, start, (int) left);
                if (read > 0) {
                    this.position += read;
                    FileBody.this.progress.accept(FileBody.this.offset + this.position);
                }
                return read;
            }
        };
    }
}
