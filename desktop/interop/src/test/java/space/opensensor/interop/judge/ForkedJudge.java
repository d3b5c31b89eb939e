package space.opensensor.interop.judge;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A judge in a process of its own, which speaks the protocol of {@link JudgeProcess}; one start reads many files. */
final class ForkedJudge implements Judge, Pruner {

    /** Start, and compilation of the judge's source. */
    private static final long START_SECONDS = 60;
    private static final long SECONDS_PER_FILE = 2;

    private final String name;
    private final List<String> command;
    private final Path folder;
    private final Function<FileReport, String> limits;

    /**
     * @param command argument vector of the process
     * @param folder its working directory, where its input and output stay for a look
     * @param limits as {@link Judge#cannotRead} answers
     */
    ForkedJudge(String name, List<String> command, Path folder, Function<FileReport, String> limits) {
        this.name = name;
        this.command = command;
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String cannotRead(FileReport file) {
        return limits.apply(file);
    }

    @Override
    public Map<Path, Answer> read(List<Path> files) {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        ask(files.stream().map(Question::all).toList()).forEach((question, answer) -> answers.put(question.file(), answer));
        return answers;
    }

    /** A file at which the process hangs or dies gets an error, and a new process goes on with the rest. */
    @Override
    public Map<Question, Answer> ask(List<Question> questions) {
        Map<Question, Answer> answers = new LinkedHashMap<>();
        List<Question> rest = new ArrayList<>(questions);
        while (!rest.isEmpty()) {
            String end = run(rest, answers);
            rest.removeAll(answers.keySet());
            if (!rest.isEmpty()) {
                answers.put(rest.remove(0), Answer.error(end));
            }
        }
        return answers;
    }

    /** @return how the process ended */
    private String run(List<Question> questions, Map<Question, Answer> answers) {
        try {
            Path in = Files.write(folder.resolve("in.txt"), questions.stream().map(Question::line).toList());
            File out = folder.resolve("out.txt").toFile();
            File errors = folder.resolve("err.txt").toFile();
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(in.toFile())
                    .redirectOutput(out).redirectError(errors).start();
            long seconds = START_SECONDS + questions.size() * SECONDS_PER_FILE;
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            parse(out.toPath(), answers);
            return ended ? "process ended with " + process.exitValue() + ", see " + errors : "no answer within " + seconds + " s";
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name, cause);
        }
    }

    private static void parse(Path out, Map<Question, Answer> answers) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(out, StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null && line.startsWith("FILE ")) {
                Question question = Question.of(line.substring("FILE ".length()));
                Answer answer = parse(lines);
                if (answer != null) {
                    answers.put(question, answer);
                }
            }
        }
    }

    /** @return null where the output ends before {@code END} */
    private static Answer parse(BufferedReader lines) throws IOException {
        Table table = new Table();
        String error = null;
        List<String> column = null;
        String line;
        while ((line = lines.readLine()) != null && !line.equals("END")) {
            if (line.startsWith("ERROR ")) {
                error = line.substring("ERROR ".length());
            } else if (line.startsWith("COLUMN ")) {
                column = table.column(text(line.substring("COLUMN ".length())));
            } else {
                column.add(line);
            }
        }
        if (line == null) {
            return null;
        }
        return error == null ? Answer.of(table) : Answer.error(error);
    }

    private static String text(String cell) {
        return new String(HexFormat.of().parseHex(cell.substring(1)), StandardCharsets.UTF_8);
    }
}
