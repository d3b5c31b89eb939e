package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.parquet.Encoding;
import space.opensensor.simulator.convert.Conversion;
import space.opensensor.simulator.convert.WriterFlags;
import space.opensensor.simulator.csv.CsvFile;
import space.opensensor.simulator.verify.Duck;

/** Any CSV file through the firmware's Parquet writer. */
@Command(name = "convert", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Write a CSV file as Parquet, with the writer that the firmware uses.",
                "The first line names the columns; an empty cell is null." })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN.csv", description = "CSV file in UTF-8 with a header row.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT.parquet", description = "Parquet file; replaced when all went well.")
    private Path out;

    @Option(names = "--columns", paramLabel = "NAME:TYPE,...",
            description = "Types of columns; the others are found out. boolean, int8 to int64, uint8 to uint64,"
                    + " float16, float, double, decimal(PRECISION,SCALE), string, enum, json, uuid, date, time, timestamp,"
                    + " local_timestamp; the last three also with _micros or _nanos.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--values", paramLabel = "float|double|decimal",
            description = "Numeric columns not named in --columns, whole numbers too. Default: the narrowest of int32,"
                    + " int64, float and double that loses no digit. decimal takes the scale from the text.")
    private Values values;

    @Option(names = "--separator", defaultValue = ",", description = "Between cells. Default: ${DEFAULT-VALUE}")
    private char separator;

    @Option(names = "--rows-per-group", defaultValue = "65536", paramLabel = "N",
            description = "Rows of a row group. Default: ${DEFAULT-VALUE}.")
    private int rowsPerGroup;

    @Option(names = "--encoding", split = ",", paramLabel = "COLUMN=NAME",
            description = "Encoding of a column, as the format names it: PLAIN, RLE_DICTIONARY, DELTA_BINARY_PACKED,"
                    + " BYTE_STREAM_SPLIT, ... Default: the one that comes to the fewest bytes.")
    private Map<String, String> encodings = new LinkedHashMap<>();

    @Option(names = "--bloom", split = ",", paramLabel = "COLUMN", description = "Give the column a bloom filter.")
    private List<String> blooms = new ArrayList<>();

    @Option(names = "--required", negatable = true, defaultValue = "true", fallbackValue = "true",
            description = "Columns without an empty cell become REQUIRED. Default; --no-required makes all OPTIONAL.")
    private boolean required;

    @Mixin
    private WriterFlags flags;

    @Option(names = "--quiet", description = "Neither progress nor report.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    /** How numbers are written. */
    enum Values {
        FLOAT, DOUBLE, DECIMAL
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (this.rowsPerGroup < 1 || this.rowsPerGroup > 1 << 24) {
            throw Failure.usage("--rows-per-group: " + this.rowsPerGroup + " is not allowed; 1 to 16777216 is");
        }
        CsvFile file = CsvFile.open(this.in, this.separator);
        Map<String, String> types = types();
        Map<String, Integer> numbers = encodingNumbers();
        String kind = this.values == null ? null : this.values.name().toLowerCase(Locale.ROOT);
        Conversion conversion = Conversion.plan(file, types, kind, numbers, Set.copyOf(this.blooms),
                this.rowsPerGroup);
        PrintWriter err = this.spec.commandLine().getErr();
        try (Progress progress = Progress.start("convert", conversion.rows(), err, this.quiet
                || !Boolean.getBoolean("station.terminal"))) {
            conversion.write(this.out, this.flags.options(), this.required, progress::step);
        }
        if (!this.quiet) {
            report(conversion);
        }
        return 0;
    }

    private Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        for (String list : this.columns) {
            for (String entry : list.split(",(?![^(]*\\))")) {
                int colon = entry.lastIndexOf(':');
                if (colon <= 0) {
                    throw Failure.usage("--columns: \"" + entry + "\" is not allowed; NAME:TYPE is");
                }
                types.put(entry.substring(0, colon).trim(), entry.substring(colon + 1).trim());
            }
        }
        return types;
    }

    private Map<String, Integer> encodingNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        this.encodings.forEach((column, name) -> {
            try {
                numbers.put(column, Encoding.named(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Failure.usage("--encoding, column \"" + column + "\": " + e.getMessage());
            }
        });
        return numbers;
    }

    private void report(Conversion conversion) throws IOException, SQLException {
        PrintWriter report = this.spec.commandLine().getOut();
        long bytes = Files.size(this.out);
        try (Duck duck = Duck.open()) {
            report.println(duck.columnTable(this.out));
        }
        report.println(String.format(Locale.ROOT, "%s: %,d rows, %,d bytes, %.2f bytes per row", this.out,
                conversion.rows(), bytes, conversion.rows() == 0 ? 0.0 : (double) bytes / conversion.rows()));
    }
}
