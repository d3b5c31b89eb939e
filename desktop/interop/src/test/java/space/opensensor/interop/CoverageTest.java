package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import space.opensensor.interop.judge.Judge;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.Kind;

/**
 * Coverage is observed, not declared: a combination of type, encoding, codec, page version and repetition counts only for a judge
 * that read, with every value right, a file in which the combination was found.
 */
public class CoverageTest {

    @Test
    public void everyLegalCombinationIsReadByJudges() throws IOException {
        Map<Path, Table> expected = CoverageFiles.combinations(Folders.folder("coverage"));
        Map<String, Set<Combination>> read = new LinkedHashMap<>();
        List<Judge> judges = Judges.available();
        judges.forEach(judge -> read.put(judge.name(), new LinkedHashSet<>()));
        List<String> lines = Judges.disagreements(judges, expected,
                (judge, report) -> read.get(judge.name()).addAll(Combination.found(report)));
        assertEquals("", String.join("\n", lines));

        Map<Kind, Set<String>> kinds = kinds(judges);
        System.out.println("coverage: " + Judges.summary());
        Set<Combination> missing = Combination.legal();
        read.values().forEach(missing::removeAll);
        assertEquals("legal, but found in no file that a judge read", "[]", missing.toString());
        if (judges.size() == Judges.ALL) {
            Document.check("parquet-coverage.md", CoverageDocument.of(read, kinds));
        } else {
            System.out.println("docs/parquet-coverage.md is not compared: it needs all " + Judges.ALL + " judges");
        }
    }

    /** @return the judges that read every repetition of each kind of column */
    private static Map<Kind, Set<String>> kinds(List<Judge> judges) throws IOException {
        Map<Kind, Set<String>> read = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            read.put(kind, new LinkedHashSet<>());
        }
        List<String> lines = Judges.disagreements(judges, CoverageFiles.kinds(Folders.folder("kinds")),
                (judge, report) -> read.get(Kind.valueOf(report.name().toUpperCase())).add(judge.name()));
        assertEquals("", String.join("\n", lines));
        return read;
    }
}
