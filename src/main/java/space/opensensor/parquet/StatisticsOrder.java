package space.opensensor.parquet;

/** How values of a column compare ({@code parquet.thrift}, ColumnOrder, TypeDefinedOrder). */
final class StatisticsOrder {

    private StatisticsOrder() {
    }

    /** Returns what turns the high half of an integer of the column into a signed one that orders like it. */
    static int flip(Column column) {
        return column.logical != null && column.logical.isUnsigned() ? Integer.MIN_VALUE : 0;
    }

    /** Returns whether bounds are kept as indexes of values. */
    static boolean isIndexed(Column column) {
        return column.type == Type.BYTE_ARRAY
                || column.type == Type.FIXED_LEN_BYTE_ARRAY && !column.isKind(LogicalType.FLOAT16);
    }

    /** Returns whether values may be NaN. */
    static boolean hasNans(Column column) {
        return column.type == Type.FLOAT || column.type == Type.DOUBLE || column.isKind(LogicalType.FLOAT16);
    }

    /** Compares bounds of {@link Statistics}. */
    static int compareKeys(ColumnBuffer c, long a, long b) {
        return isIndexed(c.column) ? compare(c, (int) a, (int) b) : a < b ? -1 : a > b ? 1 : 0;
    }

    /** Compares two values of bytes: as unsigned bytes, or as big-endian two's complement if they are DECIMAL. */
    static int compare(ColumnBuffer c, int a, int b) {
        int lengthA = c.byteLength(a, a + 1);
        int lengthB = c.byteLength(b, b + 1);
        int atA = c.start(a);
        int atB = c.start(b);
        int flip = c.column.isDecimal() ? 0x80 : 0;
        int n = Math.min(lengthA, lengthB);
        for (int i = 0; i < n; i++) {
            int difference = (c.bytes[atA + i] & 0xFF ^ flip) - (c.bytes[atB + i] & 0xFF ^ flip);
            if (difference != 0) {
                return difference;
            }
            flip = 0;
        }
        return lengthA - lengthB;
    }
}
