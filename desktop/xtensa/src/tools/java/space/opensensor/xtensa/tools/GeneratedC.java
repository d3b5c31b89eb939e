package space.opensensor.xtensa.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fits C that TeaVM has generated to a machine with little memory, and corrects what it gets wrong there. Argument: the
 * directory with the C files, which are changed in place.
 */
public final class GeneratedC {

    /** Dynamic array classes that a program may have; the generated number takes 70 bytes of RAM each. */
    private static final int ARRAY_CLASSES = 64;

    private GeneratedC() {
    }

    /** Changes the files of a directory. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        edit(root.resolve("main.c"), GeneratedC::atStartAndEnd);
        edit(root.resolve("arrayclass_gen.h"), text -> text.replaceFirst("POOL_CAPACITY \\d+",
                "POOL_CAPACITY " + ARRAY_CLASSES));
        edit(root.resolve("c/j/l/Object.h"), GeneratedC::alignClasses);
        edit(root.resolve("c/j/l/String.h"), text -> keepVisible(text, "jl_String_Cls"));
        edit(root.resolve("a/p/char.h"), text -> keepVisible(text, "Arr_C_Cls"));
        edit(root.resolve("core.h"), GeneratedC::findElements);
        edit(root.resolve("c/j/l/Object.c"), GeneratedC::leaveMonitorsOut);
        edit(root.resolve("string.h"), GeneratedC::keepStringsInRom);
        edit(root.resolve("strings.c"), GeneratedC::leaveStringsAsTheyAre);
        edit(root.resolve("strings.h"), text -> text.replace("teavm_stringPool[]", "const teavm_stringPool[]"));
        edit(root.resolve("stack.h"), GeneratedC::startFramesWithoutHandler);
        edit(root.resolve("exceptions.h"), text -> text.replace("index < 0 || index >= TEAVM_ARRAY_LENGTH(array)",
                "(uint32_t) index >= (uint32_t) TEAVM_ARRAY_LENGTH(array)"));
        edit(root.resolve("c/o/t/r/ExceptionHandling.c"), GeneratedC::leaveStackTracesOut);
        edit(root.resolve("c/o/t/r/GC.c"), GeneratedC::collectAlways);
        shortenFunctions(root);
    }

    /** Leaves out what functions do not need of frames and copies; the collector's own have none. */
    private static void shortenFunctions(Path root) throws IOException {
        CallGraph calls = new CallGraph();
        for (Path file : sources(root)) {
            if (file.startsWith(root.resolve("c/o/t/r"))) {
                calls.addImplementations(Files.readString(file));
            } else {
                calls.add(Files.readString(file));
            }
        }
        calls.solve();
        StackFrames frames = new StackFrames(calls);
        edit(root.resolve("callsites.c"), frames::callSites);
        for (Path file : sources(root)) {
            String text = keepCaughtLocals(Files.readString(file));
            Files.writeString(file, CFunction.TEXT.matcher(text).replaceAll(
                    function -> Matcher.quoteReplacement(frames.shorten(function.group()))));
        }
    }

    /**
     * What a function changes after {@code setjmp} is lost by {@code longjmp} unless it is volatile (C11, 7.13.2.1). TeaVM
     * keeps copies of what a handler needs, but declares those of references as pointers to something volatile.
     */
    private static String keepCaughtLocals(String text) {
        return text.replaceAll("(?m)^ *volatile (\\w+\\*) (teavm_spill_\\d+;)$", "    $1 volatile $2");
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

    /** {@code sim.ld} places a class, also where all else is known to be used in this program alone. */
    private static String keepVisible(String text, String type) {
        return text.replaceFirst("(?m)^extern (\\w+ " + type + ";)", "extern __attribute__((externally_visible)) $1");
    }

    /**
     * Elements of 8 bytes begin 16 bytes behind the array's start for allocation, collector and arraycopy, but at the next
     * multiple of 8 for all else. That is another place on 32 bits, if the array itself lies at a multiple of 4 only.
     */
    private static String findElements(String text) {
        return text.replace("TEAVM_ALIGN((((TeaVM_Array*) (array)) + 1), sizeof(type))",
                "((char*) (array) + (uintptr_t) TEAVM_ALIGN(sizeof(TeaVM_Array), sizeof(type)))");
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

    /** The literals' table is constant, and has no other one beside it for String.intern, which no program here calls. */
    private static String leaveStringsAsTheyAre(String text) {
        return text.replaceFirst("(?m)^TeaVM_String\\* teavm_stringPool", "TeaVM_String* const teavm_stringPool").replaceFirst("(?s)s = teavm_registerString\\(s\\);.*?teavm_stringPool\\[i\\] = s;",
                "ROM_STRING_INIT(s, stringHeader)");
    }

    /**
     * Traces are made while the collector does not know of the exception yet, of frames whose names are not compiled in.
     * Nothing reads them.
     */
    private static String leaveStackTracesOut(String text) {
        return text.replaceFirst("(?m)^(TeaVM_Array\\* meth_otr_ExceptionHandling_fillStackTrace\\(\\) \\{)$", "$1\n    return NULL;");
    }

    /** Call site 0 has no handler; most frames keep it. */
    private static String startFramesWithoutHandler(String text) {
        return text.replaceAll("int32_t (size|callSiteId);", "int16_t $1;")
                .replace("header.size = (sz); \\", "header.size = (sz); \\\n        teavm_shadowStack.header.callSiteId = 0; \\");
    }

    /** For {@code -DCOLLECT_ALWAYS}; see {@code collect.h}. */
    private static String collectAlways(String text) {
        return text.replaceFirst("#include \"GC.h\"", "#include \"GC.h\"\n#include \"collect.h\"").replaceFirst(
                "(?m)^(void\\* meth_otr_GC_alloc\\(int32_t (teavm_local_1)\\) \\{)$", "$1\n    COLLECT_FIRST($2)");
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
