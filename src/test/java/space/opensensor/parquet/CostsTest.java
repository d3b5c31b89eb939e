package space.opensensor.parquet;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import org.junit.Test;

/** What options cost in bytes of the file: the figures that their documentation gives. */
public class CostsTest {

    private static final int ROWS = 1000;
    private static final Column FLOAT = Column.float32("a").encoding(Encoding.PLAIN);

    private static WriterOptions bare() {
        return new WriterOptions().codec(Codec.UNCOMPRESSED).statistics(StatisticsLevel.NONE).createdBy(null);
    }

    private static int bytes(Column column, WriterOptions options) throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(column), options);
        writer.open(new ScriptedStream(0));
        for (int i = 0; i < ROWS; i++) {
            switch (column.type()) {
            case Type.INT32:
                writer.setInt(0, i);
                break;
            case Type.INT64:
                writer.setLong(0, i);
                break;
            case Type.FLOAT:
                writer.setFloat(0, i);
                break;
            default:
                writer.setDouble(0, i);
            }
            writer.endRow();
        }
        writer.close();
        return (int) writer.bytesWritten();
    }

    /** Returns what options cost a column. */
    private static int cost(Column column, WriterOptions options) throws IOException {
        return bytes(column, options) - bytes(column, bare());
    }

    @Test
    public void pagesCostTheirHeader() throws IOException {
        assertEquals(20, cost(FLOAT.required(), bare().pageRows(500)));
        assertEquals(40, cost(FLOAT.required(), bare().pageRows(334)));
        assertEquals(27, cost(FLOAT, bare().pageRows(500)));
        assertEquals(5, cost(FLOAT.required(), bare().pageVersion(2)));
        assertEquals(1, cost(FLOAT, bare().pageVersion(2)));
        assertEquals(6, cost(FLOAT, bare().crc(true)));
    }

    @Test
    public void optionalColumnsCostTheirLevels() throws IOException {
        assertEquals(7 + 1, bytes(FLOAT, bare()) - bytes(FLOAT.required(), bare()));
    }

    @Test
    public void rowGroupsCostTheirMetadata() throws IOException {
        int page = 20;
        assertEquals(8 + 28 + 1 + page, cost(FLOAT.required(), bare().rowsPerGroup(500)));
    }

    @Test
    public void statisticsOfChunksCostTheirBounds() throws IOException {
        WriterOptions chunk = bare().statistics(StatisticsLevel.CHUNK);
        assertEquals(18 + 5, cost(FLOAT, chunk));
        assertEquals(26 + 5, cost(Column.float64("a").encoding(Encoding.PLAIN), chunk));
        assertEquals(16 + 5, cost(Column.int32("a").encoding(Encoding.PLAIN), chunk));
        assertEquals(24 + 5, cost(Column.int64("a").encoding(Encoding.PLAIN), chunk));
    }

    @Test
    public void statisticsOfPagesCostTheirIndexes() throws IOException {
        int chunk = 23;
        int page = 27;
        assertEquals(chunk + 47, cost(FLOAT, bare().statistics(StatisticsLevel.PAGE)));
        assertEquals(chunk + 47 + 2 * (23 + page), cost(FLOAT, bare().statistics(StatisticsLevel.PAGE).pageRows(334)));
    }

    @Test
    public void bloomFiltersNamesAndSortingColumnsCostTheirBytes() throws IOException {
        assertEquals(2048 + 22, bytes(FLOAT.bloomFilter(1000), bare()) - bytes(FLOAT, bare()));
        assertEquals(2 + 5, cost(FLOAT, bare().createdBy("maker")));
        assertEquals(2 + 5, cost(FLOAT, bare().sortedBy(0, false, false)));
    }
}
