package space.opensensor.parquet;

/** Physical types and their numbers ({@code parquet.thrift}, enum Type). */
public final class Type {

    /** One bit. */
    public static final int BOOLEAN = 0;
    /** 32 bits, two's complement. */
    public static final int INT32 = 1;
    /** 64 bits, two's complement. */
    public static final int INT64 = 2;
    /** IEEE 754, 32 bits. */
    public static final int FLOAT = 4;
    /** IEEE 754, 64 bits. */
    public static final int DOUBLE = 5;
    /** Bytes of any number. */
    public static final int BYTE_ARRAY = 6;
    /** Bytes of the column's number. */
    public static final int FIXED_LEN_BYTE_ARRAY = 7;

    private static final String[] NAMES = { "BOOLEAN", "INT32", "INT64", "INT96", "FLOAT", "DOUBLE", "BYTE_ARRAY",
            "FIXED_LEN_BYTE_ARRAY" };

    private Type() {
    }

    /** @return the name that the format gives to {@code type}. */
    public static String name(int type) {
        return type < 0 || type >= NAMES.length ? "type " + type : NAMES[type];
    }
}
