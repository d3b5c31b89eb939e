package space.opensensor.simulator.convert;

import java.util.HashSet;
import java.util.Set;
import space.opensensor.bytes.Utf8;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.Encoding;
import space.opensensor.simulator.csv.Profile;

/** One column between the passes: what the first found out, and what the second needs of it. */
final class ColumnPlan {

    private static final int MAX_DISTINCT = 1 << 24;
    private static final int MAX_BYTES_PER_GROUP = 1 << 28;

    private final Profile profile;
    private final int rowsPerGroup;
    private final Set<String> distinct;
    private ColumnType type;
    private int encoding = Encoding.AUTO;
    private int longest = 1;
    private long bytesInGroup;
    private long mostBytesInGroup;
    private long rows;

    /**
     * Starts with nothing seen.
     *
     * @param type null to find it out.
     * @param bloom whether the distinct values are counted.
     */
    ColumnPlan(String name, ColumnType type, int rowsPerGroup, boolean bloom) {
        this.profile = new Profile(name);
        this.type = type;
        this.rowsPerGroup = rowsPerGroup;
        this.distinct = bloom ? new HashSet<>() : null;
    }

    void encoding(int number) {
        this.encoding = number;
    }

    /** Takes a cell of the next row. */
    void add(String text) {
        this.profile.add(text.trim());
        int bytes = Utf8.length(text);
        this.longest = Math.max(this.longest, bytes);
        this.bytesInGroup = this.rows++ % this.rowsPerGroup == 0 ? bytes : this.bytesInGroup + bytes;
        this.mostBytesInGroup = Math.max(this.mostBytesInGroup, this.bytesInGroup);
        if (this.distinct != null && this.distinct.size() < MAX_DISTINCT) {
            this.distinct.add(text);
        }
    }

    /** Ends the first pass: the type is certain. */
    void settle(String numbers) {
        if (this.type == null) {
            this.type = ColumnTypes.named(this.profile.name(), this.profile.type(numbers));
        }
    }

    ColumnType type() {
        return this.type;
    }

    String name() {
        return this.profile.name();
    }

    /** Makes the Parquet column: REQUIRED if wished and no cell is empty. */
    Column column(boolean required) {
        Column column = this.type.column().apply(this.profile.name());
        if (this.type.isText()) {
            column = column.maxLength(this.longest).bytesPerGroup(
                    (int) Math.min(MAX_BYTES_PER_GROUP, this.mostBytesInGroup + this.longest));
        }
        if (this.distinct != null) {
            column = column.bloomFilter(Math.max(1, Math.min(this.distinct.size(), this.rowsPerGroup)));
        }
        column = this.encoding == Encoding.AUTO ? column : column.encoding(this.encoding);
        return required && this.profile.nulls() == 0 ? column.required() : column;
    }
}
