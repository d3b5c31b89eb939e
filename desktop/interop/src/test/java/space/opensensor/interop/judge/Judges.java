package space.opensensor.interop.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks judges about files and collects every disagreement with the expected values. */
public final class Judges {

    private static List<Judge> available;

    private Judges() {
    }

    /** The readers that run in the JVM of the tests. */
    public static List<Judge> inProcess() {
        return List.of(new DuckDb(), new ParquetJava(), new ArrowCpp());
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
        Map<Path, FileReport> reports = new LinkedHashMap<>();
        expected.keySet().forEach(file -> reports.put(file, FileReport.of(file)));
        List<String> lines = new ArrayList<>();
        for (Judge judge : judges) {
            List<Path> files = new ArrayList<>(expected.keySet());
            files.removeIf(file -> judge.cannotRead(reports.get(file)) != null);
            Map<Path, Answer> answers = judge.read(files);
            System.out.println(judge.name() + ": asked about " + files.size() + " of " + expected.size() + " files");
            for (Path file : files) {
                String line = disagreement(expected.get(file), answers.get(file));
                if (line != null) {
                    lines.add(judge.name() + ": " + file + ": " + line);
                }
            }
        }
        return lines;
    }

    private static String disagreement(Table expected, Answer answer) {
        if (answer == null) {
            return "no answer";
        }
        return answer.table() == null ? "error " + answer.error() : expected.difference(answer.table());
    }
}
