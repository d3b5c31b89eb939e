package space.opensensor.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes a month with parquet-java by its fastest way: values handed to the record consumer, no object per row. */
final class ParquetJava {

    private ParquetJava() {
    }

    static void write(Month month, Path file) throws IOException {
        int[] row = new int[1];
        try (ParquetWriter<int[]> writer = new Builder(new LocalOutputFile(file), month)
                .withConf(new PlainParquetConfiguration()).withCompressionCodec(CompressionCodecName.SNAPPY)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE).build()) {
            for (row[0] = 0; row[0] < month.rows; row[0]++) {
                writer.write(row);
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<int[], Builder> {

        private final Month month;

        Builder(OutputFile file, Month month) {
            super(file);
            this.month = month;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<int[]> getWriteSupport(Configuration configuration) {
            return new Rows(month);
        }

        @Override
        protected WriteSupport<int[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(month);
        }
    }

    /** Adds the row of an index. */
    private static final class Rows extends WriteSupport<int[]> {

        private final Month month;
        private RecordConsumer consumer;

        Rows(Month month) {
            this.month = month;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(), java.util.Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(), java.util.Map.of());
        }

        private static MessageType schema() {
            Types.MessageTypeBuilder schema = Types.buildMessage();
            schema.required(PrimitiveTypeName.INT64).named(Month.name(0));
            for (int c = 1; c <= Month.FLOATS; c++) {
                schema.required(PrimitiveTypeName.FLOAT).named(Month.name(c));
            }
            return schema.named("schema");
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.consumer = recordConsumer;
        }

        @Override
        public void write(int[] row) {
            consumer.startMessage();
            consumer.startField(Month.name(0), 0);
            consumer.addLong(month.time[row[0]]);
            consumer.endField(Month.name(0), 0);
            for (int c = 1; c <= Month.FLOATS; c++) {
                consumer.startField(Month.name(c), c);
                consumer.addFloat(month.values[c - 1][row[0]]);
                consumer.endField(Month.name(c), c);
            }
            consumer.endMessage();
        }
    }
}
