import static io.trino.memory.context.AggregatedMemoryContext.newSimpleAggregatedMemoryContext;

import io.trino.parquet.AbstractParquetDataSource;
import io.trino.parquet.Column;
import io.trino.parquet.ParquetDataSourceId;
import io.trino.parquet.ParquetReaderOptions;
import io.trino.parquet.ParquetTypeUtils;
import io.trino.parquet.metadata.ParquetMetadata;
import io.trino.parquet.predicate.PredicateUtils;
import io.trino.parquet.predicate.TupleDomainParquetPredicate;
import io.trino.parquet.reader.MetadataReader;
import io.trino.parquet.reader.ParquetReader;
import io.trino.parquet.reader.RowGroupInfo;
import io.trino.spi.block.Block;
import io.trino.spi.connector.SourcePage;
import io.trino.spi.predicate.Domain;
import io.trino.spi.predicate.Range;
import io.trino.spi.predicate.TupleDomain;
import io.trino.spi.predicate.ValueSet;
import io.trino.spi.type.ArrayType;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.DateType;
import io.trino.spi.type.DecimalType;
import io.trino.spi.type.DoubleType;
import io.trino.spi.type.Int128;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.LongTimestamp;
import io.trino.spi.type.RealType;
import io.trino.spi.type.TimeType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.Type;
import io.trino.spi.type.VarbinaryType;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.joda.time.DateTimeZone;
import space.opensensor.interop.judge.Cells;
import space.opensensor.interop.judge.JudgeProcess;
import space.opensensor.interop.judge.Meaning;
import space.opensensor.interop.judge.Question;
import space.opensensor.interop.judge.Table;

/** Trino's own vectorized Parquet reader, as its Hive and Iceberg connectors use it. */
public class TrinoJudge {

    public static void main(String[] arguments) throws IOException {
        JudgeProcess.serve(TrinoJudge::read);
        System.exit(0);
    }

    /** A column as Trino reads it, with what its stored values stand for. */
    record Wanted(Column column, Type type, Meaning meaning) {
    }

    private static Table read(Question question) throws IOException {
        ParquetReaderOptions options = ParquetReaderOptions.defaultOptions();
        try (Source source = new Source(question.file().toFile(), options)) {
            ParquetMetadata footer = MetadataReader.readFooter(source, Optional.empty());
            MessageType schema = footer.getFileMetaData().getSchema();
            List<Wanted> wanted = wanted(schema);
            Table table = new Table();
            wanted.forEach(one -> table.column(one.column().name()));
            try (ParquetReader reader = reader(source, footer, schema, wanted, options, question)) {
                SourcePage page;
                while ((page = reader.nextPage()) != null) {
                    for (int c = 0; c < wanted.size(); c++) {
                        append(table.column(wanted.get(c).column().name()), wanted.get(c), page.getBlock(c));
                    }
                }
            }
            return table;
        }
    }

    private static ParquetReader reader(Source source, ParquetMetadata footer, MessageType schema, List<Wanted> wanted,
            ParquetReaderOptions options, Question question) throws IOException {
        Map<List<String>, ColumnDescriptor> columns = ParquetTypeUtils.getDescriptors(schema, schema);
        TupleDomain<ColumnDescriptor> condition = condition(question, columns);
        TupleDomainParquetPredicate predicate = PredicateUtils.buildPredicate(schema, condition, columns, DateTimeZone.UTC);
        List<RowGroupInfo> groups = PredicateUtils.getFilteredRowGroups(0, source.getEstimatedSize(), source, footer,
                List.of(condition),
                List.of(predicate), columns, DateTimeZone.UTC, 1000, options);
        return new ParquetReader(Optional.ofNullable(footer.getFileMetaData().getCreatedBy()),
                wanted.stream().map(Wanted::column).toList(), true, groups, source, DateTimeZone.UTC,
                newSimpleAggregatedMemoryContext(), options, RuntimeException::new, Optional.of(predicate), Optional.empty(),
                Optional.empty());
    }

    private static TupleDomain<ColumnDescriptor> condition(Question question, Map<List<String>, ColumnDescriptor> columns) {
        if (question.column() == null) {
            return TupleDomain.all();
        }
        ColumnDescriptor column = columns.get(List.of(question.column()));
        Type type = type(column.getPrimitiveType());
        return TupleDomain.withColumnDomains(Map.of(column, switch (question.operator()) {
            case "null" -> Domain.onlyNull(type);
            case "=" -> Domain.singleValue(type, value(type, question.value()));
            default -> Domain.create(ValueSet.ofRanges(Range.greaterThan(type, value(type, question.value()))), false);
        }));
    }

