package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.ProductWriter;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;
import space.opensensor.interop.sample.Settings;
import space.opensensor.interop.sample.SynthData;
import space.opensensor.parquet.Codec;
import space.opensensor.parquet.Encoding;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.WriterOptions;

/** Sizes of files beside those of other writers: limits that must hold, and the table in docs that must be true. */
public class SizesTest {

    private static final int ROWS_PER_GROUP = 65536;
    /** The largest match table of the codec. */
    private static final int TABLE_BYTES = 16384;
    private static final int PRECISION = 9;

    private final Map<Path, Table> expected = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private final List<String> tooLarge = new ArrayList<>();

    @Test
    public void filesAreSmallerThanThoseOfOtherWriters() throws IOException {
        SynthData data = new SynthData();
        Sample window = synth(data, SynthData.NOON, SynthData.WINDOW, false);
        Sample decimal = synth(data, SynthData.NOON, SynthData.WINDOW, true);
        Sample uci = uci();
        Path folder = Folders.folder("sizes");
        line(folder, "synth 178 rows, float, modern, statistics", window, Readers.MODERN, StatisticsLevel.CHUNK, 3780);
        line(folder, "synth 178 rows, float, modern, no statistics", window, Readers.MODERN, StatisticsLevel.NONE, 3560);
        line(folder, "synth 178 rows, float, all, statistics", window, Readers.ALL, StatisticsLevel.CHUNK, 4290);
        line(folder, "synth 178 rows, decimal, all, statistics", decimal, Readers.ALL, StatisticsLevel.CHUNK, 2404);
        line(folder, "uci 178 rows, float, modern, no statistics", uci, Readers.MODERN, StatisticsLevel.NONE, 4850);
        line(folder, "uci 178 rows, float, all, no statistics", uci, Readers.ALL, StatisticsLevel.NONE, 6750);
        Sample day = synth(data, 0, SynthData.DAY, false);
        line(folder, "synth day, float, modern, statistics", day, Readers.MODERN, StatisticsLevel.CHUNK, 180_000);
        line(folder, "synth day, float, all, statistics", day, Readers.ALL, StatisticsLevel.CHUNK, 0);
        assertEquals("", String.join("\n", Judges.disagreements(Judges.available(), expected)));

        expected.clear();
        Sample month = synth(data, 0, SynthData.MONTH, false);
        line(folder, "synth month, float, modern, statistics", month, Readers.MODERN, StatisticsLevel.CHUNK, 5_000_000);
        assertEquals("", String.join("\n", Judges.disagreements(Judges.inProcess().subList(0, 1), expected)));
        assertEquals("files above their limit", "[]", tooLarge.toString());
        Document.check("parquet-sizes.md", document());
    }

    /** Writes one file, and its line of the table; a limit of 0 is none. */
    private void line(Path folder, String name, Sample sample, int readers, int statistics, int limit) throws IOException {
        WriterOptions options = new WriterOptions().rowsPerGroup(Math.min(sample.rows(), ROWS_PER_GROUP)).pageRows(ROWS_PER_GROUP)
                .rowGroups(1 + sample.rows() / ROWS_PER_GROUP).readers(readers).statistics(statistics).codec(Codec.SNAPPY)
                .codecTableBytes(TABLE_BYTES);
        Path file = folder.resolve(name.replace(", ", "_").replace(' ', '_') + ".parquet");
        Settings settings = Settings.of(options, Encoding.AUTO, sample.fields().size());
        int bytes = ProductWriter.write(sample, settings, file).length;
        expected.put(file, sample.expected());
        if (limit > 0 && bytes > limit) {
            tooLarge.add(name + ": " + bytes + " bytes, limit " + limit);
        }
        rows.append("| ").append(name).append(" | ").append(bytes).append(" | ").append(limit == 0 ? "" : limit).append(" |\n");
    }

    private static Sample synth(SynthData data, int from, int rows, boolean decimal) {
        Object[] times = new Object[rows];
        for (int i = 0; i < rows; i++) {
            times[i] = data.time(from + i);
        }
        Sample sample = new Sample(rows).add(Field.of(SynthData.NAMES[0], Kind.INT64, Repetition.REQUIRED), times);
        for (int c = 0; c < SynthData.SCALES.length; c++) {
            int scale = SynthData.SCALES[c];
            Object[] values = new Object[rows];
            for (int i = 0; i < rows; i++) {
                double value = data.value(c, from + i);
                if (decimal) {
                    values[i] = Math.round(value * Math.pow(10, scale));
                } else {
                    values[i] = (float) value;
                }
            }
            String name = SynthData.NAMES[c + 1];
            sample.add(decimal ? new Field(name, Kind.DECIMAL32, Repetition.REQUIRED, PRECISION, scale, 0, true)
                    : Field.of(name, Kind.FLOAT, Repetition.REQUIRED), values);
        }
        return sample;
    }

    private static Sample uci() throws IOException {
        List<String[]> lines = lines("air-quality-178.csv", ",");
        Sample sample = new Sample(lines.size() - 1);
        for (int c = 0; c < lines.get(0).length; c++) {
            Object[] values = new Object[lines.size() - 1];
            for (int row = 0; row < values.length; row++) {
                String cell = lines.get(row + 1)[c];
                if (c == 0) {
                    values[row] = Long.valueOf(cell);
                } else {
                    values[row] = Float.valueOf(cell);
                }
            }
            sample.add(Field.of(lines.get(0)[c], c == 0 ? Kind.INT64 : Kind.FLOAT, Repetition.REQUIRED), values);
        }
        return sample;
    }

    private String document() throws IOException {
        StringBuilder text = new StringBuilder("# Sizes of Parquet files\n\n"
                + "Bytes of whole files with Snappy; every column REQUIRED, time as INT64. `all` and `modern` are the reader profiles,\n"
                + "`decimal` stores readings as DECIMAL(9, digits of the sensor). Every file here was read back by the outside judges.\n\n"
                + "Data: *synth* is a made station of ten columns with a reading every 5 s (formula and seed in\n"
                + "`desktop/interop/src/test/java/space/opensensor/interop/sample/SynthData.java`), rounded to the resolution of its"
                + " sensors:\n178 rows from noon, a day of 17,280, a month of 518,400. *uci* is the begin of UCI Air Quality\n"
                + "(S. De Vito 2008, doi 10.24432/C59K5F, CC BY 4.0), 178 rows.\n\n"
                + "## This writer\n\n| file | bytes | limit of the test |\n|---|---|---|\n");
        text.append(rows).append("\n## Other writers, the same rows as FLOAT\n\n");
        List<String[]> lines = lines("rivals.tsv", "\t");
        for (int i = 0; i < lines.size(); i++) {
            text.append("| ").append(String.join(" | ", lines.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(lines.get(0).length)).append("|\n");
            }
        }
        return text.toString();
    }

    /** @return lines of a resource, without those that begin with # */
    private static List<String[]> lines(String resource, String separator) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                SizesTest.class.getResourceAsStream("/parquet/" + resource), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(separator)).toList();
        }
    }
}
