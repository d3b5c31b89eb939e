package space.opensensor.parquet;

/** Sizes of everything that a writer allocates, computed from schema and options. */
final class Layout {

    final int rows;
    final int bytesPerGroup;

    Layout(Schema schema, WriterOptions options) {
        this.rows = options.rowsPerGroup;
        this.bytesPerGroup = options.bytesPerGroup;
    }

    int values(int column) {
        return this.rows;
    }

    int bytes(int column) {
        return this.rows;
    }

    long memoryBytes() {
        return 0;
    }
}
