package space.opensensor.xtensa;

import java.io.IOException;

import space.opensensor.bytes.LittleEndian;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.Encoding;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.parquet.WriterOptions;

/**
 * One window of 178 rows and 10 columns, read from {@code window.bin}, in every configuration whose cost is stated. A row
 * is the time (8 bytes) and nine floats, little-endian; NaN stands for null.
 */
final class WindowCost {

    private static final int VALUES = 9;
    private static final int ROW_BYTES = 8 + 4 * VALUES;
    private static final int SCALE = 4;
    private static final String[] VARIANTS = { "all-fast", "all-high", "modern-fast", "modern-high", "decimal-fast",
            "decimal-high", "fixed-plain", "fixed-dictionary", "fixed-split" };

    private final Meter meter = new Meter();
    private final byte[] row = new byte[ROW_BYTES];

    /** @param only name of the variant to write; all of them if empty. */
    void run(String only) throws IOException {
        for (int i = 0; i < VARIANTS.length; i++) {
            if (only.length() == 0 || only.equals(VARIANTS[i])) {
                write(VARIANTS[i]);
            }
        }
    }

    private void write(String variant) throws IOException {
        ParquetWriter writer = new ParquetWriter(schema(variant), options(variant));
        Recorder file = new Recorder(variant + ".parquet");
        write(writer, file, variant);
        this.meter.reset();
        write(writer, new Recorder(variant + "-again.parquet"), variant);
        System.out.println("window." + variant + ".bytes=" + writer.bytesWritten());
        this.meter.print("window." + variant);
    }

    private void write(ParquetWriter writer, Recorder file, String variant) throws IOException {
        boolean decimal = variant.startsWith("decimal");
        this.meter.enter(Phase.ROWS);
        writer.open(new PortOutput(file, this.meter));
        int rows = 0;
        while (next(rows)) {
            writer.setLong(0, LittleEndian.getLong(this.row, 0));
            for (int i = 0; i < VALUES; i++) {
                float value = Float.intBitsToFloat(LittleEndian.getInt(this.row, 8 + 4 * i));
                if (value != value) {
                    writer.setNull(1 + i);
                } else if (decimal) {
                    writer.setDecimal(1 + i, value);
                } else {
                    writer.setFloat(1 + i, value);
                }
            }
            writer.endRow();
            rows++;
        }
        this.meter.leave();
        this.meter.enter(Phase.CLOSE);
        writer.close();
        this.meter.leave();
    }

    private boolean next(int index) {
        this.meter.enter(Phase.PORTS);
        int n = Host.read("window.bin", index * ROW_BYTES, this.row);
        this.meter.leave();
        return n == ROW_BYTES;
    }

    private static Schema schema(String variant) {
        Column[] columns = new Column[1 + VALUES];
        Column time = Column.int64("timestamp").timestamp(TimeUnit.MILLIS, true).required();
        columns[0] = variant.startsWith("fixed") ? time.encoding(Encoding.DELTA_BINARY_PACKED) : time;
        for (int i = 1; i <= VALUES; i++) {
            String name = "value_" + i;
            columns[i] = variant.startsWith("decimal") ? Column.decimal(name, 9, SCALE)
                    : Column.float32(name).encoding(encoding(variant));
        }
        return Schema.of(columns);
    }

    private static int encoding(String variant) {
        return variant.equals("fixed-plain") ? Encoding.PLAIN
                : variant.equals("fixed-dictionary") ? Encoding.RLE_DICTIONARY
                        : variant.equals("fixed-split") ? Encoding.BYTE_STREAM_SPLIT : Encoding.AUTO;
    }

    private static WriterOptions options(String variant) {
        return new WriterOptions().rowsPerGroup(180)
                .readers(variant.startsWith("modern") || variant.endsWith("split") ? Readers.MODERN : Readers.ALL)
                .effort(variant.endsWith("high") ? Effort.HIGH : Effort.FAST);
    }
}
