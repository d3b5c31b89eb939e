package space.opensensor.xtensa.tools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which functions of the generated C call which, and in which of them the garbage collector may run before they return. */
final class CallGraph {

    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\(");
    private static final Pattern VIRTUAL = Pattern.compile("\\b(virt_\\w+)\\)");
    private static final Pattern IMPLEMENTED = Pattern.compile("\\.(virt_\\w+) = &(\\w+)");
    private static final String POINTER = "(*)";
    /** What looks like a call and is none, or calls nothing that throws. */
    private static final String PLAIN = "TEAVM_\\w+|INT\\d+_C|if|while|switch|return|sizeof"
            + "|teavm_(gc_writeBarrier|compare_\\w+|reinterpret\\w+|catchException)|mem(move|set|cpy)|isnan|isfinite";
    private static final Pattern NEVER_THROWS = Pattern.compile(PLAIN);
    /** Functions from outside in which nothing is allocated unless they throw: then their caller ends too. */
    private static final Pattern NEVER_COLLECTS = Pattern.compile(PLAIN
            + "|teavm_(nullCheck|check\\w+|throw\\w+|fill\\w*Array|instanceof)|meth_otr_ExceptionHandling_(throw\\w+|fillStackTrace)"
            + "|(host|flash|sha256)_\\w+");

    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Set<String>> implementations = new HashMap<>();
    private final Set<String> collecting = new HashSet<>();

    /** Takes the functions of a file in. */
    void add(String text) {
        Matcher function = CFunction.TEXT.matcher(text);
        while (function.find()) {
            this.bodies.put(function.group(1), function.group().substring(function.group().indexOf('\n')));
        }
        addImplementations(text);
    }

    /** Takes in what of a file may be called through a class: of files whose functions count as coming from outside. */
    void addImplementations(String text) {
        Matcher entry = IMPLEMENTED.matcher(text);
        while (entry.find()) {
            this.implementations.computeIfAbsent(entry.group(1), name -> new HashSet<>()).add(entry.group(2));
        }
    }

    /** Finds out where the collector may run, when all files are taken in. */
    void solve() {
        Map<String, Set<String>> callers = new HashMap<>();
        Deque<String> found = new ArrayDeque<>();
        this.bodies.forEach((name, body) -> {
            for (String called : called(body)) {
                if (this.bodies.containsKey(called)) {
                    callers.computeIfAbsent(called, key -> new HashSet<>()).add(name);
                } else if (!NEVER_COLLECTS.matcher(called).matches() && this.collecting.add(name)) {
                    found.add(name);
                }
            }
        });
        while (!found.isEmpty()) {
            for (String caller : callers.getOrDefault(found.remove(), Set.of())) {
                if (this.collecting.add(caller)) {
                    found.add(caller);
                }
            }
        }
    }

    /** @return whether the collector may run within a statement and the function then goes on. */
    boolean collects(String statement) {
        return called(statement).stream().anyMatch(called -> this.bodies.containsKey(called)
                ? this.collecting.contains(called) : !NEVER_COLLECTS.matcher(called).matches());
    }

    /** @return whether a statement may throw. */
    boolean throwsAny(String statement) {
        return called(statement).stream().anyMatch(called -> !NEVER_THROWS.matcher(called).matches());
    }

    private Set<String> called(String text) {
        Set<String> called = new HashSet<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            called.add(call.group(1));
        }
        Matcher virtual = VIRTUAL.matcher(text);
        while (virtual.find()) {
            called.addAll(this.implementations.getOrDefault(virtual.group(1), Set.of(POINTER)));
        }
        if (text.contains(POINTER)) {
            called.add(POINTER);
        }
        return called;
    }
}
