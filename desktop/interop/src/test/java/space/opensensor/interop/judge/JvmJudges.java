package space.opensensor.interop.judge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Readers that need a JVM of their own. Their one source file below {@code src/judges} is compiled by the launcher of that JVM,
 * with its jars and the classes of this package on the class path.
 */
final class JvmJudges {

    private static final Path WORK = Path.of("target", "judges").toAbsolutePath();
    private static final Path SOURCES = Path.of("src", "judges").toAbsolutePath();
    private static final List<String> NO_OPTIONS = List.of();
    private static final List<String> TRINO_OPTIONS = List.of("--add-modules", "jdk.incubator.vector");
    private static final List<String> SPARK_OPENS = List.of("lang", "lang.invoke", "io", "net", "nio", "util", "util.concurrent",
            "util.concurrent.atomic");

    private JvmJudges() {
    }

    /** @return Hardwood and Trino where a JDK 25 and their jars are found */
    static List<Judge> available() {
        List<Judge> judges = new ArrayList<>();
        Path java = Jdk25.java();
        if (java == null) {
            System.out.println("judges left out: Hardwood, Trino (no JDK 25 beside this one; JAVA25_HOME names one)");
            return judges;
        }
        add(judges, "Hardwood", java, NO_OPTIONS, WORK.resolve("hardwood"), JvmJudges::hardwoodLimits);
        add(judges, "Trino", java, TRINO_OPTIONS, Path.of("trino", "target", "lib").toAbsolutePath(), JvmJudges::trinoLimits);
        return judges;
    }

    /** @return Spark, or nothing where its jars are not there */
    static List<Judge> spark() {
        List<String> options = new ArrayList<>();
        for (String name : SPARK_OPENS) {
            options.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        for (String name : List.of("nio.ch", "nio.cs", "security.action", "util.calendar")) {
            options.add("--add-opens=java.base/sun." + name + "=ALL-UNNAMED");
        }
        List<Judge> judges = new ArrayList<>();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        add(judges, "Spark", java, options, Path.of("spark", "target", "lib").toAbsolutePath(), JvmJudges::sparkLimits);
        return judges;
    }

    private static void add(List<Judge> judges, String name, Path java, List<String> options, Path jars,
            Function<FileReport, String> limits) {
        if (!Files.isDirectory(jars)) {
            System.out.println("judge left out: " + name + " (its jars are brought by the Maven build of the whole project)");
            return;
        }
        List<String> command = new ArrayList<>(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
                classes() + File.pathSeparator + jars.resolve("*")));
        command.addAll(1, options);
        command.add(SOURCES.resolve(name + "Judge.java").toString());
        judges.add(new ForkedJudge(name, command, folder(name), limits));
    }

    private static String hardwoodLimits(FileReport file) {
        return file.hasListPageNearTheEnd(1024) ? "reads 1 KB from the first page of a list on, beyond the end of the file" : null;
    }

    private static String trinoLimits(FileReport file) {
        if (file.hasCodec("LZ4_RAW")) {
            return "no LZ4_RAW";
        }
        if (file.has("INT32", "BYTE_STREAM_SPLIT") || file.has("INT64", "BYTE_STREAM_SPLIT")
                || file.has("FIXED_LEN_BYTE_ARRAY", "BYTE_STREAM_SPLIT")) {
            return "BYTE_STREAM_SPLIT of FLOAT and DOUBLE only";
        }
        return file.hasUpperCaseName() ? "gives names in lower case" : null;
    }

    private static String sparkLimits(FileReport file) {
        if (file.hasEncoding("BYTE_STREAM_SPLIT")) {
            return "no BYTE_STREAM_SPLIT in the vectorized reader";
        }
        boolean unknown = file.hasLogical("TIME(") || file.hasLogical("UUID") || file.hasLogical("FLOAT16");
        return unknown ? "no TIME, UUID, FLOAT16" : null;
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(WORK.resolve("run").resolve(name.toLowerCase()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Cells.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
