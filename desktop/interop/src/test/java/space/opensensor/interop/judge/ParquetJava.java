package space.opensensor.interop.judge;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** parquet-java, with the verification of page checksums on: the reference implementation, and the judge of CRCs. */
public final class ParquetJava extends InProcessJudge {

    @Override
    public String name() {
        return "parquet-java";
    }

    @Override
    public String cannotRead(FileReport file) {
        return file.hasCodec("GZIP") ? "GZIP goes through the real Hadoop" : null;
    }

    @Override
    Table read(Path file) throws IOException {
        ParquetReadOptions options = options().build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return read(reader, false);
        }
    }

    /**
     * Rows that the file's statistics, dictionaries, bloom filters and page index leave over: at least those that the predicate
     * holds for. Only flat columns.
     *
     * @throws IOException whatever the reader throws at this file
     */
    public Table candidates(Path file, FilterPredicate predicate) throws IOException {
        ParquetReadOptions options = options().withRecordFilter(FilterCompat.get(predicate)).useStatsFilter()
                .useDictionaryFilter().useBloomFilter().useColumnIndexFilter().build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return read(reader, true);
        }
    }

    private static ParquetReadOptions.Builder options() {
        return ParquetReadOptions.builder(new PlainParquetConfiguration()).usePageChecksumVerification();
    }

    /** @param filtered whether pages may be left out; then every value is a row */
    @SuppressWarnings("deprecation")
    private static Table read(ParquetFileReader reader, boolean filtered) throws IOException {
        MessageType schema = reader.getFooter().getFileMetaData().getSchema();
        String createdBy = reader.getFooter().getFileMetaData().getCreatedBy();
        Table table = new Table();
        for (Type field : schema.getFields()) {
            table.column(field.getName());
        }
        PageReadStore pages;
        while ((pages = filtered ? reader.readNextFilteredRowGroup() : reader.readNextRowGroup()) != null) {
            ColumnReadStoreImpl columns = new ColumnReadStoreImpl(pages, new NoRecords(schema), schema, createdBy);
            for (ColumnDescriptor column : schema.getColumns()) {
                ColumnReader values = columns.getColumnReader(column);
                read(column, schema, values, filtered ? pages.getRowCount() : values.getTotalValueCount(), table);
            }
        }
        return table;
    }

    private static void read(ColumnDescriptor column, MessageType schema, ColumnReader reader, long values,
            Table table) {
        String field = column.getPath()[0];
        Assembly assembly = new Assembly(table.column(field), column.getMaxRepetitionLevel(), column.getMaxDefinitionLevel(),
                schema.getType(field).isRepetition(Type.Repetition.OPTIONAL));
        PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
        Meaning meaning = meaning(column.getPrimitiveType().getLogicalTypeAnnotation());
        for (long i = 0; i < values; i++) {
            int definition = reader.getCurrentDefinitionLevel();
            String cell = definition == column.getMaxDefinitionLevel() ? cell(reader, type, meaning) : null;
            assembly.add(reader.getCurrentRepetitionLevel(), definition, cell);
            reader.consume();
        }
        assembly.end();
    }

    private static String cell(ColumnReader reader, PrimitiveTypeName type, Meaning meaning) {
        switch (type) {
            case BOOLEAN:
                return Cells.of(reader.getBoolean());
            case FLOAT:
                return Cells.of(reader.getFloat());
            case DOUBLE:
                return Cells.of(reader.getDouble());
            case INT32:
                return meaning.cell(reader.getInteger());
            case INT64:
                return meaning.cell(reader.getLong());
            default:
                return meaning.cell(reader.getBinary().getBytes());
        }
    }

    private static Meaning meaning(LogicalTypeAnnotation logical) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return Meaning.decimal(decimal.getScale());
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return Meaning.time(timestamp.getUnit().name());
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return Meaning.time(time.getUnit().name());
        }
        if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
            return Meaning.UNSIGNED;
        }
        return logical instanceof Float16LogicalTypeAnnotation ? Meaning.FLOAT16 : Meaning.PLAIN;
    }
}
