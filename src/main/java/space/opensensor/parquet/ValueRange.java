package space.opensensor.parquet;

/** Which values a logical type allows (LogicalTypes.md). */
final class ValueRange {

    private static final long SECONDS_PER_DAY = 86400;

    private ValueRange() {
    }

    /** Returns the least integer of an INT32 or INT64 column. */
    static long least(Column column) {
        boolean is32 = column.type == Type.INT32;
        LogicalType logical = column.logical;
        if (logical != null) {
            switch (logical.kind) {
            case LogicalType.DECIMAL:
                return is32 || column.type == Type.INT64 ? -most(column) : 0;
            case LogicalType.TIME:
                return 0;
            case LogicalType.INTEGER:
                if (logical.parameter < 32) {
                    return logical.flag ? -1L << logical.parameter - 1 : 0;
                }
                break;
            default:
            }
        }
        return is32 ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    /** Returns the largest integer of an INT32 or INT64 column. */
    static long most(Column column) {
        boolean is32 = column.type == Type.INT32;
        LogicalType logical = column.logical;
        if (logical != null) {
            switch (logical.kind) {
            case LogicalType.DECIMAL:
                return is32 || column.type == Type.INT64 ? Decimal.powerOfTen(logical.parameter) - 1 : 0;
            case LogicalType.TIME:
                return SECONDS_PER_DAY * TimeUnit.perSecond(logical.parameter) - 1;
            case LogicalType.INTEGER:
                if (logical.parameter < 32) {
                    return (1L << (logical.flag ? logical.parameter - 1 : logical.parameter)) - 1;
                }
                break;
            default:
            }
        }
        return is32 ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    /** Returns the largest magnitude of a DECIMAL in FIXED_LEN_BYTE_ARRAY, big-endian; null for other columns. */
    static byte[] largestDecimal(Column column) {
        if (!column.isDecimal() || column.type != Type.FIXED_LEN_BYTE_ARRAY) {
            return null;
        }
        byte[] largest = new byte[column.typeLength];
        Decimal.largest(column.logical.parameter, largest);
        return largest;
    }

    /** Returns whether a big-endian two's complement number is from -largest to largest. */
    static boolean isWithin(byte[] largest, byte[] value, int offset) {
        boolean negative = value[offset] < 0;
        int carry = negative ? 1 : 0;
        int compared = 0;
        for (int i = largest.length - 1; i >= 0; i--) {
            int digit = (negative ? ~value[offset + i] & 0xFF : value[offset + i] & 0xFF) + carry;
            carry = digit >>> 8;
            digit &= 0xFF;
            if (digit != (largest[i] & 0xFF)) {
                compared = digit - (largest[i] & 0xFF);
            }
        }
        return compared <= 0;
    }
}
