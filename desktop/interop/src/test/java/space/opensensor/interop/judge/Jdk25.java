package space.opensensor.interop.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds a JDK 25 or newer: this one, the one that JAVA25_HOME names, or one that is installed beside this one. */
final class Jdk25 {

    private static final int NEEDED = 25;

    private Jdk25() {
    }

    /** @return its {@code java} launcher, or null where there is none */
    static Path java() {
        String named = System.getenv("JAVA25_HOME");
        if (named != null) {
            return launcher(Path.of(named));
        }
        Path home = Path.of(System.getProperty("java.home"));
        if (feature(home) >= NEEDED) {
            return launcher(home);
        }
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            return siblings.flatMap(folder -> Stream.of(folder, folder.resolve("Contents").resolve("Home")))
                    .filter(folder -> feature(folder) >= NEEDED).min(Comparator.comparingInt(Jdk25::feature))
                    .map(Jdk25::launcher).orElse(null);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Path launcher(Path home) {
        return home.resolve("bin").resolve("java");
    }

    /** @return feature number of the JDK in that folder, read from its file {@code release}; 0 where it is no JDK */
    private static int feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.exists(home.resolve("bin"))) {
            return 0;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("\\D")[0]);
    }
}
