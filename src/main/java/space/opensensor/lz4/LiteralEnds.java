package space.opensensor.lz4;

/**
 * The places where literals may end, seen from their start while that moves towards the beginning of the input.
 * <p>
 * A place costs its distance, what comes after it, and the bytes of the literals' length, which grow with the distance
 * (block format description, "Compressed block format"). Two places are kept: the cheapest, and a nearer one that overtakes
 * it when the length of the longer literals needs another byte.
 */
final class LiteralEnds {

    private int far;
    private int farCost;
    private int near;
    private int nearCost;

    /** Starts at the end of the input, where literals may end at no further cost. */
    void start(int length) {
        this.far = length;
        this.farCost = length;
        this.near = length;
        this.nearCost = length;
    }

    /** Returns the bytes from a position to the end of the input if a sequence starts there, its token not counted. */
    int cost(int position) {
        int far = this.farCost + LZ4Sequences.literalLengthSize(this.far - position);
        int near = this.nearCost + LZ4Sequences.literalLengthSize(this.near - position);
        return (near < far ? near : far) - position;
    }

    /** Returns how many literals {@link #cost} is about. */
    int run(int position) {
        int far = this.farCost + LZ4Sequences.literalLengthSize(this.far - position);
        int near = this.nearCost + LZ4Sequences.literalLengthSize(this.near - position);
        return (near < far ? this.near : this.far) - position;
    }

    /** Adds a place where a match starts, with the bytes from there to the end of the input. */
    void add(int position, int cost) {
        int total = position + cost;
        if (total <= this.farCost) {
            this.far = position;
            this.farCost = total;
            this.near = position;
            this.nearCost = total;
        } else if (total < this.nearCost + LZ4Sequences.literalLengthSize(this.near - position)
                || this.near == this.far) {
            this.near = position;
            this.nearCost = total;
        }
    }
}
