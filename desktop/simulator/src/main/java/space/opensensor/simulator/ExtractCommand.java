package space.opensensor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** What an image of the raw partition holds. */
@Command(name = "extract", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Copy the files of a station off an image of its raw flash partition.",
                "The image comes from a board: esptool.py read_flash ADDRESS SIZE IMAGE, with address and size of the",
                "partition spool. It is not changed. Finished Parquet files are copied to DIR, readings that are not in",
                "one yet to DIR/log, as segments of docs/spool-format.md. Files that are there already stay as they are." })
final class ExtractCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IMAGE", description = "The image.")
    private Path image;

    @Parameters(index = "1", paramLabel = "DIR", description = "Receives the files.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PartitionFlash flash = new PartitionFlash(PartitionImage.read(this.image));
        if (flash.list().length == 0) {
            throw Failure.failed(this.image + " holds no file of a station");
        }
        Spool spool = new Spool(flash, new SpoolConfig());
        spool.recover();
        PrintWriter out = this.spec.commandLine().getOut();
        long readings = 0;
        for (int i = 0; i < spool.objectCount(); i++) {
            String name = spool.objectName(i);
            copy(spool.openObject(name), this.folder.resolve(name), out);
            readings += spool.objectReadings(name);
        }
        for (String name : flash.list()) {
            if (name.endsWith(".log") || name.endsWith(".arc")) {
                copy(flash.open(name), this.folder.resolve("log").resolve(name), out);
            }
        }
        out.println(readings + " readings in " + spool.objectCount() + " files, " + spool.logReadings() + " in the log, "
                + spool.droppedReadings() + " were dropped");
        return 0;
    }

    private static void copy(InputStream in, Path target, PrintWriter out) throws IOException {
        try (in) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            if (Files.exists(target)) {
                out.println("          is there  " + target);
                return;
            }
            long bytes = Files.copy(in, target);
            out.println(String.format(Locale.ROOT, "%12d bytes  %s", bytes, target));
        }
    }
}
