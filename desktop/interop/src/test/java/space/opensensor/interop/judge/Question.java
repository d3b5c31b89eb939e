package space.opensensor.interop.judge;

import java.nio.file.Path;

/**
 * A file to read: all of it, or what the judge leaves over when it pushes a condition on a flat numeric column down to statistics,
 * page index and bloom filters.
 *
 * @param column null for all rows
 * @param operator {@code =}, {@code >} or {@code null}
 * @param value decimal text of a number; of a FLOAT or DOUBLE as Java prints it
 */
public record Question(Path file, String column, String operator, String value) {

    private static final String SEPARATOR = "\t";

    public static Question all(Path file) {
        return new Question(file, null, null, null);
    }

    /** @return the question as one line of text */
    String line() {
        return column == null ? file.toString() : String.join(SEPARATOR, file.toString(), column, operator, value);
    }

    static Question of(String line) {
        String[] parts = line.split(SEPARATOR, -1);
        return parts.length == 1 ? all(Path.of(line)) : new Question(Path.of(parts[0]), parts[1], parts[2], parts[3]);
    }
}
