import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.FilterPredicate;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import space.opensensor.interop.judge.Cells;
import space.opensensor.interop.judge.JudgeProcess;
import space.opensensor.interop.judge.Meaning;
import space.opensensor.interop.judge.Question;
import space.opensensor.interop.judge.Table;

/** Hardwood: a Parquet reader in plain Java that verifies every page checksum and needs a right offset index. */
public class HardwoodJudge {

    private static final HardwoodContext CONTEXT = HardwoodContext.create(1);

    public static void main(String[] arguments) throws IOException {
        JudgeProcess.serve(HardwoodJudge::read);
        System.exit(0);
    }

    private static Table read(Question question) throws IOException {
        Table table = new Table();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(question.file()), CONTEXT)) {
            for (ColumnSchema column : reader.getFileSchema().getColumns()) {
                ParquetFileReader.ColumnReaderBuilder builder = reader.buildColumnReader(column.columnIndex());
                if (question.column() != null) {
                    builder.filter(predicate(question, reader.getFileSchema().getColumn(question.column()).type()));
                }
                List<String> cells = table.column(column.fieldPath().topLevelName());
                try (ColumnReader values = builder.build()) {
                    while (values.nextBatch()) {
                        append(values, column, cells);
                    }
                }
            }
        }
        return table;
    }

    private static FilterPredicate predicate(Question question, PhysicalType type) {
        String column = question.column();
        String value = question.value();
        boolean equal = question.operator().equals("=");
        if (question.operator().equals("null")) {
            return FilterPredicate.isNull(column);
        }
        return switch (type) {
            case INT32 -> equal ? FilterPredicate.eq(column, Integer.parseInt(value))
                    : FilterPredicate.gt(column, Integer.parseInt(value));
            case INT64 -> equal ? FilterPredicate.eq(column, Long.parseLong(value)) : FilterPredicate.gt(column, Long.parseLong(value));
            case FLOAT -> equal ? FilterPredicate.eq(column, Float.parseFloat(value))
                    : FilterPredicate.gt(column, Float.parseFloat(value));
            case DOUBLE -> equal ? FilterPredicate.eq(column, Double.parseDouble(value))
                    : FilterPredicate.gt(column, Double.parseDouble(value));
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static void append(ColumnReader values, ColumnSchema column, List<String> cells) {
        Meaning meaning = meaning(column.logicalType());
        String[] leaves = new String[values.getValueCount()];
        Validity validity = values.getLeafValidity();
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = validity != null && validity.isNull(i) ? Cells.NULL : cell(values, column, meaning, i);
        }
        if (column.maxRepetitionLevel() == 0) {
            cells.addAll(Arrays.asList(leaves));
            return;
        }
        int[] offsets = values.getLayerOffsets(0);
        Validity lists = values.getLayerValidity(0);
        for (int record = 0; record < values.getRecordCount(); record++) {
            cells.add(lists.isNull(record) ? Cells.NULL
                    : Cells.list(Arrays.asList(leaves).subList(offsets[record], offsets[record + 1])));
        }
    }

    private static String cell(ColumnReader values, ColumnSchema column, Meaning meaning, int i) {
        switch (column.type()) {
            case BOOLEAN:
                return Cells.of(values.getBooleans()[i]);
            case FLOAT:
                return Cells.of(values.getFloats()[i]);
            case DOUBLE:
                return Cells.of(values.getDoubles()[i]);
            case INT32:
                return meaning.cell(values.getInts()[i]);
            case INT64:
                return meaning.cell(values.getLongs()[i]);
            default:
                int[] offsets = values.getBinaryOffsets();
                return meaning.cell(Arrays.copyOfRange(values.getBinaryValues(), offsets[i], offsets[i + 1]));
        }
    }

    private static Meaning meaning(LogicalType logical) {
        return switch (logical) {
            case LogicalType.DecimalType decimal -> Meaning.decimal(decimal.scale());
            case LogicalType.TimestampType timestamp -> Meaning.time(timestamp.unit().name());
            case LogicalType.TimeType time -> Meaning.time(time.unit().name());
            case LogicalType.IntType integer when !integer.isSigned() -> Meaning.UNSIGNED;
            case LogicalType.Float16Type half -> Meaning.FLOAT16;
            case null, default -> Meaning.PLAIN;
        };
    }
}
