package space.opensensor.parquet;

import space.opensensor.thrift.CompactWriter;

/**
 * The schema in the footer ({@code parquet.thrift}, SchemaElement; LogicalTypes.md). converted_type goes beside every
 * logical type that has one, because readers before 2018 know nothing else.
 */
final class SchemaElement {

    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;
    private static final int NO_CONVERTED_TYPE = -1;
    private static final int CONVERTED_LIST = 3;
    private static final byte[] ROOT = { 'm' };

    private SchemaElement() {
    }

    /** Returns bytes that {@link #write} takes at most. */
    static int maxLength(Schema schema) {
        int sum = 16;
        for (int i = 0; i < schema.size(); i++) {
            sum += 64 + ColumnPath.maxLength(schema.column(i));
        }
        return sum;
    }

    /** Writes the field {@code id}: root and columns, depth first. */
    static void write(int id, Schema schema, CompactWriter thrift) {
        int elements = 1;
        for (int i = 0; i < schema.size(); i++) {
            elements += schema.column(i).isList() ? 3 : 1;
        }
        thrift.list(id, CompactWriter.STRUCT, elements);
        thrift.beginStruct();
        thrift.binary(4, ROOT, 0, ROOT.length);
        thrift.i32(5, schema.size());
        thrift.endStruct();
        ColumnPath path = new ColumnPath(schema);
        for (int i = 0; i < schema.size(); i++) {
            writeColumn(schema.column(i), path, thrift);
        }
    }

    private static void writeColumn(Column column, ColumnPath path, CompactWriter thrift) {
        if (!column.isList()) {
            writeLeaf(column, column.optional, path, thrift);
            return;
        }
        thrift.beginStruct();
        thrift.i32(3, column.optional ? OPTIONAL : REQUIRED);
        path.writeName(4, column, thrift);
        thrift.i32(5, 1);
        thrift.i32(6, CONVERTED_LIST);
        thrift.beginStruct(10);
        thrift.emptyStruct(LogicalType.LIST);
        thrift.endStruct();
        thrift.endStruct();
        thrift.beginStruct();
        thrift.i32(3, REPEATED);
        ColumnPath.writeList(4, thrift);
        thrift.i32(5, 1);
        thrift.endStruct();
        writeLeaf(column, column.elementsOptional, path, thrift);
    }

    private static void writeLeaf(Column column, boolean optional, ColumnPath path, CompactWriter thrift) {
        thrift.beginStruct();
        thrift.i32(1, column.type);
        if (column.type == Type.FIXED_LEN_BYTE_ARRAY) {
            thrift.i32(2, column.typeLength);
        }
        thrift.i32(3, optional ? OPTIONAL : REQUIRED);
        if (column.isList()) {
            ColumnPath.writeElement(4, thrift);
        } else {
            path.writeName(4, column, thrift);
        }
        if (column.logical != null) {
            writeLogicalType(column.logical, thrift);
        }
        thrift.endStruct();
    }

    private static void writeLogicalType(LogicalType logical, CompactWriter thrift) {
        int converted = convertedType(logical);
        if (converted != NO_CONVERTED_TYPE) {
            thrift.i32(6, converted);
        }
        boolean decimal = logical.kind == LogicalType.DECIMAL;
        if (decimal) {
            thrift.i32(7, logical.scale);
            thrift.i32(8, logical.parameter);
        }
        thrift.beginStruct(10);
        if (decimal) {
            thrift.beginStruct(logical.kind);
            thrift.i32(1, logical.scale);
            thrift.i32(2, logical.parameter);
            thrift.endStruct();
        } else if (logical.kind == LogicalType.INTEGER) {
            thrift.beginStruct(logical.kind);
            thrift.i8(1, logical.parameter);
            thrift.bool(2, logical.flag);
            thrift.endStruct();
        } else if (logical.kind == LogicalType.TIME || logical.kind == LogicalType.TIMESTAMP) {
            thrift.beginStruct(logical.kind);
            thrift.bool(1, logical.flag);
            thrift.beginStruct(2);
            thrift.emptyStruct(logical.parameter);
            thrift.endStruct();
            thrift.endStruct();
        } else {
            thrift.emptyStruct(logical.kind);
        }
        thrift.endStruct();
    }

    /** Returns the number in the enum ConvertedType. Local times have the one of UTC, as the format demands. */
    private static int convertedType(LogicalType logical) {
        switch (logical.kind) {
        case LogicalType.STRING:
            return 0;
        case LogicalType.ENUM:
            return 4;
        case LogicalType.DECIMAL:
            return 5;
        case LogicalType.DATE:
            return 6;
        case LogicalType.TIME:
            return logical.parameter == TimeUnit.NANOS ? NO_CONVERTED_TYPE : 6 + logical.parameter;
        case LogicalType.TIMESTAMP:
            return logical.parameter == TimeUnit.NANOS ? NO_CONVERTED_TYPE : 8 + logical.parameter;
        case LogicalType.INTEGER:
            int size = RleHybridEncoder.width(logical.parameter >>> 4);
            return (logical.flag ? 15 : 11) + size;
        case LogicalType.JSON:
            return 19;
        default:
            return NO_CONVERTED_TYPE;
        }
    }
}
