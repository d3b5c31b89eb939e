package space.opensensor.interop.judge;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The inner side of a judge in a process of its own: questions come in on standard input, one to a line, answers go out on standard
 * output as lines {@code FILE question}, then {@code COLUMN name} (name as a cell) with one line for each cell, or {@code ERROR text};
 * {@code END} closes the answer.
 */
public final class JudgeProcess {

    /** Answers one question. */
    public interface Reader {

        /** @throws Exception whatever the reader throws at this file */
        Table read(Question question) throws Exception;
    }

    private JudgeProcess() {
    }

    /** Answers until the input ends. What readers print themselves goes to standard error. */
    public static void serve(Reader reader) throws IOException {
        System.setOut(System.err);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out),
                StandardCharsets.UTF_8));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                out.write("FILE " + line + "\n");
                write(out, answer(reader, Question.of(line)));
                out.write("END\n");
                out.flush();
            }
        }
    }

    private static Answer answer(Reader reader, Question question) {
        try {
            return Answer.of(reader.read(question));
        } catch (Exception | LinkageError | AssertionError cause) {
            return Answer.error(cause);
        }
    }

    private static void write(Writer out, Answer answer) throws IOException {
        if (answer.table() == null) {
            out.write("ERROR " + answer.error() + "\n");
            return;
        }
        for (Map.Entry<String, List<String>> column : answer.table().columns().entrySet()) {
            out.write("COLUMN " + Cells.of(column.getKey()) + "\n");
            for (String cell : column.getValue()) {
                out.write(cell + "\n");
            }
        }
    }
}
