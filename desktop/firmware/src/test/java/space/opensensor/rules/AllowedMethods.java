package space.opensensor.rules;

import java.util.Set;
import java.util.TreeSet;

/** Methods that may do what a rule forbids elsewhere, each with its reason. */
final class AllowedMethods {

    private final Set<String> methods = new TreeSet<String>();
    private final Set<String> unused = new TreeSet<String>();

    /** @param lines {@code owner.method because …}. */
    AllowedMethods(Iterable<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" +", 3);
            if (words.length < 3 || !words[1].equals("because") || words[2].length() < 10) {
                throw new IllegalStateException("entry without a reason: " + line);
            }
            if (!this.methods.add(words[0])) {
                throw new IllegalStateException("listed twice: " + words[0]);
            }
        }
        this.unused.addAll(this.methods);
    }

    /** @return whether the list has a method. */
    boolean has(String owner, String method) {
        this.unused.remove(owner + "." + method);
        return this.methods.contains(owner + "." + method);
    }

    /** @return entries that were never asked for. */
    Set<String> unused() {
        return this.unused;
    }
}
