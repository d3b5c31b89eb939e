package space.opensensor.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page docs/stacks.md. */
final class StackTable {

    private static final String LOOP = "space/opensensor/device/Loop.run()V";

    private static final String HEAD = "# Stacks of Java threads\n\nWritten by `StacksTest` with `-Dwrite.docs=true`; do not"
            + " edit. It fails when the options of\nbuild.properties are less than twice what is here.\n\n"
            + "*Possible* is the deepest chain of calls in the class files that `space.opensensor.device.Main` reaches: from it,\n"
            + "from each `run()` that a thread is started with, and from the initializers of classes, over every method that a\n"
            + "call may reach, with objects followed through fields, parameters and results. No method calls itself, directly or\n"
            + "through others: the test refuses that. *Seen* is the deepest on a JDK, where each method counts itself, in\n"
            + "`DeviceTest`, `StorageTest`, `DeepSleepTest` and two boots of the main class; all calls that happen there are\n"
            + "among the possible ones. Initializers run before the main method on the board and are left out of *seen*.\n\n"
            + "MicroEJ does not publish what a frame takes. Counted are 4 bytes for each local and operand of the class file,\n"
            + "8 for a long, and 32 for the link to the caller: an estimate. A thread gets blocks of " + StackNeeds.BLOCK
            + " bytes as it grows; a frame lies in\none block; blocks come back when the thread ends. *Blocks* are those of the"
            + " deepest chain and " + StackNeeds.PLATFORM_BLOCKS + " more for the\nplatform's own methods below it, as many as"
            + " a whole thread has by default.\n\n";

    private final StackNeeds needs;
    private final StringBuilder page = new StringBuilder();

    StackTable(StackNeeds needs) {
        this.needs = needs;
    }

    /** @return methods from which on the probes measure: as tests step the loops themselves, not their run(). */
    static Set<String> begins(StackNeeds needs) {
        Set<String> names = new TreeSet<String>();
        for (StackNeeds.Thread thread : needs.started()) {
            names.add(begin(thread));
        }
        return names;
    }

    /** Tests call what follows main(String[]), which only passes on, and the step of a loop. */
    private static String begin(StackNeeds.Thread thread) {
        String begin = thread.deepest.get(0).name();
        if (thread.name.equals("main")) {
            begin = thread.deepest.get(1).name();
        } else if (begin.equals(LOOP)) {
            begin = thread.name + ".step(J)J";
        }
        return begin;
    }

    /** @return the deepest chain that the probes saw from {@link #begins} on. */
    static Depth.Chain seen(StackNeeds.Thread thread) {
        return Depth.deepest(begin(thread));
    }

    /** @return calls above the first that the probes measure. */
    private static List<Call> callsAbove(StackNeeds.Thread thread) {
        int above = 0;
        while (!thread.deepest.get(above).name().equals(begin(thread))) {
            above++;
        }
        return thread.deepest.subList(0, above);
    }

    /** @return bytes of the frames above. */
    static int above(StackNeeds.Thread thread) {
        int bytes = 0;
        for (Call call : callsAbove(thread)) {
            bytes += Frames.bytes(call.words());
        }
        return bytes;
    }

    /** @return the lines of a page without what a run has seen, which may differ from run to run. */
    static String possible(String page) {
        return page.replaceAll("(?m)\\| *\\d+ \\| *\\d+ \\|$", "").replaceAll("(?s)\n## Deepest seen.*", "");
    }

    String page() {
        this.page.append(HEAD).append("| thread | possible: methods | bytes | blocks | monitors | seen: methods | bytes |\n"
                + "|---|---:|---:|---:|---:|---:|---:|\n");
        for (Map.Entry<String, StackNeeds.Thread> entry : byName().entrySet()) {
            row(entry.getKey(), entry.getValue());
        }
        StackNeeds.Thread initializer = this.needs.initializer();
        this.page.append("\nInitializers of classes take at most ").append(initializer.bytes).append(" bytes, in ")
                .append(initializer.longest.size()).append(" methods.\n\n## Deepest possible\n\n");
        for (Map.Entry<String, StackNeeds.Thread> entry : byName().entrySet()) {
            chain(entry.getKey(), entry.getValue().deepest);
        }
        this.page.append("\n## Deepest seen\n\n");
        for (Map.Entry<String, StackNeeds.Thread> entry : byName().entrySet()) {
            chain(entry.getKey(), seen(entry.getValue()).methods);
        }
        return this.page.toString();
    }

    private void chain(String name, List<?> methods) {
        this.page.append("* **").append(name).append("**: ");
        for (int i = 0; i < methods.size(); i++) {
            this.page.append(i == 0 ? "" : ", ").append(methods.get(i));
        }
        this.page.append('\n');
    }

    private Map<String, StackNeeds.Thread> byName() {
        Map<String, StackNeeds.Thread> threads = new TreeMap<String, StackNeeds.Thread>();
        for (StackNeeds.Thread thread : this.needs.started()) {
            threads.put(thread.name.substring(thread.name.lastIndexOf('/') + 1), thread);
        }
        return threads;
    }

    private void row(String name, StackNeeds.Thread thread) {
        Depth.Chain seen = seen(thread);
        this.page.append("| ").append(name).append(" | ").append(thread.longest.size()).append(" | ").append(thread.bytes)
                .append(" | ").append(thread.blocks()).append(" | ").append(thread.monitors).append(" | ")
                .append(seen.methods.size() + callsAbove(thread).size()).append(" | ").append(seen.bytes() + above(thread))
                .append(" |\n");
    }
}
