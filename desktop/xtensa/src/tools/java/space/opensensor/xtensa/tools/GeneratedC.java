package space.opensensor.xtensa.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fits C that TeaVM has generated to a machine with little memory, and corrects what it gets wrong there. Argument: the
 * directory with the C files, which are changed in place.
 */
public final class GeneratedC {

    /** Dynamic array classes that a program may have; the generated number takes 70 bytes of RAM each. */
    private static final int ARRAY_CLASSES = 64;

    /** A local variable, one line of a function. */
    private static final Pattern LOCAL =
            Pattern.compile("(?m)^    (?!return )(?:volatile )?(\\w+\\*?) (teavm_(?:local|spill)_\\d+;)$");
    /** A parameter, in the first line of a function. */
    private static final Pattern PARAMETER = Pattern.compile("(\\w+\\*?) (teavm_local_\\d+[,)])");
    private static final Pattern FUNCTION = Pattern.compile("(?ms)^\\w[^\\n;]*\\) \\{\\n.*?^}$");

    private GeneratedC() {
    }

    /** Changes the files of a directory. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        edit(root.resolve("main.c"), GeneratedC::atStartAndEnd);
        edit(root.resolve("arrayclass_gen.h"), text -> text.replaceFirst("POOL_CAPACITY \\d+",
                "POOL_CAPACITY " + ARRAY_CLASSES));
        edit(root.resolve("c/j/l/Object.h"), GeneratedC::alignClasses);
        edit(root.resolve("c/j/l/Object.c"), GeneratedC::leaveMonitorsOut);
        edit(root.resolve("string.h"), GeneratedC::keepStringsInRom);
        edit(root.resolve("strings.c"), GeneratedC::leaveStringsAsTheyAre);
        for (Path file : sources(root)) {
            String text = Files.readString(file);
            if (text.contains("TEAVM_TRY")) {
                Files.writeString(file, FUNCTION.matcher(text).replaceAll(m -> quote(keepLocals(m.group()))));
            }
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("c"))) {
            return all.filter(file -> file.toString().endsWith(".c")).collect(Collectors.toList());
        }
    }

    /** The heap has the size that the command line asks for, in bytes; the generated one is in MiB. */
    private static String atStartAndEnd(String text) {
        return "#include \"host.h\"\n" + text
                .replaceFirst("teavm_initHeap\\(\\d+, \\d+\\);",
                        "int heap = host_heap_bytes(&argc, argv);\n    teavm_initHeap(heap, heap);")
                .replaceFirst("(?m)^    return 0;", "    host_report();\n    return 0;");
    }

    /** Pointers to classes are kept shifted right by 3: a pool of classes must be aligned to 8 bytes on 32 bits too. */
    private static String alignClasses(String text) {
        return text.replaceFirst("(?m)^    TeaVM_Class parent;", "    alignas(8) TeaVM_Class parent;");
    }

    /**
     * The monitor of a locked object is known by a number in the object's head, which the garbage collector neither follows
     * nor corrects: a collection while something is locked loses it. The programs have one thread and need no locks.
     */
    private static String leaveMonitorsOut(String text) {
        return text.replaceAll("(?m)^(void meth_jl_Object_monitor(Enter|Exit)(Sync)?\\(void\\* teavm_local_1\\) \\{)$",
                "$1\n    return;");
    }

    /** Literal strings, characters included, are constants on the core: {@code rom_strings.h} tells their heads. */
    private static String keepStringsInRom(String text) {
        return text.replace("#include \"core.h\"", "#include \"core.h\"\n#include \"rom_strings.h\"")
                .replace("&(TeaVM_String) {", "(TeaVM_String*) &(ROM_CONST TeaVM_String) { ROM_STRING_HEAD")
                .replace("(struct { TeaVM_Array hdr;", "(ROM_CONST struct { TeaVM_Array hdr;")
                .replace(".hdr = { .size", ".hdr = { ROM_CHARACTERS_HEAD .size");
    }

    /** No table of literals for String.intern, which no program here calls. */
    private static String leaveStringsAsTheyAre(String text) {
        return text.replaceFirst("(?s)s = teavm_registerString\\(s\\);.*?teavm_stringPool\\[i\\] = s;",
                "ROM_STRING_INIT(s, stringHeader)");
    }

    /** What a function changes after setjmp is lost by longjmp unless it is volatile (C11, 7.13.2.1). */
    private static String keepLocals(String function) {
        if (!function.contains("TEAVM_TRY")) {
            return function;
        }
        int body = function.indexOf('\n');
        return PARAMETER.matcher(function.substring(0, body)).replaceAll("$1 volatile $2")
                + LOCAL.matcher(function.substring(body)).replaceAll("    $1 volatile $2");
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private static void edit(Path file, java.util.function.UnaryOperator<String> change) throws IOException {
        String before = Files.readString(file);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException(file + ": not what this version of TeaVM generates");
        }
        Files.writeString(file, after);
    }
}
