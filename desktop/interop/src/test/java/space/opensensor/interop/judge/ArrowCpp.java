package space.opensensor.interop.judge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.dataset.file.FileFormat;
import org.apache.arrow.dataset.file.FileSystemDatasetFactory;
import org.apache.arrow.dataset.jni.NativeMemoryPool;
import org.apache.arrow.dataset.scanner.ScanOptions;
import org.apache.arrow.dataset.scanner.Scanner;
import org.apache.arrow.dataset.source.Dataset;
import org.apache.arrow.dataset.source.DatasetFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Arrow C++, the reader behind pyarrow, through arrow-dataset. */
public final class ArrowCpp extends InProcessJudge {

    private static final int BATCH_ROWS = 32768;

    private final BufferAllocator allocator = new RootAllocator();

    @Override
    public String name() {
        return "Arrow C++";
    }

    @Override
    public String cannotRead(FileReport file) {
        return null;
    }

    @Override
    Table read(Path file) throws Exception {
        String uri = "file:" + file.toAbsolutePath();
        Table table = new Table();
        try (DatasetFactory factory = new FileSystemDatasetFactory(allocator, NativeMemoryPool.getDefault(), FileFormat.PARQUET,
                uri); Dataset dataset = factory.finish(); Scanner scanner = dataset.newScan(new ScanOptions(BATCH_ROWS));
                ArrowReader reader = scanner.scanBatches()) {
            while (reader.loadNextBatch()) {
                append(reader, table);
            }
            if (table.columns().isEmpty()) {
                factory.inspect().getFields().forEach(field -> table.column(field.getName()));
            }
        }
        return table;
    }

    private static void append(ArrowReader reader, Table table) throws java.io.IOException {
        for (FieldVector vector : reader.getVectorSchemaRoot().getFieldVectors()) {
            List<String> cells = table.column(vector.getName());
            for (int i = 0; i < vector.getValueCount(); i++) {
                cells.add(cell(vector, i));
            }
        }
    }

    private static String cell(ValueVector vector, int i) {
        if (vector.isNull(i)) {
            return Cells.NULL;
        }
        if (vector instanceof ListVector lists) {
            List<String> cells = new ArrayList<>();
            for (int k = lists.getElementStartIndex(i); k < lists.getElementEndIndex(i); k++) {
                cells.add(cell(lists.getDataVector(), k));
            }
            return Cells.list(cells);
        }
        if (vector instanceof BigIntVector numbers) {
            return Cells.of(numbers.get(i));
        }
        if (vector instanceof TimeStampVector times) {
            return Cells.scaled(times.get(i), nanos(((ArrowType.Timestamp) vector.getField().getType()).getUnit()));
        }
        if (vector instanceof Float2Vector numbers) {
            return Cells.of(numbers.getValueAsFloat(i));
        }
        String small = smallInteger(vector, i);
        return small == null ? cell(vector.getObject(i)) : small;
    }

    /** @return null where the vector is none of those whose Java object is not the plain number */
    private static String smallInteger(ValueVector vector, int i) {
        if (vector instanceof UInt1Vector numbers) {
            return Cells.of(numbers.get(i) & 0xFFL);
        }
        if (vector instanceof UInt2Vector numbers) {
            return Cells.of(numbers.get(i) & 0xFFFFL);
        }
        if (vector instanceof UInt4Vector numbers) {
            return Cells.of(numbers.get(i) & 0xFFFFFFFFL);
        }
        if (vector instanceof UInt8Vector numbers) {
            return Cells.unsigned(numbers.get(i));
        }
        if (vector instanceof DateDayVector days) {
            return Cells.of(days.get(i));
        }
        if (vector instanceof TimeMilliVector times) {
            return Cells.scaled(times.get(i), 1_000_000);
        }
        if (vector instanceof TimeMicroVector times) {
            return Cells.scaled(times.get(i), 1_000);
        }
        return vector instanceof TimeNanoVector times ? Cells.of(times.get(i)) : null;
    }

    private static String cell(Object value) {
        if (value instanceof Boolean bool) {
            return Cells.of(bool.booleanValue());
        }
        if (value instanceof Float number) {
            return Cells.of(number.floatValue());
        }
        if (value instanceof Double number) {
            return Cells.of(number.doubleValue());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return Cells.of(bytes);
        }
        return value instanceof Number ? value.toString() : Cells.of(value.toString());
    }

    private static long nanos(TimeUnit unit) {
        switch (unit) {
            case SECOND:
                return 1_000_000_000;
            case MILLISECOND:
                return 1_000_000;
            case MICROSECOND:
                return 1_000;
            default:
                return 1;
        }
    }
}
