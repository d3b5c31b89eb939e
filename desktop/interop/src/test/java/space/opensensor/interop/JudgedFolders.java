package space.opensensor.interop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import space.opensensor.interop.judge.Answer;
import space.opensensor.interop.judge.Judge;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;

/** Files that something else has written, in the folders of {@code -Dfolders}; runs when it is named, as desktop/xtensa/run does. */
public class JudgedFolders {

    @Test
    public void everyJudgeReadsWhatTheFirstOneReads() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : System.getProperty("folders", "").split(File.pathSeparator)) {
            try (Stream<Path> list = Files.list(Path.of(folder))) {
                list.filter(file -> file.toString().endsWith(".parquet")).sorted().forEach(files::add);
            }
        }
        assertFalse("no files", files.isEmpty());
        Judge first = Judges.available().get(0);
        Map<Path, Table> expected = new LinkedHashMap<>();
        for (Map.Entry<Path, Answer> answer : first.read(files).entrySet()) {
            assertEquals(first.name() + ": " + answer.getKey(), null, answer.getValue().error());
            expected.put(answer.getKey(), answer.getValue().table());
        }
        assertEquals(files.size(), expected.size());
        List<String> lines = Judges.disagreements(Judges.available(), expected);
        System.out.println("judged: " + Judges.summary());
        assertEquals("", String.join("\n", lines));
    }
}
