package space.opensensor.interop.judge;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reader that runs in the JVM of the tests. */
abstract class InProcessJudge implements Judge {

    @Override
    public Map<Path, Answer> read(List<Path> files) {
        Map<Path, Answer> answers = new LinkedHashMap<>();
        for (Path file : files) {
            answers.put(file, answer(file));
        }
        return answers;
    }

    private Answer answer(Path file) {
        try {
            return Answer.of(read(file));
        } catch (Exception | LinkageError cause) {
            return Answer.error(cause);
        }
    }

    /** @throws Exception whatever the reader throws at this file */
    abstract Table read(Path file) throws Exception;
}
