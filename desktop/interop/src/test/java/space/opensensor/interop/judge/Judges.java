package space.opensensor.interop.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Asks judges about files and collects every disagreement with the expected values. */
public final class Judges {

    /** Number of judges where none is left out. */
    public static final int ALL = 8;

    /** By judge: files asked about, files there were, milliseconds. */
    private static final Map<String, long[]> COUNTS = new TreeMap<>();

    private static List<Judge> available;

    private Judges() {
    }

    /** The readers that run in the JVM of the tests. */
    public static List<Judge> inProcess() {
        return List.of(new DuckDb(), new ParquetJava(), new ArrowCpp());
    }

    /** Those of the available judges in processes of their own that push conditions down. */
    public static List<Pruner> pruners() {
        return available().stream().filter(judge -> judge.name().equals("Hardwood") || judge.name().equals("Trino"))
                .map(Pruner.class::cast).toList();
    }

    /** Spark; its jars come with the Maven profile spark. */
    public static List<Judge> spark() {
        return JvmJudges.spark();
    }

    /** @return whether the judge runs in the JVM of the tests */
    public static boolean isInProcess(Judge judge) {
        return judge instanceof InProcessJudge;
    }

    /** Every reader that this machine can run; what is left out, and why, goes to standard output once. */
    public static synchronized List<Judge> available() {
        if (available == null) {
            List<Judge> judges = new ArrayList<>(inProcess());
            judges.addAll(NodeJudges.available());
            judges.addAll(JvmJudges.available());
            available = judges;
        }
        return available;
    }

    /**
     * Asks every judge about every file that it can read.
     *
     * @param expected the values of each file
     * @return one line for each disagreement: judge, file, column, row, expected, got
     */
    public static List<String> disagreements(List<Judge> judges, Map<Path, Table> expected) {
        return disagreements(judges, expected, (judge, report) -> { });
    }

    /** @param read is told of every file that a judge read as expected */
    public static List<String> disagreements(List<Judge> judges, Map<Path, Table> expected,
            BiConsumer<Judge, FileReport> read) {
        Map<Path, FileReport> reports = new LinkedHashMap<>();
        expected.keySet().forEach(file -> reports.put(file, FileReport.of(file)));
        return judges.parallelStream().map(judge -> disagreements(judge, expected, reports, read)).flatMap(List::stream).toList();
    }

    private static List<String> disagreements(Judge judge, Map<Path, Table> expected, Map<Path, FileReport> reports,
            BiConsumer<Judge, FileReport> read) {
        long start = System.nanoTime();
        List<Path> files = new ArrayList<>(expected.keySet());
        files.removeIf(file -> judge.cannotRead(reports.get(file)) != null);
        Map<Path, Answer> answers = judge.read(files);
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            String line = disagreement(expected.get(file), answers.get(file));
            if (line != null) {
                lines.add(judge.name() + ": " + file + ": " + line);
            } else {
                synchronized (Judges.class) {
                    read.accept(judge, reports.get(file));
                }
            }
        }
        count(judge, files.size(), expected.size(), (System.nanoTime() - start) / 1_000_000);
        return lines;
    }

    private static synchronized void count(Judge judge, int asked, int files, long millis) {
        long[] count = COUNTS.computeIfAbsent(judge.name(), unused -> new long[3]);
        count[0] += asked;
        count[1] += files;
        count[2] += millis;
    }

    /** @return how many files each judge was asked about since this was called last */
    public static synchronized String summary() {
        StringBuilder text = new StringBuilder();
        COUNTS.forEach((judge, count) -> text.append(text.length() == 0 ? "" : ", ").append(judge).append(' ').append(count[0])
                .append(" of ").append(count[1]).append(" files in ").append(count[2]).append(" ms"));
        COUNTS.clear();
        return text.toString();
    }

    private static String disagreement(Table expected, Answer answer) {
        if (answer == null) {
            return "no answer";
        }
        return answer.table() == null ? "error " + answer.error() : expected.difference(answer.table());
    }
}
