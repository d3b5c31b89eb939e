package space.opensensor.interop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.Before;
import org.junit.Test;
import space.opensensor.interop.judge.Answer;
import space.opensensor.interop.judge.DuckDb;
import space.opensensor.interop.judge.Judge;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.ParquetJava;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.Lies;
import space.opensensor.interop.sample.ParquetJavaWriter;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;

/** Files that lie prove which judge really looks at which structure: it is the one that the lie leads astray. */
public class LyingFilesTest {

    private static final int ROWS = 1000;
    private static final long WANTED = 500;
    private static final FilterPredicate PREDICATE = FilterApi.eq(FilterApi.longColumn("v"), WANTED);
    private static final String CONDITION = "v = " + WANTED;

    private Path folder;
    private Sample sample;
    private Path honest;

    @Before
    public void writesAnHonestFile() throws IOException {
        folder = Folders.folder("lies");
        Object[] values = new Object[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = (long) i;
        }
        sample = new Sample(ROWS).add(Field.of("v", Kind.INT64, Repetition.REQUIRED), values);
        honest = folder.resolve("honest.parquet");
        ParquetJavaWriter.write(sample, honest, options -> options.withDictionaryEncoding(false).withPageRowCountLimit(100)
                .withBloomFilterEnabled("v", true).withBloomFilterNDV("v", ROWS)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED));
    }

    @Test
    public void honestFileLosesNoRow() throws IOException, SQLException {
        assertEquals("[]", Judges.disagreements(Judges.available(), Map.of(honest, sample.expected())).toString());
        assertEquals(1, rowsOfDuckDb(honest));
        assertEquals(100, rowsOfParquetJava(honest));
    }

    @Test
    public void wrongExpectationIsADisagreementOfEveryJudge() {
        Table other = new Table();
        other.column("v").addAll(sample.expected().column("v"));
        other.column("v").set(7, "8");
        List<Judge> judges = Judges.available();
        List<String> lines = Judges.disagreements(judges, Map.of(honest, other));
        assertEquals(judges.size(), lines.size());
        assertEquals("DuckDB: " + honest + ": column v, row 7, expected 8, got 7", lines.get(0));
    }

    @Test
    public void parquetJavaAndHardwoodVerifyPageChecksums() throws IOException {
        Path lie = new Lies(honest).checksum().write(folder.resolve("checksum.parquet"));
        Set<String> errors = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        for (Judge judge : Judges.available()) {
            Answer answer = judge.read(List.of(lie)).get(lie);
            asked.add(judge.name());
            if (answer.error() != null) {
                assertTrue(answer.error(), answer.error().contains("CRC"));
                errors.add(judge.name());
            }
        }
        assertEquals(asked.contains("Hardwood") ? "[Hardwood, parquet-java]" : "[parquet-java]", errors.toString());
    }

    @Test
    public void duckDbAndParquetJavaUseChunkStatistics() throws IOException, SQLException {
        Path lie = new Lies(honest).chunkBounds(int64(5000), int64(6000)).write(folder.resolve("chunk.parquet"));
        assertEquals(0, rowsOfDuckDb(lie));
        assertEquals(0, rowsOfParquetJava(lie));
    }

    @Test
    public void parquetJavaUsesTheColumnIndex() throws IOException {
        Path lie = new Lies(honest).pageBounds(int64(5000), int64(6000)).write(folder.resolve("pages.parquet"));
        assertEquals(0, rowsOfParquetJava(lie));
    }

    @Test
    public void duckDbAndParquetJavaUseBloomFilters() throws IOException, SQLException {
        Path lie = new Lies(honest).noValues().write(folder.resolve("bloom.parquet"));
        assertEquals(0, rowsOfDuckDb(lie));
        assertEquals(0, rowsOfParquetJava(lie));
    }

    @Test
    public void hardwoodNeedsARightOffsetIndex() throws IOException {
        Path lie = new Lies(honest).pageOffsets().write(folder.resolve("offset.parquet"));
        for (Judge judge : Judges.available()) {
            if (judge.name().equals("Hardwood")) {
                assertTrue(judge.read(List.of(lie)).get(lie).error() != null);
            }
        }
    }

    private static int rowsOfDuckDb(Path file) throws SQLException {
        return new DuckDb().select(file, CONDITION).column("v").size();
    }

    private static int rowsOfParquetJava(Path file) throws IOException {
        return new ParquetJava().candidates(file, PREDICATE).column("v").size();
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }
}
