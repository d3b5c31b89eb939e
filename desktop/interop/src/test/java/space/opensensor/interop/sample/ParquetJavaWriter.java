package space.opensensor.interop.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes a sample with parquet-java: the file of another make on which the judges are tried first. */
public final class ParquetJavaWriter {

    private ParquetJavaWriter() {
    }

    /** @param options changes parquet-java's defaults */
    public static void write(Sample sample, Path file, UnaryOperator<ExampleParquetWriter.Builder> options) throws IOException {
        MessageType schema = schema(sample);
        ExampleParquetWriter.Builder builder = options.apply(ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema));
        try (ParquetWriter<Group> writer = builder.withConf(new PlainParquetConfiguration()).build()) {
            for (int row = 0; row < sample.rows(); row++) {
                Group group = new SimpleGroup(schema);
                for (int c = 0; c < sample.fields().size(); c++) {
                    add(group, sample.fields().get(c), sample.value(c, row));
                }
                writer.write(group);
            }
        }
    }

    private static MessageType schema(Sample sample) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (Field field : sample.fields()) {
            schema.addField(type(field));
        }
        return schema.named("schema");
    }

    private static Type type(Field field) {
        Repetition repetition = field.repetition();
        Type.Repetition outer = optional(repetition.isNullable());
        if (!repetition.isList()) {
            return primitive(field, outer, field.name());
        }
        GroupType repeated = new GroupType(Type.Repetition.REPEATED, "list",
                primitive(field, optional(repetition.hasNullableElements()), "element"));
        return Types.buildGroup(outer).as(LogicalTypeAnnotation.listType()).addField(repeated).named(field.name());
    }

    private static Type.Repetition optional(boolean nullable) {
        return nullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    }

    private static PrimitiveType primitive(Field field, Type.Repetition repetition, String name) {
        PrimitiveTypeName physical = field.kind().physical() == Kind.Physical.BYTE_ARRAY ? PrimitiveTypeName.BINARY
                : PrimitiveTypeName.valueOf(field.kind().physical().name());
        return Types.primitive(physical, repetition).length(field.length()).as(logical(field)).named(name);
    }

    private static LogicalTypeAnnotation logical(Field field) {
        switch (field.kind()) {
            case INT8:
                return LogicalTypeAnnotation.intType(8, true);
            case INT16:
                return LogicalTypeAnnotation.intType(16, true);
            case UINT8:
                return LogicalTypeAnnotation.intType(8, false);
            case UINT16:
                return LogicalTypeAnnotation.intType(16, false);
            case UINT32:
                return LogicalTypeAnnotation.intType(32, false);
            case UINT64:
                return LogicalTypeAnnotation.intType(64, false);
            case DATE:
                return LogicalTypeAnnotation.dateType();
            case TIME_MILLIS:
            case TIME_MICROS:
            case TIME_NANOS:
                return LogicalTypeAnnotation.timeType(field.utc(), TimeUnit.valueOf(field.kind().name().substring(5)));
            case TIMESTAMP_MILLIS:
            case TIMESTAMP_MICROS:
            case TIMESTAMP_NANOS:
                return LogicalTypeAnnotation.timestampType(field.utc(), TimeUnit.valueOf(field.kind().name().substring(10)));
            case DECIMAL32:
            case DECIMAL64:
            case DECIMAL_FIXED:
                return LogicalTypeAnnotation.decimalType(field.scale(), field.precision());
            case STRING:
                return LogicalTypeAnnotation.stringType();
            case ENUM:
                return LogicalTypeAnnotation.enumType();
            case JSON:
                return LogicalTypeAnnotation.jsonType();
            case UUID:
                return LogicalTypeAnnotation.uuidType();
            case FLOAT16:
                return LogicalTypeAnnotation.float16Type();
            default:
                return null;
        }
    }

    private static void add(Group group, Field field, Object value) {
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> list)) {
            put(group, field.name(), field, value);
            return;
        }
        Group outer = group.addGroup(field.name());
        for (Object element : list) {
            Group repeated = outer.addGroup("list");
            if (element != null) {
                put(repeated, "element", field, element);
            }
        }
    }

    private static void put(Group group, String name, Field field, Object value) {
        switch (field.kind().physical()) {
            case BOOLEAN:
                group.add(name, (boolean) value);
                break;
            case INT32:
                group.add(name, (int) (long) value);
                break;
            case INT64:
                group.add(name, (long) value);
                break;
            case FLOAT:
                group.add(name, (float) value);
                break;
            case DOUBLE:
                group.add(name, (double) value);
                break;
            default:
                group.add(name, Binary.fromConstantByteArray((byte[]) value));
        }
    }
}
