package space.opensensor.interop.judge;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** parquet-java asks for a converter of records even where values are read column by column; this one makes none. */
final class NoRecords extends GroupConverter {

    private final GroupType group;

    NoRecords(GroupType group) {
        this.group = group;
    }

    @Override
    public Converter getConverter(int field) {
        Type type = group.getType(field);
        return type.isPrimitive() ? new PrimitiveConverter() { } : new NoRecords(type.asGroupType());
    }

    @Override
    public void start() {
        // No record is made.
    }

    @Override
    public void end() {
        // No record is made.
    }
}
