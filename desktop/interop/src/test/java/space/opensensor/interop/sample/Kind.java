package space.opensensor.interop.sample;

import java.math.BigInteger;
import space.opensensor.interop.judge.Cells;

/**
 * A type of column: a physical type with what it stands for. Values in memory are Boolean, Long (INT32 too), Float, Double or
 * byte[], as the file stores them.
 */
public enum Kind {
    BOOLEAN(Physical.BOOLEAN),
    INT32(Physical.INT32), INT8(Physical.INT32), INT16(Physical.INT32), UINT8(Physical.INT32), UINT16(Physical.INT32),
    UINT32(Physical.INT32), DATE(Physical.INT32), TIME_MILLIS(Physical.INT32), DECIMAL32(Physical.INT32),
    INT64(Physical.INT64), UINT64(Physical.INT64), TIME_MICROS(Physical.INT64), TIME_NANOS(Physical.INT64),
    TIMESTAMP_MILLIS(Physical.INT64), TIMESTAMP_MICROS(Physical.INT64), TIMESTAMP_NANOS(Physical.INT64),
    DECIMAL64(Physical.INT64),
    FLOAT(Physical.FLOAT), DOUBLE(Physical.DOUBLE),
    BINARY(Physical.BYTE_ARRAY), STRING(Physical.BYTE_ARRAY), ENUM(Physical.BYTE_ARRAY), JSON(Physical.BYTE_ARRAY),
    FIXED(Physical.FIXED_LEN_BYTE_ARRAY), DECIMAL_FIXED(Physical.FIXED_LEN_BYTE_ARRAY), UUID(Physical.FIXED_LEN_BYTE_ARRAY),
    FLOAT16(Physical.FIXED_LEN_BYTE_ARRAY);

    /** Named as in parquet.thrift. */
    public enum Physical { BOOLEAN, INT32, INT64, FLOAT, DOUBLE, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY }

    private final Physical physical;

    Kind(Physical physical) {
        this.physical = physical;
    }

    public Physical physical() {
        return physical;
    }

    public boolean isDecimal() {
        return this == DECIMAL32 || this == DECIMAL64 || this == DECIMAL_FIXED;
    }

    public boolean isTime() {
        return name().startsWith("TIME");
    }

    /** @return nanoseconds in one unit of the stored value */
    private long nanos() {
        if (name().endsWith("MILLIS")) {
            return 1_000_000;
        }
        return name().endsWith("MICROS") ? 1_000 : 1;
    }

    /**
     * The canonical cell of a stored value.
     *
     * @param value null allowed
     * @param scale of a decimal
     */
    String cell(Object value, int scale) {
        if (value == null) {
            return Cells.NULL;
        }
        if (value instanceof Boolean bool) {
            return Cells.of(bool.booleanValue());
        }
        if (value instanceof Float number) {
            return Cells.of(number.floatValue());
        }
        if (value instanceof Double number) {
            return Cells.of(number.doubleValue());
        }
        return value instanceof byte[] bytes ? cell(bytes, scale) : cell((long) value, scale);
    }

    private String cell(byte[] value, int scale) {
        if (this == FLOAT16) {
            return Cells.float16(value[0] & 255 | (value[1] & 255) << 8);
        }
        return isDecimal() ? Cells.decimal(new BigInteger(value), scale) : Cells.of(value);
    }

    private String cell(long value, int scale) {
        if (isDecimal()) {
            return Cells.decimal(BigInteger.valueOf(value), scale);
        }
        if (isTime()) {
            return Cells.scaled(value, nanos());
        }
        return this == UINT64 ? Cells.unsigned(value) : Cells.of(value);
    }
}
