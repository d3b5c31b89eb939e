package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.simulator.verify.Duck;

/** Shows what is inside a Parquet file, as DuckDB reads its footer. */
@Command(name = "inspect", mixinStandardHelpOptions = true,
        description = "Show schema, row groups, encodings, sizes and statistics of a Parquet file.")
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.parquet", description = "Parquet file, written by whatever writer.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(this.file)) {
            throw new NoSuchFileException(this.file.toString());
        }
        PrintWriter out = this.spec.commandLine().getOut();
        String name = Duck.quoted(this.file.toString());
        try (Duck duck = Duck.open()) {
            out.println(duck.table("SELECT num_rows AS rows, num_row_groups AS row_groups, "
                    + Files.size(this.file) + " AS bytes, footer_size AS footer_bytes, created_by"
                    + " FROM parquet_file_metadata(" + name + ")"));
            out.println(duck.columnTable(this.file));
            out.println(duck.table("SELECT row_group_id AS row_group, path_in_schema AS \"column\", encodings,"
                    + " compression AS codec, num_values AS \"values\", stats_null_count AS nulls,"
                    + " total_compressed_size AS bytes, stats_min_value AS \"minimum\", stats_max_value AS \"maximum\","
                    + " bloom_filter_length AS bloom FROM parquet_metadata(" + name + ") ORDER BY 1, column_id"));
            out.println(duck.table("SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata("
                    + name + ")"));
        } catch (SQLException e) {
            throw Failure.failed(this.file + ": is not a Parquet file that can be read: " + e.getMessage(), e);
        }
        return 0;
    }
}
