package space.opensensor.interop.judge;

/**
 * What a judge says about one file: the values, or why it could not read them.
 *
 * @param table null where the file was not read
 * @param error null where the file was read
 */
public record Answer(Table table, String error) {

    public static Answer of(Table table) {
        return new Answer(table, null);
    }

    public static Answer error(String message) {
        return new Answer(null, message == null ? "no message" : message);
    }

    /** @param cause whose whole chain is told, on one line */
    public static Answer error(Throwable cause) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            text.append(text.length() == 0 ? "" : " <- ").append(String.valueOf(t).replaceAll("\\s+", " "));
        }
        return error(text.toString());
    }
}
