package space.opensensor.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Types and members that the project uses though no public source shows them, each with its reason. */
final class TrustedMembers {

    private final Map<String, String> modules = new HashMap<String, String>();
    private final Set<String> unused = new TreeSet<String>();

    /** Reads the list of the project. */
    static TrustedMembers read() {
        return new TrustedMembers(BoardApi.lines("trusted-members.txt"));
    }

    /** @param lines {@code owner module because …} or {@code owner.member module because …}. */
    TrustedMembers(Iterable<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" +", 4);
            if (words.length < 4 || !words[2].equals("because") || words[3].length() < 10) {
                throw new IllegalStateException("trusted-members.txt: entry without a reason: " + line);
            }
            if (this.modules.put(words[0], words[1]) != null) {
                throw new IllegalStateException("trusted-members.txt: listed twice: " + words[0]);
            }
        }
        this.unused.addAll(this.modules.keySet());
    }

    /** @return the module of a type or of an {@code owner.member}, or null if it is not trusted. */
    String modules(String entry) {
        this.unused.remove(entry);
        return this.modules.get(entry);
    }

    /** @return entries that were never asked for. */
    Set<String> unused() {
        return this.unused;
    }

    Set<String> entries() {
        return this.modules.keySet();
    }
}
