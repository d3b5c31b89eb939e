package space.opensensor.xtensa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Puts the figures of a run into {@code figures.txt} and docs/cost.md, and compares them with their budgets. */
public final class CostTable {

    private static final double TOLERANCE = 1.02;
    private static final String[] VARIANTS = {"all-fast", "all-high", "modern-fast", "modern-high", "decimal-fast",
            "decimal-high", "fixed-plain", "fixed-dictionary", "fixed-split"};
    private static final String[] MODES = {"unsigned", "signed", "chunked", "trailer", "signed-trailer"};

    private static final int TEXT_GOAL = 110000;

    /** How the size came down and what is left; measured once. */
    private static final String TEXT_NOTE = "The archive\n"
            + "of the spool, which came last, takes 16 KB of it. What the rest consists of was measured once, when it was 127 KB: the\n"
            + "methods that the program reaches had 75 KB of bytecode (of 96 KB in all), so that a byte of it became 1.7. Checks for\n"
            + "null took 11 KB, checks of bounds 4 KB, the frames that tell the collector where references are and which handler is\n"
            + "meant 21 KB, its notes of changed objects 2 KB: the product alone would take about 89 KB. Literal strings, in UTF-16 with\n"
            + "their heads and with those of the class library, are 52 KB beside it, the constants in front of functions 3 KB. What\n"
            + "brought it down, each step with those above:\n\n"
            + "| step | bytes, `-Os` |\n| --- | ---: |\n"
            + "| TeaVM's optimisation FULL | 304,049 |\n"
            + "| ADVANCED, which does not inline the class library everywhere | 186,177 |\n"
            + "| direct calls: without `-mlongcalls` everything is within reach too | 184,187 |\n"
            + "| the line being executed is noted only where it tells which handler is meant | 156,915 |\n"
            + "| bounds checked by one unsigned comparison | 153,132 |\n"
            + "| elements at a constant distance behind an array's start | 151,158 |\n"
            + "| where something is caught, only TeaVM's copies of variables are volatile | 144,081 |\n"
            + "| no frame, and no note of a reference, that no collection can meet | 131,839 |\n"
            + "| constant table of strings, half words in the heads of frames | 129,467 |\n"
            + "| `-mno-target-align` | 126,411 |\n"
            + "| `-fwhole-program`, for a product that had grown to 127,082 | 123,413 |\n"
            + "| `-fno-inline-functions-called-once -fno-caller-saves` | 122,994 |\n\n"
            + "Other options of gcc (more than 40 tried one by one) change less than 0.6 %, `SIMPLE` in place of ADVANCED takes a fifth more. With\n"
            + "the last two steps `-Os` takes 8 % more instructions for a window than `-O2`, which they do not help.\n"
            + "Frames that never clear a note would save 4.6 KB at most, and keep garbage; left alone.\n";

    private final Map<String, Long> measured = new HashMap<>();
    private final Map<String, Long> figures = new TreeMap<>();
    private final StringBuilder page = new StringBuilder();

    /** Arguments: directory of the run, budgets, directory of the whole project, page. */
    public static void main(String[] arguments) throws IOException {
        CostTable table = new CostTable();
        Path run = Path.of(arguments[0]);
        Path project = Path.of(arguments[2]);
        table.read(run.resolve("counted.txt"), "counted.");
        table.read(run.resolve("jdk-day.txt"), "jdk.");
        for (String file : List.of("xtensa-day", "xtensa-window", "xtensa-uploads", "sized", "variants", "memory")) {
            table.read(run.resolve(file + ".txt"), "");
        }
        table.measured.put("board.heap", Long.valueOf(properties(project.resolve("build.properties")).getProperty("core.memory.javaheap.size")));
        table.collect();
        Map<String, Long> small = textByPackage(run.resolve("symbols-Os.txt"), project.resolve("src/main/java"));
        Map<String, Long> fast = textByPackage(run.resolve("symbols-O2.txt"), project.resolve("src/main/java"));
        table.figures.put("text_bytes", sum(small));
        table.write(classFiles(Path.of("target/classes/space/opensensor"), small.keySet()), small, fast);
        Files.writeString(Path.of(arguments[3]), table.page.toString());
        StringBuilder lines = new StringBuilder();
        table.figures.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
        Files.writeString(run.resolve("figures.txt"), lines.toString());
        table.check(properties(Path.of(arguments[1])));
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private void read(Path file, String prefix) throws IOException {
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.substring(equals + 1).matches("\\d+")) {
                this.measured.put(prefix + line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
            }
        }
    }

    private long of(String name) {
        Long value = this.measured.get(name);
        if (value == null) {
            throw new IllegalStateException("the run did not print " + name);
        }
        return value;
    }

    private long each(String phase, String metric) {
        return Math.round((double) of(phase + "." + metric) / of(phase + ".times"));
    }

    /** Bytes allocated each time, rounded up, the first two left out, which load classes. */
    private long bytes(String phase) {
        return -Math.floorDiv(of("jdk." + phase + ".bytes.early") - of("jdk." + phase + ".bytes"), of("jdk." + phase + ".times") - 2);
    }

