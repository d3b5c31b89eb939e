package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import space.opensensor.interop.judge.Pruner;
import space.opensensor.interop.judge.Question;
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
    private static final int PAGE_ROWS = 100;
    private static final long WANTED = 500;
    private static final FilterPredicate PREDICATE = FilterApi.eq(FilterApi.longColumn("v"), WANTED);

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
        ParquetJavaWriter.write(sample, honest, options -> options.withDictionaryEncoding(false).withPageRowCountLimit(PAGE_ROWS)
                .withBloomFilterEnabled("v", true).withBloomFilterNDV("v", ROWS)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED));
    }

    @Test
    public void judgesFindWrongValuesChecksumsAndOffsets() throws IOException {
        Path wrong = Files.copy(honest, folder.resolve("wrong.parquet"));
        Path checksum = new Lies(honest).checksum().write(folder.resolve("checksum.parquet"));
        Path offset = new Lies(honest).pageOffsets().write(folder.resolve("offset.parquet"));
        Table other = new Table();
        other.column("v").addAll(sample.expected().column("v"));
        other.column("v").set(7, "8");
        Map<Path, Table> expected = new LinkedHashMap<>();
        expected.put(honest, sample.expected());
        expected.put(wrong, other);
        expected.put(checksum, sample.expected());
        expected.put(offset, sample.expected());

        List<Judge> judges = Judges.available();
        List<String> lines = Judges.disagreements(judges, expected);
        Set<String> all = new TreeSet<>();
        judges.forEach(judge -> all.add(judge.name()));
        Set<String> strict = new TreeSet<>(Set.of("parquet-java", "Hardwood"));
        strict.retainAll(all);
        assertEquals(Set.of(), names(lines, honest, ""));
        assertEquals(all, names(lines, wrong, "column v, row 7, expected 8, got 7"));
        assertEquals(strict, names(lines, checksum, "error "));
        assertEquals(strict, names(lines, checksum, "CRC"));
        strict.remove("parquet-java");
        assertEquals(strict, names(lines, offset, "error "));
    }

    @Test
    public void judgesUseStatisticsPageIndexAndBloomFilters() throws IOException, SQLException {
        byte[] min = int64(5000);
        byte[] max = int64(6000);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("honest", honest);
        files.put("chunk", new Lies(honest).chunkBounds(min, max).write(folder.resolve("chunk.parquet")));
        files.put("pages", new Lies(honest).pageBounds(min, max).write(folder.resolve("pages.parquet")));
        files.put("bloom", new Lies(honest).noValues().write(folder.resolve("bloom.parquet")));

        StringBuilder found = new StringBuilder();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            int duckDb = new DuckDb().select(file.getValue(), "v = " + WANTED).column("v").size();
            int parquetJava = new ParquetJava().candidates(file.getValue(), PREDICATE).column("v").size();
            found.append(file.getKey()).append(": DuckDB ").append(duckDb).append(", parquet-java ").append(parquetJava).append('\n');
        }
        assertEquals("rows left over; parquet-java keeps the one page, DuckDB has no use for a column index",
                "honest: DuckDB 1, parquet-java 100\nchunk: DuckDB 0, parquet-java 0\npages: DuckDB 1, parquet-java 0\n"
                        + "bloom: DuckDB 0, parquet-java 0\n", found.toString());

        Map<String, String> pruners = Map.of("Hardwood", "[1, 0, 0, 1]", "Trino", "[100, 0, 0, 0]");
        for (Pruner pruner : Judges.pruners()) {
            assertEquals("rows left over of honest, chunk, pages, bloom by " + pruner.name(), pruners.get(pruner.name()),
                    rows(pruner, files.values()).toString());
        }
    }

    private static List<String> rows(Pruner pruner, Iterable<Path> files) {
        List<Question> questions = new ArrayList<>();
        files.forEach(file -> questions.add(new Question(file, "v", "=", Long.toString(WANTED))));
        Map<Question, Answer> answers = pruner.ask(questions);
        List<String> rows = new ArrayList<>();
        for (Question question : questions) {
            Answer answer = answers.get(question);
            rows.add(answer.table() == null ? answer.error() : Integer.toString(answer.table().column("v").size()));
        }
        return rows;
    }

    /** @return the judges that disagree about the file in these words */
    private static Set<String> names(List<String> lines, Path file, String words) {
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            if (line.contains(": " + file + ": ") && line.contains(words)) {
                names.add(line.substring(0, line.indexOf(':')));
            }
        }
        return names;
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }
}
