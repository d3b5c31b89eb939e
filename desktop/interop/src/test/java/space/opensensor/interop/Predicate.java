package space.opensensor.interop;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.Column;
import org.apache.parquet.filter2.predicate.Operators.SupportsLtGt;
import org.apache.parquet.io.api.Binary;
import space.opensensor.interop.judge.Question;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;

/**
 * A condition on one flat column, in the languages of the judges that push it down.
 *
 * @param value what the column is compared with, as {@link space.opensensor.interop.sample.Kind} stores it; null for IS NULL
 */
record Predicate(Field field, Operator operator, Object value) {

    enum Operator { EQUAL, GREATER, IS_NULL }

    /** @return whether the condition holds for a stored value; NaN is for the caller to leave out */
    boolean holds(Object stored) {
        if (operator == Operator.IS_NULL) {
            return stored == null;
        }
        if (stored == null) {
            return false;
        }
        int order = compare(stored, value);
        return operator == Operator.EQUAL ? order == 0 : order > 0;
    }

    /** Signed zeros are equal; unsigned integers and bytes compare unsigned. */
    private int compare(Object a, Object b) {
        if (a instanceof Float) {
            return Float.compare((float) a + 0f, (float) b + 0f);
        }
        if (a instanceof Double) {
            return Double.compare((double) a + 0d, (double) b + 0d);
        }
        if (a instanceof byte[] && field.kind() == Kind.DECIMAL_FIXED) {
            return new BigInteger((byte[]) a).compareTo(new BigInteger((byte[]) b));
        }
        if (a instanceof byte[]) {
            return Arrays.compareUnsigned((byte[]) a, (byte[]) b);
        }
        boolean unsigned = field.kind().name().startsWith("UINT");
        return unsigned ? Long.compareUnsigned((long) a, (long) b) : Long.compare((long) a, (long) b);
    }

    /** @return a condition in the SQL of DuckDB */
    String sql() {
        switch (operator) {
            case IS_NULL:
                return field.name() + " IS NULL";
            case EQUAL:
                return field.name() + " = " + literal();
            default:
                return field.name() + " > " + literal();
        }
    }

    private String literal() {
        switch (field.kind()) {
            case FLOAT:
            case DOUBLE:
                return "'" + value + "'::" + field.kind();
            case DECIMAL32:
            case DECIMAL64:
                return decimal(BigInteger.valueOf((long) value));
            case DECIMAL_FIXED:
                return decimal(new BigInteger((byte[]) value));
            case UUID:
                return "'" + HexFormat.of().formatHex((byte[]) value) + "'::UUID";
            case DATE:
                return "(DATE '1970-01-01' + (" + value + ")::INTEGER)";
            case TIMESTAMP_MILLIS:
                return (field.utc() ? "make_timestamptz(" : "make_timestamp(") + value + "000)";
            case STRING:
                return "'" + new String((byte[]) value, StandardCharsets.UTF_8).replace("'", "''") + "'";
            case UINT64:
                return Long.toUnsignedString((long) value) + "::UBIGINT";
            default:
                return "(" + value + ")::BIGINT";
        }
    }

    private String decimal(BigInteger unscaled) {
        return "'" + new BigDecimal(unscaled, field.scale()).toPlainString() + "'::DECIMAL(" + field.precision() + ","
                + field.scale() + ")";
    }

    /** @return the question for judges in processes of their own, or null where they are not asked about such a column */
    Question question(Path file) {
        switch (field.kind()) {
            case INT32:
            case INT64:
            case FLOAT:
            case DOUBLE:
                String sign = operator == Operator.IS_NULL ? "null" : operator == Operator.EQUAL ? "=" : ">";
                return new Question(file, field.name(), sign, String.valueOf(value));
            default:
                return null;
        }
    }

    FilterPredicate parquetJava() {
        String name = field.name();
        switch (field.kind().physical()) {
            case INT32:
                return with(FilterApi.intColumn(name), value == null ? null : (int) (long) value);
            case INT64:
                return with(FilterApi.longColumn(name), (Long) value);
            case FLOAT:
                return with(FilterApi.floatColumn(name), (Float) value);
            case DOUBLE:
                return with(FilterApi.doubleColumn(name), (Double) value);
            default:
                return with(FilterApi.binaryColumn(name), value == null ? null : Binary.fromConstantByteArray((byte[]) value));
        }
    }

    private <T extends Comparable<T>, C extends Column<T> & SupportsLtGt> FilterPredicate with(C column, T literal) {
        return operator == Operator.GREATER ? FilterApi.gt(column, literal) : FilterApi.eq(column, literal);
    }
}
