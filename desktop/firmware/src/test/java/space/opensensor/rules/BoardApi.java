package space.opensensor.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types and members that exist on the board, by name; super types are for the caller to follow. */
final class BoardApi {

    private final Map<String, String> modules = new HashMap<String, String>();
    private final Set<String> members = new HashSet<String>();

    /** @return what board-api.txt and junit-subset.txt list. */
    static BoardApi read() {
        BoardApi api = new BoardApi();
        api.addAll("board-api.txt");
        api.addAll("board-api-ej.txt");
        api.addAll("junit-subset.txt");
        return api;
    }

    /** @return lines of a resource beside this class, without comments and blank lines. */
    static List<String> lines(String resource) {
        List<String> lines = new ArrayList<String>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(BoardApi.class.getResourceAsStream(resource), "UTF-8"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#") && !line.trim().isEmpty()) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
        return lines;
    }

    private void addAll(String resource) {
        String owner = null;
        for (String line : lines(resource)) {
            if (line.startsWith(" ")) {
                this.members.add(owner + "." + line.trim());
            } else {
                String[] words = line.split(" ");
                owner = words[0];
                this.modules.put(owner, words[1]);
            }
        }
    }

    /** @return modules that bring a type, separated by commas, or null if the board is not known to have it. */
    String modules(String type) {
        return this.modules.get(type);
    }

    /** @param member {@code name(descriptor)} of a method, {@code name:descriptor} of a field. */
    boolean has(String owner, String member) {
        return this.members.contains(owner + "." + member);
    }
}
