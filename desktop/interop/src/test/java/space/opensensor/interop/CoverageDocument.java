package space.opensensor.interop;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.Repetition;

/** The text of docs/parquet-coverage.md. */
final class CoverageDocument {

    private CoverageDocument() {
    }

    /**
     * @param read the combinations that each judge read
     * @param kinds the judges that read each kind of column
     */
    static String of(Map<String, Set<Combination>> read, Map<Kind, Set<String>> kinds) {
        StringBuilder text = new StringBuilder();
        text.append("# What outside readers read of this writer's files\n\n"
                + "## Type and encoding\n\n"
                + "Each pair that the writer's own table allows, in every combination of codec (" + String.join(", ",
                        Combination.CODECS) + "), page version (1, 2) and repetition (REQUIRED, OPTIONAL,\n"
                + "and the four lists of these). A combination counts for a reader only if it was found in the page headers of a"
                + " file of which the\nreader returned every value right.\n\n");
        header(text, "| type | encoding | combinations |", read.keySet());
        counts(text, one -> one.type() + " | " + one.encoding(), read);
        text.append("\nThe same by codec; ZSTD comes through the port `Codec`, from the desktop.\n\n");
        header(text, "| codec | combinations |", read.keySet());
        counts(text, Combination::codec, read);
        text.append("\n## Kinds of column\n\nEach as " + Repetition.values().length
                + " columns (REQUIRED, OPTIONAL, lists) of random values, with the encodings that the writer chooses for"
                + " `readers=all`.\n\n");
        header(text, "| kind | stored as |", read.keySet());
        kinds.forEach((kind, judges) -> {
            text.append("| ").append(kind).append(" | ").append(kind.physical()).append(" |");
            read.keySet().forEach(judge -> text.append(judges.contains(judge) ? " yes |" : " no |"));
            text.append('\n');
        });
        return text.toString();
    }

    private static void header(StringBuilder text, String first, Set<String> judges) {
        text.append(first);
        judges.forEach(judge -> text.append(' ').append(judge).append(" |"));
        text.append('\n');
        text.append("|");
        long columns = first.chars().filter(c -> c == '|').count() - 1 + judges.size();
        text.append("---|".repeat((int) columns)).append('\n');
    }

    /** A line for each group of combinations: how many are legal, and how many each judge read. */
    private static void counts(StringBuilder text, Function<Combination, String> group, Map<String, Set<Combination>> read) {
        Map<String, Set<Combination>> groups = new LinkedHashMap<>();
        Combination.legal().forEach(one -> groups.computeIfAbsent(group.apply(one), key -> new HashSet<>()).add(one));
        groups.forEach((name, legal) -> {
            text.append("| ").append(name).append(" | ").append(legal.size()).append(" |");
            read.values().forEach(of -> text.append(' ').append(of.stream().filter(legal::contains).count()).append(" |"));
            text.append('\n');
        });
    }
}
