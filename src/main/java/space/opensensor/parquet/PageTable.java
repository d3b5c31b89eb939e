package space.opensensor.parquet;

/** Where the pages of a column chunk begin: the same for every encoding that is tried. */
final class PageTable {

    final int[] rows;
    final int[] slots;
    final int[] values;
    /** Pages; entry {@code count} of the arrays is the end of the last one. */
    int count;

    /** @param maxPages pages of a column chunk at most. */
    PageTable(int maxPages) {
        this.rows = new int[maxPages + 1];
        this.slots = new int[maxPages + 1];
        this.values = new int[maxPages + 1];
    }

    static long memoryBytes(int maxPages) {
        return Memory.object(3 * 4 + 4) + 3 * Memory.array(maxPages + 1L, 4);
    }

    /** Divides the rows of a column chunk: a page ends before the row that would exceed one of the limits. */
    void divide(ColumnBuffer c, int maxRows, int maxBytes) {
        this.count = 0;
        begin(0, 0, 0);
        if (c.rows > maxRows || PlainEncoder.length(c, 0, c.values) > maxBytes) {
            cut(c, maxRows, maxBytes);
        }
        begin(c.rows, c.slots, c.values);
        this.count--;
    }

    private void cut(ColumnBuffer c, int maxRows, int maxBytes) {
        int slot = 0;
        int value = 0;
        for (int row = 0; row < c.rows; row++) {
            int nextSlot = nextRow(c, slot);
            int nextValue = value + present(c, slot, nextSlot);
            int first = this.count - 1;
            if (row > this.rows[first] && (row - this.rows[first] == maxRows
                    || PlainEncoder.length(c, this.values[first], nextValue) > maxBytes)) {
                begin(row, slot, value);
            }
            slot = nextSlot;
            value = nextValue;
        }
    }

    private static int nextRow(ColumnBuffer c, int slot) {
        int next = slot + 1;
        while (c.levels != null && next < c.slots && (c.levels[next] & ColumnBuffer.CONTINUED) != 0) {
            next++;
        }
        return next;
    }

    private static int present(ColumnBuffer c, int from, int to) {
        if (c.levels == null) {
            return c.isNull(from) ? 0 : 1;
        }
        int values = 0;
        for (int i = from; i < to; i++) {
            values += c.levels[i] >>> 1 == c.column.maxDefinitionLevel() ? 1 : 0;
        }
        return values;
    }

    private void begin(int row, int slot, int value) {
        this.rows[this.count] = row;
        this.slots[this.count] = slot;
        this.values[this.count] = value;
        this.count++;
    }
}
