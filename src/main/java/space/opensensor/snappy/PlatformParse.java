package space.opensensor.snappy;

/**
 * The fast search as the platform runs it best. The jar for a desktop holds a second class of this name
 * ({@code desktop/firmware/src/main/java9}), which a JDK takes in place of this.
 */
final class PlatformParse {

    private PlatformParse() {
        // A function only.
    }

    /** Returns a search with a hash table of so many bytes. */
    static GreedyParse fast(int tableBytes) {
        return new GreedyParse(tableBytes);
    }
}
