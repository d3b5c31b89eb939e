package space.opensensor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import space.opensensor.simulator.csv.CsvFile;
import space.opensensor.simulator.sensors.Recording;

/** The recorded data that comes with the project; resources/samples/README.md tells its origin. */
final class Samples {

    private static final String OFFICE = "office.csv";

    private Samples() {
    }

    /** Loads the readings of an office room. */
    static Recording office() {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + OFFICE)) {
            if (in == null) {
                throw Failure.failed("samples/" + OFFICE + " is not in the class path");
            }
            Path folder = Files.createTempDirectory("station-sample");
            Path file = folder.resolve(OFFICE);
            try {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return Recording.load(CsvFile.open(file, ','));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw Failure.failed("samples/" + OFFICE + ": " + e.getMessage(), e);
        }
    }
}
