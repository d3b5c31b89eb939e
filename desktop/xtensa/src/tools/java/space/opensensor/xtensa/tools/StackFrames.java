package space.opensensor.xtensa.tools;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out what nothing needs of the frames that a compiled function keeps beside the stack: they tell the collector
 * where references are, and an exception which handler is meant.
 */
final class StackFrames {

    private static final Pattern CALL_SITE = Pattern.compile("TEAVM_WITH_CALL_SITE_ID\\((\\d+), ");
    private static final Pattern ROOT = Pattern.compile("TEAVM_GC_ROOT(?:_RELEASE)?\\(INT32_C\\((\\d+)\\).*");
    private static final Pattern HANDLER = Pattern.compile("\\.firstHandler = ([^,]+),");
    private static final Pattern SITES = Pattern.compile("(?s)(TeaVM_CallSite teavm_callSites)\\[\\d+] = \\{.*?\\n};");
    private static final int MAX_ROOTS = 64;

    private final CallGraph calls;
    /** The new number of each call site; 0 for those without a handler. */
    private final List<Integer> numbers = new ArrayList<>();

    StackFrames(CallGraph calls) {
        this.calls = calls;
    }

    /** @return the table of call sites with those only that have a handler, behind an empty one of number 0. */
    String callSites(String text) {
        StringBuilder table = new StringBuilder("{ .firstHandler = NULL, .location = NULL }");
        Matcher site = HANDLER.matcher(text);
        int count = 1;
        while (site.find()) {
            boolean handled = !site.group(1).equals("NULL");
            this.numbers.add(handled ? count++ : 0);
            table.append(handled ? ",\n    { " + site.group() + " .location = NULL }" : "");
        }
        return SITES.matcher(text).replaceFirst("$1[" + count + "] = {\n    " + Matcher.quoteReplacement(table.toString())
                + "\n};");
    }

    /** @return the text of a function without what its frame does not need, or without its frame. */
    String shorten(String text) {
        if (!text.contains("TEAVM_ALLOC_STACK")) {
            return text;
        }
        boolean catches = text.contains(CFunction.TRY);
        CFunction function = new CFunction(CALL_SITE.matcher(text).replaceAll(
                site -> catches ? "TEAVM_WITH_CALL_SITE_ID(" + this.numbers.get(Integer.parseInt(site.group(1))) + ", " : "("));
        removeDeadRoots(function);
        String shorter = function.text();
        return catches || shorter.contains("TEAVM_GC_ROOT(") ? shorter
                : shorter.replaceAll("(?m)^ *TEAVM_(ALLOC_STACK|RELEASE_STACK|GC_ROOT_RELEASE)\\b.*\\n", "");
    }

    /** Removes notes of references that are overwritten, or whose function ends, before the collector may run. */
    private void removeDeadRoots(CFunction function) {
        BitSet collecting = new BitSet();
        for (int i = 1; i < function.length(); i++) {
            collecting.set(i, function.handler(i) > 0 ? this.calls.throwsAny(function.line(i))
                    : this.calls.collects(function.line(i)));
        }
        BitSet[] needed = function.neededAfter((line, roots) -> {
            int root = root(function.line(line));
            if (root >= 0) {
                roots.clear(root);
            } else if (collecting.get(line)) {
                roots.set(0, MAX_ROOTS);
            } else if (function.line(line).startsWith("TEAVM_RELEASE_STACK")) {
                roots.clear();
            }
        });
        for (int i = 0; i < function.length(); i++) {
            int root = root(function.line(i));
            if (root >= 0 && !needed[i].get(root)) {
                function.remove(i);
            }
        }
    }

    private static int root(String line) {
        Matcher root = ROOT.matcher(line);
        return root.matches() ? Integer.parseInt(root.group(1)) : -1;
    }
}
