package space.opensensor.interop.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import space.opensensor.interop.judge.Answer;
import space.opensensor.interop.judge.Cells;
import space.opensensor.interop.judge.ParquetJava;
import space.opensensor.interop.judge.Table;
import space.opensensor.station.Quantity;
import space.opensensor.station.ReadingSchema;

/** Reads the readings of an object with parquet-java; equal bytes are read once. */
final class StoredReadings {

    /** A row: number of the reading, and its time in milliseconds since 1970 or {@link #UNDATED}. */
    record Row(int reading, long utcMillis) {
    }

    static final long UNDATED = Long.MIN_VALUE;

    private static final long NANOS = 1000000L;

    private record Content(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content that && Arrays.equals(this.bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(this.bytes);
        }
    }

    private final Map<Content, Row[]> known = new HashMap<>();
    private final Map<Content, List<String>> knownHealth = new HashMap<>();
    private final ParquetJava judge = new ParquetJava();
    private final Path file;

    StoredReadings() throws IOException {
        this.file = Files.createTempFile("station", ".parquet");
        this.file.toFile().deleteOnExit();
    }

    /** @return how many different files were read. */
    int files() {
        return this.known.size();
    }

    Row[] read(byte[] content) {
        return this.known.computeIfAbsent(new Content(content), this::judge);
    }

    /** @return boot and time since the boot of each row of a health file, as one text. */
    List<String> readHealth(byte[] content) {
        return this.knownHealth.computeIfAbsent(new Content(content), this::judgeHealth);
    }

    private List<String> judgeHealth(Content content) {
        Table table = table(content);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < table.column("boot").size(); i++) {
            rows.add(table.column("boot").get(i) + "/" + table.column(ReadingSchema.MONOTONIC).get(i));
        }
        return rows;
    }

    private Row[] judge(Content content) {
        Table table = table(content);
        List<String> numbers = table.column(Quantity.name(StationDay.NUMBERED));
        List<String> times = table.column(ReadingSchema.TIMESTAMP);
        Row[] rows = new Row[numbers.size()];
        for (int i = 0; i < rows.length; i++) {
            String time = times.get(i);
            rows[i] = new Row((int) number(numbers.get(i)),
                    time.equals(Cells.NULL) ? UNDATED : Long.parseLong(time) / NANOS);
        }
        return rows;
    }

    private Table table(Content content) {
        try {
            Files.write(this.file, content.bytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Answer answer = this.judge.read(List.of(this.file)).get(this.file);
        if (answer.error() != null) {
            throw new AssertionError("unreadable file of " + content.bytes().length + " bytes: " + answer.error());
        }
        return answer.table();
    }

    /** Returns the number whose bits the cell of a FLOAT shows. */
    private static float number(String cell) {
        return Float.intBitsToFloat(Integer.parseUnsignedInt(cell.substring(1), 16));
    }
}