    /** Trino's own form of a number: REAL is the bits of a float. */
    private static Object value(Type type, String text) {
        return switch (type) {
            case RealType real -> (long) Float.floatToIntBits(Float.parseFloat(text));
            case DoubleType number -> Double.parseDouble(text);
            default -> Long.parseLong(text);
        };
    }

    private static List<Wanted> wanted(MessageType schema) {
        MessageColumnIO root = ParquetTypeUtils.getColumnIO(schema, schema);
        List<Wanted> wanted = new ArrayList<>();
        for (org.apache.parquet.schema.Type field : schema.getFields()) {
            org.apache.parquet.schema.Type leaf = field;
            while (!leaf.isPrimitive()) {
                leaf = ((GroupType) leaf).getType(0);
            }
            Type element = type(leaf.asPrimitiveType());
            Type type = field.isPrimitive() ? element : new ArrayType(element);
            Column column = new Column(field.getName(),
                    ParquetTypeUtils.constructField(type, root.getChild(field.getName())).orElseThrow());
            wanted.add(new Wanted(column, type, meaning(leaf.getLogicalTypeAnnotation())));
        }
        return wanted;
    }

    private static Type type(PrimitiveType primitive) {
        LogicalTypeAnnotation logical = primitive.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return DecimalType.createDecimalType(decimal.getPrecision(), decimal.getScale());
        }
        return switch (primitive.getPrimitiveTypeName()) {
            case BOOLEAN -> BooleanType.BOOLEAN;
            case FLOAT -> RealType.REAL;
            case DOUBLE -> DoubleType.DOUBLE;
            case INT32 -> logical instanceof DateLogicalTypeAnnotation ? DateType.DATE
                    : logical instanceof TimeLogicalTypeAnnotation ? TimeType.TIME_NANOS : IntegerType.INTEGER;
            case INT64 -> logical instanceof TimestampLogicalTypeAnnotation ? TimestampType.TIMESTAMP_NANOS : BigintType.BIGINT;
            default -> VarbinaryType.VARBINARY;
        };
    }

    private static Meaning meaning(LogicalTypeAnnotation logical) {
        return switch (logical) {
            case TimeLogicalTypeAnnotation time -> Meaning.time(time.getUnit().name());
            case IntLogicalTypeAnnotation integer when !integer.isSigned() -> Meaning.UNSIGNED;
            case Float16LogicalTypeAnnotation half -> Meaning.FLOAT16;
            case null, default -> Meaning.PLAIN;
        };
    }

    private static void append(List<String> cells, Wanted wanted, Block block) {
        for (int i = 0; i < block.getPositionCount(); i++) {
            cells.add(cell(wanted.type(), wanted.meaning(), block, i));
        }
    }

    private static String cell(Type type, Meaning meaning, Block block, int i) {
        if (block.isNull(i)) {
            return Cells.NULL;
        }
        return switch (type) {
            case ArrayType array -> {
                List<String> cells = new ArrayList<>();
                Block elements = array.getObject(block, i);
                for (int k = 0; k < elements.getPositionCount(); k++) {
                    cells.add(cell(array.getElementType(), meaning, elements, k));
                }
                yield Cells.list(cells);
            }
            case BooleanType bool -> Cells.of(bool.getBoolean(block, i));
            case RealType real -> Cells.of(Float.intBitsToFloat((int) real.getLong(block, i)));
            case DoubleType number -> Cells.of(number.getDouble(block, i));
            case IntegerType integer -> meaning.cell((int) integer.getLong(block, i));
            case DateType date -> Cells.of(date.getInt(block, i));
            case TimeType time -> Cells.of(time.getLong(block, i) / 1000);
            case BigintType integer -> meaning.cell(integer.getLong(block, i));
            case VarbinaryType binary -> meaning.cell(binary.getSlice(block, i).getBytes());
            case DecimalType decimal -> Cells.decimal(decimal.isShort() ? BigInteger.valueOf(decimal.getLong(block, i))
                    : ((Int128) decimal.getObject(block, i)).toBigInteger(), decimal.getScale());
            case TimestampType timestamp -> {
                LongTimestamp time = (LongTimestamp) timestamp.getObject(block, i);
                yield BigInteger.valueOf(time.getEpochMicros()).multiply(BigInteger.valueOf(1000))
                        .add(BigInteger.valueOf(time.getPicosOfMicro() / 1000)).toString();
            }
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    /** The file, as Trino wants to read it. */
    static final class Source extends AbstractParquetDataSource implements AutoCloseable {

        private final RandomAccessFile file;

        Source(File file, ParquetReaderOptions options) throws IOException {
            super(new ParquetDataSourceId(file.getPath()), file.length(), options);
            this.file = new RandomAccessFile(file, "r");
        }

        @Override
        protected void readInternal(long position, byte[] buffer, int offset, int length) throws IOException {
            file.seek(position);
            file.readFully(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
