package space.opensensor.simulator.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.WriterOptions;
import space.opensensor.simulator.Failure;
import space.opensensor.simulator.csv.CsvFile;
import space.opensensor.simulator.csv.Row;

/** Writes a CSV file as Parquet: one pass finds types, nulls and lengths, the second writes. */
public final class Conversion {

    private final CsvFile file;
    private final List<ColumnPlan> plans = new ArrayList<>();
    private final int rowsPerGroup;
    private long rows;

    private Conversion(CsvFile file, int rowsPerGroup) {
        this.file = file;
        this.rowsPerGroup = rowsPerGroup;
    }

    /**
     * Reads the file once.
     *
     * @param types by column; what is missing is found out.
     * @param numbers how to write numbers without a type, see {@link space.opensensor.simulator.csv.Profile#type}.
     * @param encodings by column; what is missing is chosen by the writer.
     * @param blooms columns that get a bloom filter.
     * @throws Failure for a row that does not fit the header, or a column that is not there.
     */
    public static Conversion plan(CsvFile file, Map<String, String> types, String numbers,
            Map<String, Integer> encodings, Set<String> blooms, int rowsPerGroup) throws IOException {
        requireColumns(file, "--columns", types.keySet());
        requireColumns(file, "--encoding", encodings.keySet());
        requireColumns(file, "--bloom", blooms);
        Conversion conversion = new Conversion(file, rowsPerGroup);
        for (String name : file.header()) {
            ColumnType type = types.containsKey(name) ? ColumnTypes.named(name, types.get(name)) : null;
            ColumnPlan plan = new ColumnPlan(name, type, rowsPerGroup, blooms.contains(name));
            plan.encoding(encodings.getOrDefault(name, space.opensensor.parquet.Encoding.AUTO));
            conversion.plans.add(plan);
        }
        file.forEach(conversion::look);
        conversion.plans.forEach(plan -> plan.settle(numbers));
        return conversion;
    }

    private static void requireColumns(CsvFile file, String option, Set<String> names) {
        for (String name : names) {
            if (!file.header().contains(name)) {
                throw Failure.usage(option + ": there is no column \"" + name + "\" in " + file.path()
                        + "; allowed are " + String.join(", ", file.header()));
            }
        }
    }

    private void look(Row row) {
        for (int i = 0; i < this.plans.size(); i++) {
            this.plans.get(i).add(row.cell(i));
        }
        this.rows++;
    }

    /** @return rows below the header. */
    public long rows() {
        return this.rows;
    }

    /** @return the type of each column, as {@code --columns} names it. */
    public List<String> types() {
        return this.plans.stream().map(plan -> plan.type().name()).toList();
    }

    /**
     * Writes the Parquet file: under another name first, so that a file of this name is always whole.
     *
     * @param required columns without an empty cell become REQUIRED.
     * @param done called after each row.
     * @throws Failure if a cell is not of its column's type, or the options do not fit the columns.
     */
    public void write(Path target, WriterOptions options, boolean required, Runnable done) throws IOException {
        ParquetWriter writer = writer(options, required);
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw Failure.failed(folder + ": there is no such folder");
        }
        if (Files.isDirectory(target)) {
            throw Failure.failed(target + ": is a folder");
        }
        Path unfinished = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                writer.open(out);
                this.file.forEach(row -> write(writer, row, done));
                requireSameRows(writer);
                writer.close();
            }
            publish(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void requireSameRows(ParquetWriter writer) {
        if (writer.rows() != this.rows) {
            throw Failure.failed(this.file.path() + ": had " + this.rows + " rows when read first, and then "
                    + writer.rows());
        }
    }

    private ParquetWriter writer(WriterOptions options, boolean required) {
        try {
            Column[] columns = this.plans.stream().map(plan -> plan.column(required)).toArray(Column[]::new);
            Schema schema = Schema.of(columns);
            options.rowsPerGroup((int) Math.max(1, Math.min(this.rows, this.rowsPerGroup)));
            requireMemory(ParquetWriter.memoryBytes(schema, options));
            return new ParquetWriter(schema, options);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
    }

    private void requireMemory(long bytes) {
        Runtime machine = Runtime.getRuntime();
        long free = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        if (bytes > free) {
            throw Failure.usage("--rows-per-group: " + Math.min(this.rows, this.rowsPerGroup) + " rows of these columns take "
                    + (bytes >> 20) + " MiB of memory; " + (free >> 20) + " MiB are free");
        }
    }

    private void write(ParquetWriter writer, Row row, Runnable done) throws IOException {
        for (int i = 0; i < this.plans.size(); i++) {
            ColumnType type = this.plans.get(i).type();
            String text = type.isText() ? row.cell(i) : row.cell(i).trim();
            if (text.isEmpty()) {
                writer.setNull(i);
            } else {
                set(writer, row, i, type, text);
            }
        }
        writer.endRow();
        done.run();
    }

    private static void set(ParquetWriter writer, Row row, int column, ColumnType type, String text) {
        boolean good;
        try {
            good = type.setter().set(writer, column, text);
        } catch (ArithmeticException | IllegalArgumentException e) {
            good = false;
        }
        if (!good) {
            throw row.wrong(column, "is not a " + type.name() + "; allowed is " + type.allowed()
                    + ", or an empty cell for null");
        }
    }

    private static void publish(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