    /** Instructions of a phase without those of the hash function in C. */
    private long outsideHash(String phase) {
        return of(phase + ".instructions") - of(phase + ".hash_instructions");
    }

    private long window(String variant) {
        return of("window." + variant + ".rows.instructions") + of("window." + variant + ".close.instructions");
    }

    private void collect() {
        this.figures.put("instructions_append", each("day.append", "instructions"));
        this.figures.put("instructions_publish", of("day.publish.instructions") / of("day.files"));
        this.figures.put("instructions_window", window("all-fast"));
        this.figures.put("instructions_window_high", window("all-high"));
        this.figures.put("instructions_window_modern", window("modern-fast"));
        this.figures.put("instructions_window_decimal", window("decimal-fast"));
        this.figures.put("instructions_window_fixed_plain", window("fixed-plain"));
        this.figures.put("instructions_window_fixed_dictionary", window("fixed-dictionary"));
        this.figures.put("instructions_window_fixed_split", window("fixed-split"));
        this.figures.put("instructions_upload", of("uploads.signed.upload.instructions"));
        this.figures.put("instructions_upload_native", outsideHash("uploads.signed-native.upload"));
        this.figures.put("instructions_verify", of("uploads.unsigned.verify.instructions"));
        this.figures.put("bytes_per_reading", bytes("day.append"));
        this.figures.put("bytes_per_window", bytes("day.publish"));
        this.figures.put("calls_per_reading", each("counted.day.append", "calls"));
        this.figures.put("stack_bytes", of("ram.stack"));
        for (String name : List.of("heap_bytes", "heap_day_bytes", "live_day_bytes", "ram_bytes", "ram_day_bytes", "ram_static_bytes",
                "stack_day_bytes")) {
            this.figures.put(name, of(name));
        }
        this.figures.put("live_bytes", of("window.all-fast.live"));
    }

