package space.opensensor.snappy;

/** The fast search as a JDK runs it best: byte by byte as on the board where nothing is compiled. */
final class PlatformParse {

    private PlatformParse() {
        // A function only.
    }

    static GreedyParse fast(int tableBytes) {
        boolean interpreted = System.getProperty("java.vm.info", "").startsWith("interpreted");
        return interpreted ? new GreedyParse(tableBytes) : new WideParse(tableBytes);
    }
}
