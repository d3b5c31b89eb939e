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
import java.util.function.Function;

/** Readers of the JavaScript world: npm installs what {@code src/judges/node} locks into {@code target}. */
final class NodeJudges {

    private static final int NEEDED = 20;
    private static final Path SOURCES = Path.of("src", "judges", "node").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "judges", "node").toAbsolutePath();
    private static final Path INSTALLED = FOLDER.resolve("installed");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "judge.mjs");
    private static final int INSTALL_MINUTES = 5;

    private NodeJudges() {
    }

    /** @return hyparquet, parquet-wasm and polars where Node is found and npm can install them */
    static List<Judge> available() {
        String reason = prepare();
        if (reason != null) {
            System.out.println("judges left out: hyparquet, parquet-wasm, polars (" + reason + ")");
            return List.of();
        }
        List<Judge> judges = new ArrayList<>();
        judges.add(judge("hyparquet", file -> null));
        judges.add(judge("parquet-wasm", file -> null));
        if (run("polars.txt", "node", "-e", "require('nodejs-polars')") == 0) {
            judges.add(judge("polars", NodeJudges::polarsLimits));
        } else {
            System.out.println("judge left out: polars (npm has no binary for this platform)");
        }
        return judges;
    }

    private static String polarsLimits(FileReport file) {
        if (file.hasLogical("FLOAT16")) {
            return "FLOAT16 comes out as bytes";
        }
        if (file.has("FIXED_LEN_BYTE_ARRAY", "DELTA_BYTE_ARRAY") || file.has("FIXED_LEN_BYTE_ARRAY", "BYTE_STREAM_SPLIT")) {
            return "no DELTA_BYTE_ARRAY or BYTE_STREAM_SPLIT of FIXED_LEN_BYTE_ARRAY";
        }
        return null;
    }

    private static Judge judge(String name, Function<FileReport, String> limits) {
        try {
            Path work = Files.createDirectories(FOLDER.resolve("run").resolve(name));
            return new ForkedJudge(name, List.of("node", FOLDER.resolve("judge.mjs").toString(), name), work, limits);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** @return why the readers cannot run, or null */
    private static String prepare() {
        try {
            Files.createDirectories(FOLDER);
            if (run("version.txt", "node", "--version") != 0 || version() < NEEDED) {
                return "no Node " + NEEDED + " or newer";
            }
            byte[] lock = Files.readAllBytes(SOURCES.resolve("package-lock.json"));
            boolean installed = Files.exists(INSTALLED) && Arrays.equals(lock, Files.readAllBytes(INSTALLED));
            for (String file : FILES) {
                Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!installed) {
                if (run("install.txt", install()) != 0) {
                    return "npm could not install them, see " + FOLDER.resolve("install.txt");
                }
                Files.write(INSTALLED, lock);
            }
            return null;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /**
     * The lock names polars' binary for Linux, because npm skips an optional one that wants a newer Node than it needs; elsewhere
     * npm has to be forced to take it along.
     */
    private static String[] install() {
        List<String> command = new ArrayList<>(List.of("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (!System.getProperty("os.name").equals("Linux")) {
            command.add("--force");
        }
        return command.toArray(new String[0]);
    }

    private static int version() throws IOException {
        String version = Files.readString(FOLDER.resolve("version.txt")).trim();
        return Integer.parseInt(version.substring(1).split("\\.")[0]);
    }

    /** @return exit code, or -1 where the command does not exist or does not end */
    private static int run(String output, String... command) {
        try {
            Process process = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve(output).toFile()).start();
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
