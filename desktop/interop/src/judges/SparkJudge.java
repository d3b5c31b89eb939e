import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import space.opensensor.interop.judge.Cells;
import space.opensensor.interop.judge.JudgeProcess;
import space.opensensor.interop.judge.Question;
import space.opensensor.interop.judge.Table;

/** Apache Spark with its vectorized Parquet reader, on one thread. */
public class SparkJudge {

    private static SparkSession spark;

    public static void main(String[] arguments) throws IOException {
        spark = SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC").config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.enableVectorizedReader", "true")
                .config("spark.sql.parquet.enableNestedColumnVectorizedReader", "true")
                .config("spark.sql.legacy.parquet.nanosAsLong", "true").getOrCreate();
        spark.sparkContext().setLogLevel("OFF");
        JudgeProcess.serve(SparkJudge::read);
        System.exit(0);
    }

    private static Table read(Question question) {
        Dataset<Row> rows = spark.read().parquet(question.file().toString());
        Table table = new Table();
        List<List<String>> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            columns.add(table.column(name));
        }
        for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext();) {
            Row row = each.next();
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).add(cell(row.get(c)));
            }
        }
        return table;
    }

    private static String cell(Object value) {
        if (value == null) {
            return Cells.NULL;
        }
        if (value instanceof scala.collection.Seq<?> list) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < list.length(); i++) {
                cells.add(cell(list.apply(i)));
            }
            return Cells.list(cells);
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
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return Cells.of(bytes);
        }
        return value instanceof Number ? value.toString() : time(value);
    }

    private static String time(Object value) {
        if (value instanceof LocalDate date) {
            return Cells.of(date.toEpochDay());
        }
        Instant instant = value instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : null;
        if (value instanceof Instant utc) {
            instant = utc;
        }
        if (instant == null) {
            return Cells.of(value.toString());
        }
        return java.math.BigInteger.valueOf(instant.getEpochSecond()).multiply(java.math.BigInteger.valueOf(1_000_000_000))
                .add(java.math.BigInteger.valueOf(instant.getNano())).toString();
    }
}
