package space.opensensor.parquet;

import java.io.IOException;
import space.opensensor.bytes.ByteWriter;

/** The footer of a file. */
final class FileMetaData {

    static final byte[] MAGIC = { 'P', 'A', 'R', '1' };

    FileMetaData(Schema schema, WriterOptions options, Layout layout) {
    }

    void clear() {
    }

    void addKeyValue(String key, String value) {
    }

    void write(CountingSink sink, long rows, ByteWriter scratch) throws IOException {
        sink.write(MAGIC, 0, 4);
    }
}
