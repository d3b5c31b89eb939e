package space.opensensor.interop;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;
import space.opensensor.interop.judge.Judge;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.ProductWriter;
import space.opensensor.interop.sample.RandomSample;
import space.opensensor.interop.sample.Sample;
import space.opensensor.interop.sample.Settings;

/**
 * Random schemas, values and options: what the writer is given is what every judge reads. File number n is made from seed n alone;
 * {@code -Dreplay=SEED} repeats one file with every judge, {@code -Dcampaign=N} makes another number of files.
 */
public class CampaignTest {

    private static final int FILES = Integer.getInteger("campaign", 2000);
    private static final int BATCH = 100;
    /** Every so many files one is for the judges in processes of their own too. */
    private static final int FORKED = 8;
    /** Neighbouring seeds of java.util.Random begin alike; this sets them apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MAX_COLUMNS = 8;
    private static final int MAX_ROWS = 300;

    @Test
    public void everyJudgeReadsWhatTheWriterWasGiven() throws IOException {
        Integer replay = Integer.getInteger("replay");
        int first = replay == null ? 1 : replay;
        int last = replay == null ? FILES : replay;
        System.out.println("campaign: seeds " + first + " to " + last + ", every " + FORKED + "th file for all judges");
        Path folder = Folders.folder("campaign");
        List<Judge> others = new ArrayList<>(Judges.available());
        others.removeIf(judge -> Judges.isInProcess(judge));
        Map<Path, Table> forked = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (int seed = first; seed <= last; seed += BATCH) {
            Map<Path, Table> batch = new LinkedHashMap<>();
            for (int s = seed; s <= Math.min(last, seed + BATCH - 1); s++) {
                Path file = folder.resolve(s + ".parquet");
                String error = write(s, file, batch);
                if (error != null) {
                    lines.add(error);
                } else if (replay != null || s % FORKED == 0) {
                    forked.put(file, batch.get(file));
                }
            }
            lines.addAll(Judges.disagreements(Judges.inProcess(), batch));
            clean(batch.keySet(), forked.keySet(), lines);
        }
        lines.addAll(Judges.disagreements(others, forked));
        System.out.println("campaign: " + Judges.summary());
        assertEquals("", report(lines));
    }

    private static String write(int seed, Path file, Map<Path, Table> expected) throws IOException {
        Random random = new Random(seed * SPREAD);
        Sample sample = RandomSample.of(random, MAX_COLUMNS, MAX_ROWS);
        Settings settings = Settings.random(sample, random);
        try {
            byte[] bytes = ProductWriter.write(sample, settings, file);
            assertArrayEquals("same input, same bytes", bytes, ProductWriter.write(sample, settings));
        } catch (RuntimeException cause) {
            StackTraceElement at = cause.getStackTrace()[0];
            return "writer: " + file + ": " + cause + " at " + at + ", " + settings + ", " + sample.fields();
        }
        expected.put(file, sample.expected());
        return null;
    }

    /** Keeps a failing file, and those that other judges are to read. */
    private static void clean(Iterable<Path> files, java.util.Collection<Path> keep, List<String> lines) throws IOException {
        for (Path file : files) {
            if (!keep.contains(file) && lines.stream().noneMatch(line -> line.contains(file + ":"))) {
                Files.delete(file);
            }
        }
    }

    private static String report(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        List<String> first = lines.subList(0, Math.min(20, lines.size()));
        return lines.size() + " disagreements; -Dreplay=SEED repeats the file SEED.parquet\n" + String.join("\n", first);
    }
}
