package space.opensensor.interop.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program for Node: npm installs what its folder locks into another folder, where it is run. */
public final class NodePackages {

    private static final int NEEDED = 20;
    private static final int INSTALL_MINUTES = 5;
    private static final String LOCK = "package-lock.json";

    private final Path sources;
    private final Path folder;
    private final List<String> files;

    /**
     * @param sources folder of the program, its package.json, package-lock.json and .npmrc
     * @param folder to install into; made if there is none
     */
    public NodePackages(Path sources, Path folder, String program) {
        this.sources = sources.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
        this.files = List.of("package.json", LOCK, ".npmrc", program);
    }

    /** @return why the program cannot run, or null if it can */
    public String install(String... options) {
        try {
            Files.createDirectories(folder);
            if (run("version.txt", "node", "--version") != 0 || version() < NEEDED) {
                return "no Node " + NEEDED + " or newer";
            }
            byte[] lock = Files.readAllBytes(sources.resolve(LOCK));
            Path installed = folder.resolve("installed");
            boolean isInstalled = Files.exists(installed) && Arrays.equals(lock, Files.readAllBytes(installed));
            for (String file : files) {
                Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!isInstalled && !npm(options)) {
                return "npm could not install what it needs, see " + folder.resolve("install.txt");
            }
            Files.write(installed, lock);
            return null;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private boolean npm(String... options) {
        List<String> command =
                new ArrayList<>(List.of("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"));
        command.addAll(List.of(options));
        return run("install.txt", command.toArray(new String[0])) == 0;
    }

    private int version() throws IOException {
        String version = Files.readString(folder.resolve("version.txt")).trim();
        return Integer.parseInt(version.substring(1).split("\\.")[0]);
    }

    /** @return the folder with the program and its packages */
    public Path folder() {
        return folder;
    }

    /** @return exit code, or -1 where the command does not exist or does not end */
    int run(String output, String... command) {
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(output).toFile()).start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException cause) {
            return -1;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
