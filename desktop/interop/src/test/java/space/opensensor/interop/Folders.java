package space.opensensor.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders below target, where a failing file stays for a look. */
final class Folders {

    private Folders() {
    }

    /** @return an absolute, existing folder that holds nothing of an earlier run */
    static Path folder(String name) {
        Path folder = Path.of("target", "judged", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
