package space.opensensor.simulator;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import space.opensensor.simulator.s3.Stored;
import space.opensensor.spool.Spool;
import space.opensensor.station.ObjectName;
import space.opensensor.station.StationConfig;

/** The finished files of an offline station, copied off its flash to where the upload would have put them. */
final class SpoolFiles {

    private SpoolFiles() {
    }

    /**
     * Copies every file of the spool to {@code folder/key}.
     *
     * @param config of the station: how it names objects.
     */
    static List<Stored> copy(Spool spool, StationConfig config, Path folder) throws IOException {
        List<Stored> files = new ArrayList<>();
        for (int i = 0; i < spool.objectCount(); i++) {
            String name = spool.objectName(i);
            Path target = folder.resolve(key(config, name, false));
            if (Files.exists(target)) {
                target = folder.resolve(key(config, name, true));
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = spool.openObject(name)) {
                Files.copy(in, target);
            }
            files.add(new Stored(folder.relativize(target).toString().replace(File.separatorChar, '/'), Files.size(target), ""));
        }
        return files;
    }

    private static String key(StationConfig config, String name, boolean split) {
        return ObjectName.key(config.text(StationConfig.PREFIX), config.text(StationConfig.STATION), name, split);
    }
}
