package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;
import space.opensensor.interop.sample.SynthData;
import space.opensensor.simulator.Main;

/** Sizes of files beside those of other writers: limits that must hold, and the table in docs that must be true. */
public class SizesTest {

    private static final int PRECISION = 9;

    private final Map<Path, Table> expected = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private final List<String> tooLarge = new ArrayList<>();
    private Path folder;

    @Test
    public void filesAreSmallerThanThoseOfOtherWriters() throws IOException {
        folder = Folders.folder("sizes");
        SynthData data = new SynthData();
        Path csv = csv("synth-178", data, SynthData.NOON, SynthData.WINDOW);
        Sample floats = synth(data, SynthData.NOON, SynthData.WINDOW, false);
        Sample decimals = synth(data, SynthData.NOON, SynthData.WINDOW, true);
        line("synth 178", csv, floats, 3780, "--values", "float", "--readers", "modern");
        line("synth 178", csv, floats, 3560, "--values", "float", "--readers", "modern", "--statistics", "none");
        line("synth 178", csv, floats, 4290, "--values", "float", "--readers", "all");
        line("synth 178", csv, decimals, 2404, "--values", "decimal", "--readers", "all");
        line("synth 178", csv, floats, 0, "--values", "float", "--readers", "all", "--codec", "lz4");
        line("synth 178", csv, floats, 0, "--values", "float", "--readers", "all", "--codec", "zstd");
        line("synth 178", csv, floats, 0, "--values", "float", "--readers", "all", "--statistics", "page", "--crc");
        line("synth 178", csv, floats, 0, "--values", "float", "--readers", "all", "--page-version", "2");
        csv = Files.write(folder.resolve("uci-178.csv"), lines("air-quality-178.csv"));
        line("uci 178", csv, uci(), 4850, "--values", "float", "--readers", "modern", "--statistics", "none");
        line("uci 178", csv, uci(), 6750, "--values", "float", "--readers", "all", "--statistics", "none");
        csv = csv("synth-day", data, 0, SynthData.DAY);
        Sample day = synth(data, 0, SynthData.DAY, false);
        line("synth 17280", csv, day, 180_000, "--values", "float", "--readers", "modern");
        line("synth 17280", csv, day, 0, "--values", "float", "--readers", "all");
        line("synth 17280", csv, synth(data, 0, SynthData.DAY, true), 0, "--values", "decimal", "--readers", "all");
        assertEquals("", String.join("\n", Judges.disagreements(Judges.available(), expected)));

        expected.clear();
        csv = csv("synth-month", data, 0, SynthData.MONTH);
        Sample month = synth(data, 0, SynthData.MONTH, false);
        line("synth 518400", csv, month, 5_000_000, "--values", "float", "--readers", "modern", "--page-rows", "65536");
        assertEquals("", String.join("\n", Judges.disagreements(Judges.inProcess().subList(0, 1), expected)));
        Files.delete(csv);
        assertEquals("files above their limit", "[]", tooLarge.toString());
        Document.check("parquet-sizes.md", document());
    }

    /** Converts a file, and adds its line to the table; a limit of 0 is none. */
    private void line(String name, Path csv, Sample sample, int limit, String... options) throws IOException {
        String text = String.join(" ", options);
        Path file = folder.resolve(name.replace(' ', '-') + text.replace(" --", "_").replace(' ', '=') + ".parquet");
        List<String> command = new ArrayList<>(List.of("convert", csv.toString(), file.toString(), "--quiet", "--columns",
                "timestamp:int64"));
        command.addAll(List.of(options));
        StringWriter errors = new StringWriter();
        int status = Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(errors), command.toArray(new String[0]));
        assertEquals(errors.toString(), 0, status);
        long bytes = Files.size(file);
        expected.put(file, sample.expected());
        if (limit > 0 && bytes > limit) {
            tooLarge.add(file + ": " + bytes + " bytes, limit " + limit);
        }
        rows.append("| ").append(name).append(" | `").append(text).append("` | ").append(bytes).append(" | ")
                .append(limit == 0 ? "" : limit).append(" |\n");
    }

    private Path csv(String name, SynthData data, int from, int rows) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", SynthData.NAMES) + "\n");
            for (int row = from; row < from + rows; row++) {
                out.write(Long.toString(data.time(row)));
                for (int c = 0; c < SynthData.SCALES.length; c++) {
                    long unscaled = Math.round(data.value(c, row) * Math.pow(10, SynthData.SCALES[c]));
                    out.write("," + BigDecimal.valueOf(unscaled, SynthData.SCALES[c]).toPlainString());
                }
                out.write("\n");
            }
        }
        return file;
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
        List<String> lines = lines("air-quality-178.csv");
        String[] names = lines.get(0).split(",");
        Sample sample = new Sample(lines.size() - 1);
        for (int c = 0; c < names.length; c++) {
            Object[] values = new Object[lines.size() - 1];
            for (int row = 0; row < values.length; row++) {
                String cell = lines.get(row + 1).split(",")[c];
                if (c == 0) {
                    values[row] = Long.valueOf(cell);
                } else {
                    values[row] = Float.valueOf(cell);
                }
            }
            sample.add(Field.of(names[c], c == 0 ? Kind.INT64 : Kind.FLOAT, Repetition.REQUIRED), values);
        }
        return sample;
    }

    private String document() throws IOException {
        StringBuilder text = new StringBuilder("# Sizes of Parquet files\n\n"
                + "Bytes of whole files as `./station convert` makes them with `--columns timestamp:int64` and the options of the"
                + " line: Snappy,\nstatistics of chunks and REQUIRED columns unless they say otherwise. `decimal` stores readings"
                + " as DECIMAL with the digits of\nthe text. Every file was read back with every value right by the outside"
                + " judges (the month by DuckDB).\n\n"
                + "Data: *synth* is a made station of ten columns with a reading every 5 s (formula and seed in\n"
                + "`desktop/interop/src/test/java/space/opensensor/interop/sample/SynthData.java`), rounded to the resolution of its"
                + " sensors:\n178 rows from noon, a day of 17,280, a month of 518,400. *uci* is the begin of UCI Air Quality\n"
                + "(S. De Vito 2008, doi 10.24432/C59K5F, CC BY 4.0), 178 rows.\n\n"
                + "## This writer\n\n| rows | options | bytes | limit of the test |\n|---|---|---|---|\n");
        text.append(rows).append("\n## Other writers: the same rows, as FLOAT, with Snappy\n\n");
        List<String> lines = lines("rivals.tsv");
        for (int i = 0; i < lines.size(); i++) {
            text.append("| ").append(lines.get(i).replace("\t", " | ")).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(lines.get(0).split("\t").length)).append("|\n");
            }
        }
        return text.toString();
    }

    /** @return lines of a resource, without those that begin with # */
    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                SizesTest.class.getResourceAsStream("/parquet/" + resource), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
