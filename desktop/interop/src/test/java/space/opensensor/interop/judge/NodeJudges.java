package space.opensensor.interop.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Readers of the JavaScript world. */
final class NodeJudges {

    private static final NodePackages PACKAGES =
            new NodePackages(Path.of("src", "judges", "node"), Path.of("target", "judges", "node"), "judge.mjs");

    /**
     * The lock names polars' binary for Linux, because npm skips an optional one that wants a newer Node than it needs; elsewhere
     * npm has to be forced to take it along.
     */
    private static final String[] OPTIONS =
            System.getProperty("os.name").equals("Linux") ? new String[0] : new String[] {"--force"};

    private NodeJudges() {
    }

    /** @return hyparquet, parquet-wasm and polars where Node is found and npm can install them */
    static List<Judge> available() {
        String reason = PACKAGES.install(OPTIONS);
        if (reason != null) {
            System.out.println("judges left out: hyparquet, parquet-wasm, polars (" + reason + ")");
            return List.of();
        }
        List<Judge> judges = new ArrayList<>();
        judges.add(judge("hyparquet", file -> null));
        judges.add(judge("parquet-wasm", file -> null));
        if (PACKAGES.run("polars.txt", "node", "-e", "require('nodejs-polars')") == 0) {
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
            Path work = Files.createDirectories(PACKAGES.folder().resolve("run").resolve(name));
            return new ForkedJudge(name, List.of("node", PACKAGES.folder().resolve("judge.mjs").toString(), name), work, limits);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