    /** Bytes of the functions of each package; those of equal class names in several packages go to the first. */
    private static Map<String, Long> textByPackage(Path symbols, Path sources) throws IOException {
        Map<String, String> packages = new HashMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> {
                String name = file.getParent().getFileName().toString();
                String type = file.getFileName().toString().replace(".java", "");
                packages.putIfAbsent("so" + name.charAt(0) + "_" + type, name);
            });
        }
        Map<String, Long> bytes = new TreeMap<>();
        for (String line : Files.readAllLines(symbols)) {
            String[] parts = line.trim().split("\\s+");
            if (parts.length == 4 && "tTrR".contains(parts[2])) {
                String[] name = parts[3].replaceFirst("^(meth|virtMeth|initclass|sysinitclass)_", "").split("_");
                String found = name.length < 2 ? null : packages.get(name[0] + "_" + name[1]);
                if (found != null) {
                    bytes.merge(found, Long.parseLong(parts[1], 16), Long::sum);
                }
            }
        }
        return bytes;
    }

    /** Bytes of the class files of each package, without what serves debuggers. */
    private static Map<String, Long> classFiles(Path classes, Set<String> packages) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.list(classes.resolve(name))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                    ClassWriter writer = new ClassWriter(0);
                    new ClassReader(Files.readAllBytes(file)).accept(writer, ClassReader.SKIP_DEBUG);
                    bytes.merge(name, (long) writer.toByteArray().length, Long::sum);
                }
            }
        }
        return bytes;
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            this.page.append("| ").append(cell instanceof Long ? String.format(Locale.ROOT, "%,d", cell) : cell).append(' ');
        }
        this.page.append("|\n");
    }

    private void write(Map<String, Long> classes, Map<String, Long> small, Map<String, Long> fast) {
        this.page.append("# Cost\n\nWritten by `desktop/xtensa/run`; do not edit. Instructions are those of an emulated Xtensa core (LX106, call0 "
                + "ABI, soft\nfloat, gcc 12 `-O2`, Java compiled ahead of time by TeaVM, whose C is then shortened: see Code) and repeat "
                + "exactly.\nThey are no cycles and no times of a board. What stands in for sensors, flash and network is not counted, "
                + "nor is the\ncounting. [memory.md](memory.md) says what a run needs of RAM.\n\n"
                + "## The day of a station\n\n17,280 readings of nine quantities, 96 files, aws-chunked "
                + "uploads, own SHA-256;"
                + " mean of each time.\nBytecodes, calls, objects and bytes allocated are those of a JDK, `-Xint`; objects\nthose that the product makes itself; the "
                + "first two times of a phase,"
                + " which load classes, are left out of the bytes.\n\n");
        row("phase", "times", "instructions", "bytecodes", "calls", "objects", "bytes allocated");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:");
        for (String phase : List.of("start", "append", "publish", "upload", "verify")) {
            String name = "day." + phase;
            row(phase, of(name + ".times"), each(name, "instructions"), each("counted." + name, "bytecodes"),
                    each("counted." + name, "calls"), each("counted." + name, "allocations"),
                    phase.equals("start") ? "" : bytes(name));
        }
        this.page.append(String.format(Locale.ROOT, "\nAt most %,d bytes of the heap are in use at once.\n", of("live_day_bytes")));
        this.page.append("`verify` is the HEAD request after each upload, which only a platform without MD5 "
                + "needs.\n"
                + "`publish` reads the log, encodes and writes the file.\n\n"
                + "## One window, 178 rows x 10 "
                + "columns\n\n");
        row("readers, effort", "rows set", "rows to file", "together", "file, bytes", "heap in use", "heap");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:");
        for (String variant : VARIANTS) {
            String name = "window." + variant;
            row(variant, of(name + ".rows.instructions"), of(name + ".close.instructions"), window(variant),
                    of(name + ".bytes"), of(name + ".live"), of(name + ".heap"));
        }
        this.page.append("\n`fixed` names the encoding given to the nine FLOAT columns; the others choose by "
                + "cost. `heap in use` is the\nmost that lives at once, measured where every allocation collects first; `heap` the "
                + "smallest of three in a row, in steps of\n4 KiB, in which two such files are written, the JDK's byte for byte. "
                + "Both on the host with 32 bits, class library included.\n\n"
                + "## One upload of a window's file\n\n");
        row("body", "PUT, own SHA-256", "PUT, SHA-256 in C", "that hash", "HEAD, own", "HEAD, in C", "that hash");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:");
        for (String mode : MODES) {
            String own = "uploads." + mode;
            String inC = own + "-native";
            row(mode, of(own + ".upload.instructions"), outsideHash(inC + ".upload"), of(inC + ".upload.hash_instructions"),
                    of(own + ".verify.instructions"), outsideHash(inC + ".verify"), of(inC + ".verify.hash_instructions"));
        }
        this.page.append("\n`SHA-256 in C` (`sha256.c`) stands for the platform's `MessageDigest`: the instructions of all else, and then "
                + "its own,\nwhich a board's accelerator or mbedTLS has in its place. The file is read from a flash, which is not "
                + "counted.\n\n## Code\n\nFunctions of each package in the station's program, bytes; inlined ones count where they "
                + "went.\n\n");
        row("package", "gcc `-Os`", "gcc `-O2`", "class files");
        row("---", "---:", "---:", "---:");
        small.forEach((name, bytes) -> row(name, bytes, fast.get(name), classes.get(name)));
        row("together", sum(small), sum(fast), sum(classes));
        this.page.append("\nClass files are all of a package, reached or not, without what serves debuggers.\n");
        this.page.append(String.format(Locale.ROOT, "%nThe goal of 110 KB for `-Os` is missed by %.0f KB. ", (sum(small) - TEXT_GOAL) / 1e3))
                .append(TEXT_NOTE);
        writeModel();
    }

    /** What the counts let one expect of a board, as an estimate. */
    private void writeModel() {
        long instructions = of("day.append.instructions") + of("day.publish.instructions")
                + of("day.upload.instructions");
        long calls = of("counted.day.append.calls") + of("counted.day.publish.calls") + of("counted.day.upload.calls");
        this.page.append("\n## From counts to the board: an estimate\n\nNothing here was measured on a board. "
                + "Assumed: 240 MHz;"
                + " 1 to 4 cycles an instruction (flash cache and\nPSRAM); code as fast as this C "
                + "(the factor of MicroEJ is unknown);"
                + " 30 to 100 mA more at 3.3 V while the core works.\n\n"
                + "    milliseconds = instructions * (1 to 4) / 240,000\n"
                + "    millijoules  = milliseconds * 3.3 V * (0.03 to 0.1 A)\n\n");
        this.page.append(String.format(Locale.ROOT, "A day of %,d million instructions then takes %.1f to %.1f "
                + "s of the core and"
                + " %.1f to %.1f J, network not counted.%n", instructions / 1000000, instructions / 240e6,
                instructions / 60e6, instructions / 240e6 * 3.3 * 0.03, instructions / 60e6 * 3.3 * 0.1));
        long bytes = bytes("day.publish") * of("day.publish.times") + bytes("day.upload") * of("day.upload.times");
        double days = (double) (of("board.heap") - of("live_day_bytes")) / bytes;
        this.page.append(String.format(Locale.ROOT, "%nThe evaluation licence ends after 60 minutes, 500 million method calls or 3,000"
                + " collections. %,d calls a day%nare %d days. %,d bytes allocated a day fill the heap of `build.properties` in %.1f days:"
                + " 3,000 collections are%n%,d days. All that without the calls and objects inside the platform's libraries; the 60"
                + " minutes end first.%n", calls, 500000000 / calls, bytes, days, Math.round(3000 * days)));
    }

    private void check(Properties limits) {
        boolean good = true;
        for (String name : limits.stringPropertyNames()) {
            long limit = Long.parseLong(limits.getProperty(name));
            Long value = this.figures.get(name);
            if (value == null || value > limit * TOLERANCE) {
                System.err.println("xtensa: " + name + " is " + value + ", its budget " + limit);
                good = false;
            }
        }
        if (!good) {
            System.exit(1);
        }
    }
}
