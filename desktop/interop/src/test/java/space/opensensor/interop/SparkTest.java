package space.opensensor.interop;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import space.opensensor.interop.judge.Judge;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;

/** Apache Spark's vectorized reader; runs with the Maven profile {@code spark} only. */
public class SparkTest {

    @Test
    public void sparkReadsWhatTheWriterWritesForAllReaders() throws IOException {
        Map<Path, Table> expected = new LinkedHashMap<>(CoverageFiles.combinations(Folders.folder("spark-coverage")));
        expected.putAll(CoverageFiles.kinds(Folders.folder("spark-kinds")));
        List<Judge> spark = Judges.spark();
        assertFalse("Spark's jars are missing: run Maven with -Pspark from the top", spark.isEmpty());
        List<String> lines = Judges.disagreements(spark, expected);
        System.out.println("spark: " + Judges.summary());
        assertEquals("", String.join("\n", lines));
    }
}
