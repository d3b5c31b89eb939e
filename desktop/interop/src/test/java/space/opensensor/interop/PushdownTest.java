package space.opensensor.interop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.Test;
import space.opensensor.interop.judge.Answer;
import space.opensensor.interop.judge.DuckDb;
import space.opensensor.interop.judge.FileReport;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.ParquetJava;
import space.opensensor.interop.judge.Pruner;
import space.opensensor.interop.judge.Question;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.ProductWriter;
import space.opensensor.interop.sample.RandomSample;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;
import space.opensensor.interop.sample.Settings;

/**
 * A reader that leaves out row groups and pages by our statistics, page index and bloom filters loses no row: DuckDB's answer is the
 * filter applied to the values, and what parquet-java, Hardwood and Trino leave over holds all rows of it. NaN is no value to compare with, as readers
 * differ there; rows that hold it do not count.
 */
public class PushdownTest {

    private static final int FILES = 300;
    /** Every so many files one is for Hardwood and Trino too. */
    private static final int FORKED = 2;
    private static final int MAX_ROWS = 400;
    private static final int PREDICATES = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final Kind[] KINDS = {Kind.INT32, Kind.UINT32, Kind.INT64, Kind.UINT64, Kind.FLOAT, Kind.DOUBLE, Kind.DECIMAL32,
        Kind.DECIMAL64, Kind.STRING, Kind.INT8, Kind.UINT16, Kind.DECIMAL_FIXED, Kind.UUID, Kind.DATE,
        Kind.TIMESTAMP_MILLIS};

    private final DuckDb duckDb = new DuckDb();
    private final ParquetJava parquetJava = new ParquetJava();
    private final Map<Question, List<String>> questions = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private long rows;
    private long rowsLeftOver;

    @Test
    public void pushedDownPredicatesLoseNoRow() throws IOException {
        Integer replay = Integer.getInteger("replay");
        int first = replay == null ? 1 : replay;
        int last = replay == null ? FILES : replay;
        System.out.println("pushdown: seeds " + first + " to " + last);
        Path folder = Folders.folder("pushdown");
        for (int seed = first; seed <= last; seed++) {
            judge(seed, folder.resolve(seed + ".parquet"), seed % FORKED == 0 || replay != null);
        }
        for (Pruner pruner : Judges.pruners()) {
            judge(pruner);
        }
        clean(folder);
        System.out.println("pushdown: parquet-java looked at " + rowsLeftOver + " rows of " + rows);
        assertEquals("-Dreplay=SEED repeats a file", "", String.join("\n", lines.subList(0, Math.min(20, lines.size()))));
        assertTrue("nothing was left out", replay != null || rowsLeftOver < rows * 3 / 4);
    }

    private void judge(int seed, Path file, boolean forked) throws IOException {
        Random random = new Random(seed * SPREAD);
        int count = 1 + random.nextInt(MAX_ROWS);
        Object[] numbers = new Object[count];
        for (int row = 0; row < count; row++) {
            numbers[row] = (long) row;
        }
        Sample sample = new Sample(count).add(Field.of("number", Kind.INT32, Repetition.REQUIRED), numbers);
        for (int c = 0; c < 4; c++) {
            Repetition repetition = random.nextBoolean() ? Repetition.REQUIRED : Repetition.OPTIONAL;
            Field field = RandomSample.field("c" + c, KINDS[random.nextInt(KINDS.length)], repetition, random);
            sample.add(field, RandomSample.values(field, count, random));
        }
        Settings settings = Settings.random(sample, random);
        ProductWriter.write(sample, settings, file);
        for (int i = 0; i < PREDICATES; i++) {
            int column = 1 + random.nextInt(4);
            judge(file, sample, column, predicate(sample, column, random), forked);
        }
    }

    private static Predicate predicate(Sample sample, int column, Random random) {
        Field field = sample.fields().get(column);
        Predicate.Operator operator = Predicate.Operator.values()[random.nextInt(3)];
        Object value = random.nextBoolean() ? sample.value(column, random.nextInt(sample.rows()))
                : RandomSample.values(field, 1, random)[0];
        if (value == null || isNaN(value)) {
            operator = Predicate.Operator.IS_NULL;
        }
        return new Predicate(field, operator, operator == Predicate.Operator.IS_NULL ? null : value);
    }

    private void judge(Path file, Sample sample, int column, Predicate predicate, boolean forked) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> notNumbers = new ArrayList<>();
        for (int row = 0; row < sample.rows(); row++) {
            if (isNaN(sample.value(column, row))) {
                notNumbers.add(Integer.toString(row));
            } else if (predicate.holds(sample.value(column, row))) {
                expected.add(Integer.toString(row));
            }
        }
        if (duckDb.cannotRead(FileReport.of(file)) == null) {
            List<String> found = new ArrayList<>(duckDb(file, predicate));
            found.removeAll(notNumbers);
            if (!found.equals(expected)) {
                lines.add("DuckDB: " + file + ": " + predicate.sql() + ": expected rows " + expected + ", got " + found);
            }
        }
        List<String> left = parquetJava.candidates(file, predicate.parquetJava()).column("number");
        rows += sample.rows();
        rowsLeftOver += left.size();
        List<String> lost = new ArrayList<>(expected);
        lost.removeAll(new HashSet<>(left));
        if (!lost.isEmpty()) {
            lines.add("parquet-java: " + file + ": " + predicate.sql() + ": lost rows " + lost);
        }
        Question question = predicate.question(file);
        if (forked && question != null) {
            questions.put(question, expected);
        }
    }

    /** @return the rows that DuckDB finds, or its error instead */
    private List<String> duckDb(Path file, Predicate predicate) {
        try {
            return duckDb.select(file, predicate.sql()).column("number");
        } catch (SQLException cause) {
            return List.of(cause.getMessage());
        }
    }

    private void judge(Pruner pruner) {
        Map<Path, Boolean> readable = new HashMap<>();
        List<Question> asked = new ArrayList<>();
        for (Question question : questions.keySet()) {
            if (readable.computeIfAbsent(question.file(), file -> pruner.cannotRead(FileReport.of(file)) == null)) {
                asked.add(question);
            }
        }
        Map<Question, Answer> answers = pruner.ask(asked);
        for (Question question : asked) {
            Answer answer = answers.get(question);
            List<String> lost = new ArrayList<>(questions.get(question));
            if (answer.table() != null) {
                lost.removeAll(new HashSet<>(answer.table().column("number")));
            }
            if (answer.table() == null || !lost.isEmpty()) {
                lines.add(pruner.name() + ": " + question + ": lost rows " + lost + " " + answer.error());
            }
        }
        System.out.println("pushdown: " + pruner.name() + " was asked " + asked.size() + " questions");
    }

    /** Keeps what is in a line. */
    private void clean(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (lines.stream().noneMatch(line -> line.contains(file.toString()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isNaN(Object value) {
        return value instanceof Float number && number.isNaN() || value instanceof Double other && other.isNaN();
    }
}
