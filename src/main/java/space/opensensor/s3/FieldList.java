package space.opensensor.s3;

import space.opensensor.bytes.ByteWriter;

/** Names and values in one array of bytes, kept in the order of signature version 4: by name, then by value or age. */
final class FieldList {

    private final ByteWriter arena;
    private final boolean valuesSorted;
    private final int[] nameStart;
    private final int[] valueStart;
    private final int[] valueEnd;
    private int count;

    /**
     * @param arena where the bytes lie; shared with other lists.
     * @param most fields that can be added.
     * @param valuesSorted whether fields of the same name are ordered by value (query) or stay as added (headers).
     */
    FieldList(ByteWriter arena, int most, boolean valuesSorted) {
        this.arena = arena;
        this.valuesSorted = valuesSorted;
        this.nameStart = new int[most];
        this.valueStart = new int[most];
        this.valueEnd = new int[most];
    }

    void clear() {
        this.count = 0;
    }

    int count() {
        return this.count;
    }

    /** Adds the bytes of the arena from {@code name} on, where the value starts at {@code value}. */
    void add(int name, int value) {
        int end = this.arena.length();
        if (this.count == this.nameStart.length) {
            throw new IllegalArgumentException("a request can have " + this.count + " headers or query parameters");
        }
        int at = this.count++;
        for (; at > 0 && isBefore(name, value, end, at - 1); at--) {
            this.nameStart[at] = this.nameStart[at - 1];
            this.valueStart[at] = this.valueStart[at - 1];
            this.valueEnd[at] = this.valueEnd[at - 1];
        }
        this.nameStart[at] = name;
        this.valueStart[at] = value;
        this.valueEnd[at] = end;
    }

    private boolean isBefore(int name, int value, int end, int other) {
        int order = compare(name, value, this.nameStart[other], this.valueStart[other]);
        if (order == 0 && this.valuesSorted) {
            order = compare(value, end, this.valueStart[other], this.valueEnd[other]);
        }
        return order < 0;
    }

    private int compare(int start, int end, int otherStart, int otherEnd) {
        byte[] bytes = this.arena.array();
        int length = Math.min(end - start, otherEnd - otherStart);
        for (int i = 0; i < length; i++) {
            int difference = (bytes[start + i] & 0xFF) - (bytes[otherStart + i] & 0xFF);
            if (difference != 0) {
                return difference;
            }
        }
        return end - start - (otherEnd - otherStart);
    }

    /** Returns whether field {@code index} has the name of the field before it. */
    boolean repeats(int index) {
        return index > 0 && compare(this.nameStart[index], this.valueStart[index], this.nameStart[index - 1],
                this.valueStart[index - 1]) == 0;
    }

    void putName(int index, ByteSink out) {
        out.put(this.arena.array(), this.nameStart[index], this.valueStart[index] - this.nameStart[index]);
    }

    void putValue(int index, ByteSink out) {
        out.put(this.arena.array(), this.valueStart[index], this.valueEnd[index] - this.valueStart[index]);
    }
}
