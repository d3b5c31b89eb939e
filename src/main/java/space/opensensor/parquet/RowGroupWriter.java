package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;

/** Writes a row group. */
final class RowGroupWriter {

    private final ByteWriter scratch = new ByteWriter(0);

    RowGroupWriter(ColumnBuffer[] columns, WriterOptions options, Layout layout, FileMetaData footer) {
    }

    boolean isFull(int rows, int bytesPerGroup) {
        return false;
    }

    void write(CountingSink sink, int rows) throws IOException {
    }

    ByteWriter scratch() {
        return this.scratch;
    }
}
