package space.opensensor.interop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import space.opensensor.interop.sample.SynthData;
import space.opensensor.parquet.Codec;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.TimeUnit;
import space.opensensor.parquet.WriterOptions;

/** The memory of the writer, counted: what it holds is what it tells in advance, and rows, pages and row groups allocate nothing. */
public class WriterMemoryTest {

    private static final int ROWS = 178;
    private static final int GROUPS = 6;

    /** Object headers and padding inside of a built-in codec are told within so many bytes, everything else exactly. */
    private static final int CODEC_TOLERANCE = 64;

    @Test
    public void holdsWhatItTellsInAdvance() throws IllegalAccessException {
        for (Schema schema : List.of(station(), everyType())) {
            WriterOptions bare = new WriterOptions().codec(Codec.UNCOMPRESSED).rowsPerGroup(ROWS);
            assertEquals(ParquetWriter.memoryBytes(schema, bare), held(new ParquetWriter(schema, bare)));
            for (WriterOptions options : options()) {
                long error = held(new ParquetWriter(schema, options)) - ParquetWriter.memoryBytes(schema, options);
                assertTrue("error: " + error, Math.abs(error) <= CODEC_TOLERANCE);
            }
        }
    }

    @Test
    public void theStationProfileHoldsLessThan24KiB() throws IllegalAccessException {
        long bytes = held(new ParquetWriter(station(), new WriterOptions().rowsPerGroup(ROWS).effort(Effort.FAST)));
        assertTrue("bytes: " + bytes, bytes <= 24 * 1024);
    }

    @Test
    public void aClosedRowGroupOfTheStationTakesLessThan1200Bytes() {
        WriterOptions one = new WriterOptions().rowsPerGroup(ROWS);
        WriterOptions two = new WriterOptions().rowsPerGroup(ROWS).rowGroups(2);
        long bytes = ParquetWriter.memoryBytes(station(), two) - ParquetWriter.memoryBytes(station(), one);
        assertTrue("bytes: " + bytes, bytes > 0 && bytes < 1200);
    }

    @Test
    public void rowsPagesAndRowGroupsAllocateNothing() throws IOException {
        for (WriterOptions options : options()) {
            ParquetWriter writer = new ParquetWriter(everyType(), options.rowGroups(GROUPS));
            for (int i = 0; i < 20; i++) {
                allocated(writer, GROUPS);
            }
            assertEquals(allocated(writer, 1), allocated(writer, GROUPS));
        }
    }

    private static List<WriterOptions> options() {
        List<WriterOptions> all = new ArrayList<>();
        for (int codec : new int[] {Codec.UNCOMPRESSED, Codec.SNAPPY, Codec.LZ4_RAW}) {
            for (int effort = Effort.FAST; effort <= Effort.HIGH; effort++) {
                for (int version = 1; version <= 2; version++) {
                    all.add(new WriterOptions().rowsPerGroup(ROWS).pageRows(version * 50).codec(codec).effort(effort)
                            .pageVersion(version).crc(version == 2).readers(Readers.MODERN).exactRows(effort * 100 + 100)
                            .statistics(version == 2 ? StatisticsLevel.PAGE : effort == Effort.FAST ? StatisticsLevel.NONE
                                    : StatisticsLevel.CHUNK));
                }
            }
        }
        return all;
    }

    private static Schema station() {
        Column[] columns = new Column[SynthData.NAMES.length];
        columns[0] = Column.int64(SynthData.NAMES[0]).timestamp(TimeUnit.MILLIS, true).required();
        for (int c = 1; c < columns.length; c++) {
            columns[c] = Column.float32(SynthData.NAMES[c]);
        }
        return Schema.of(columns);
    }

    private static Schema everyType() {
        return Schema.of(Column.bool("a"), Column.int32("b").bloomFilter(ROWS), Column.int64("c").required(), Column.float32("d"),
                Column.float64("e"), Column.string("f").maxLength(20), Column.decimal("g", 20, 2), Column.int32("h").list(4, true),
                Column.float16("i"));
    }

    private static long allocated(ParquetWriter writer, int groups) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        writer.open(OutputStream.nullOutputStream());
        for (int row = 0; row < groups * ROWS; row++) {
            row(writer, row);
        }
        writer.close();
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    private static void row(ParquetWriter writer, int row) throws IOException {
        writer.setBoolean(0, row % 3 == 0);
        if (row % 5 == 0) {
            writer.setNull(1);
        } else {
            writer.setInt(1, row * row);
        }
        writer.setLong(2, row * 5000L);
        writer.setFloat(3, row % 11);
        writer.setDouble(4, row % 7 / 3.0);
        writer.setString(5, row % 2 == 0 ? "warm" : "cold");
        writer.setLong(6, row);
        writer.beginList(7);
        for (int i = 0; i < row % 4; i++) {
            writer.setInt(7, i);
        }
        writer.endList(7);
        writer.setFloat(8, row / 4f);
        writer.endRow();
    }

    /** Returns the bytes of the objects that one holds, laid out as a 64-bit JDK does with 32-bit references; constants, texts and what
     * the caller made are not counted. */
    private static long held(ParquetWriter writer) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(writer);
        long sum = 0;
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (object instanceof String || object instanceof Schema || object instanceof Column || object instanceof WriterOptions
                    || !seen.add(object)) {
                continue;
            }
            sum += object.getClass().isArray() ? array(object, open) : object(object, open);
        }
        return sum;
    }

    private static long array(Object array, Deque<Object> open) {
        int length = Array.getLength(array);
        if (array instanceof Object[] objects) {
            for (Object element : objects) {
                if (element != null) {
                    open.add(element);
                }
            }
        }
        return aligned(16 + (long) length * bytes(array.getClass().getComponentType()));
    }

    private static long object(Object object, Deque<Object> open) throws IllegalAccessException {
        long sum = 12;
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                sum += bytes(field.getType());
                if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null) {
                        open.add(value);
                    }
                }
            }
        }
        return aligned(sum);
    }

    private static int bytes(Class<?> type) {
        return type == long.class || type == double.class ? 8 : type == short.class || type == char.class ? 2
                : type == byte.class || type == boolean.class ? 1 : 4;
    }

    private static long aligned(long bytes) {
        return bytes + 7 & ~7L;
    }
}
