package space.opensensor.xtensa;

/** What {@code CountingAgent} makes the classes of the product count; all zero without it. */
public final class Counters {

    /** Bytecodes executed. */
    public static long bytecodes;
    /** Methods and constructors called. */
    public static long calls;
    /** Objects and arrays made. */
    public static long allocations;

    private Counters() {
    }
}
