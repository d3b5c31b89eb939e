package space.opensensor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import space.opensensor.simulator.s3.Stored;
import space.opensensor.spool.Spool;

/** The finished files of an offline station, copied off its flash to where the upload would have put them. */
final class SpoolFiles {

    private SpoolFiles() {
    }

    /**
     * Copies every file of the spool to {@code folder/key}.
     *
     * @param keyStart what the keys start with.
     */
    static List<Stored> copy(Spool spool, String keyStart, Path folder) throws IOException {
        List<Stored> files = new ArrayList<>();
        for (int i = 0; i < spool.objectCount(); i++) {
            String name = spool.objectName(i);
            String key = keyStart + place(name);
            Path target = folder.resolve(key);
            if (Files.exists(target)) {
                key = key.replace(".parquet", "-" + name.substring(14));
                target = folder.resolve(key);
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = spool.openObject(name)) {
                Files.copy(in, target);
            }
            files.add(new Stored(key, Files.size(target), ""));
        }
        return files;
    }

    /** Turns {@code 20260301-1215-b7s360.parquet} into {@code year=2026/month=03/day=01/data_1215.parquet}. */
    private static String place(String name) {
        return "year=" + name.substring(0, 4) + "/month=" + name.substring(4, 6) + "/day=" + name.substring(6, 8)
                + "/data_" + name.substring(9, 13) + ".parquet";
    }
}
