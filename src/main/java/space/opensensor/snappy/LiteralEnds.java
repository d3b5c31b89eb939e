package space.opensensor.snappy;

/**
 * The places where a literal may end, seen from its start while that moves towards the beginning of the input.
 * <p>
 * A place costs its distance, what comes after it, and the literal's tag, which grows with the distance (format description,
 * section 2.1). Two places are kept: the cheapest, and a nearer one that overtakes it when the tag of the longer literal
 * grows.
 */
final class LiteralEnds {

    /** Longest run told at once; a longer literal is several runs. */
    private static final int MAX_RUN = 65535;

    private int far;
    private int farCost;
    private int near;
    private int nearCost;

    /** Starts at the end of the input, where a literal may end at no further cost. */
    void start(int length) {
        this.far = length;
        this.farCost = length;
        this.near = length;
        this.nearCost = length;
    }

    /** Returns the bytes from a position to the end of the input if a literal starts there. */
    int cost(int position) {
        int far = this.farCost + SnappyElements.literalTagSize(this.far - position);
        int near = this.nearCost + SnappyElements.literalTagSize(this.near - position);
        return (near < far ? near : far) - position;
    }

    /** Returns the length of the literal that {@link #cost} is about, at most {@link #MAX_RUN}. */
    int run(int position) {
        int far = this.farCost + SnappyElements.literalTagSize(this.far - position);
        int near = this.nearCost + SnappyElements.literalTagSize(this.near - position);
        int run = (near < far ? this.near : this.far) - position;
        return run < MAX_RUN ? run : MAX_RUN;
    }

    /** Adds a place where a copy starts, with the bytes from there to the end of the input. */
    void add(int position, int cost) {
        int total = position + cost;
        if (total <= this.farCost) {
            this.far = position;
            this.farCost = total;
            this.near = position;
            this.nearCost = total;
        } else if (total < this.nearCost + SnappyElements.literalTagSize(this.near - position) || this.near == this.far) {
            this.near = position;
            this.nearCost = total;
        }
    }
}
