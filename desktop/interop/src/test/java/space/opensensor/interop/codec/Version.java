package space.opensensor.interop.codec;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import space.opensensor.snappy.SnappyCompressor;

/**
 * The Snappy compressor with the board's search or with the desktop's, whichever of them a JDK takes by itself: each version
 * loads classes of its own.
 */
final class Version extends ClassLoader {

    private static final String DESKTOP = "META-INF/versions/9/";
    private static final String PACKAGES = "space\\.opensensor\\.(lz77|snappy)\\..*";

    private final List<Path> roots;

    private Version(List<Path> roots) {
        this.roots = roots;
    }

    static Version board() {
        return new Version(List.of(firmware()));
    }

    static Version desktop() {
        return new Version(List.of(firmware().resolve(DESKTOP), firmware()));
    }

    /** @return whether the firmware is on the class path as a jar, where a JDK looks for versions */
    static boolean isJar() {
        return !Files.isDirectory(location());
    }

    /** @return whether the class path gives the desktop's version */
    static boolean desktopIsUsed() {
        return SnappyCompressor.class.getResource("PlatformParse.class").toString().contains(DESKTOP);
    }

    private static Path location() {
        try {
            return Path.of(SnappyCompressor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder of classes, or the root of the jar without its versions. */
    private static Path firmware() {
        try {
            return isJar() ? FileSystems.newFileSystem(location()).getPath("/") : location();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.matches(PACKAGES)) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (Path root : roots) {
            Path file = root.resolve(name.replace('.', '/') + ".class");
            if (Files.exists(file)) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
        throw new ClassNotFoundException(name);
    }
}
