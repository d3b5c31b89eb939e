package space.opensensor.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.ProductWriter;
import space.opensensor.interop.sample.RandomSample;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;
import space.opensensor.interop.sample.Settings;
import space.opensensor.parquet.Encoding;
import space.opensensor.parquet.WriterOptions;
import space.opensensor.simulator.convert.Codecs;

/** Files of our writer in which, taken together, everything is found that it can write. */
final class CoverageFiles {

    private static final int ROWS = 1000;
    private static final int PAGE_ROWS = 400;
    private static final int FIXED_LENGTH = 5;
    private static final Map<Kind.Physical, Kind> KINDS = Map.of(Kind.Physical.BOOLEAN, Kind.BOOLEAN, Kind.Physical.INT32,
            Kind.INT32, Kind.Physical.INT64, Kind.INT64, Kind.Physical.FLOAT, Kind.FLOAT, Kind.Physical.DOUBLE, Kind.DOUBLE,
            Kind.Physical.BYTE_ARRAY, Kind.STRING, Kind.Physical.FIXED_LEN_BYTE_ARRAY, Kind.FIXED);
    private static final Map<String, Codecs> CODECS = Map.of("UNCOMPRESSED", Codecs.NONE, "SNAPPY", Codecs.SNAPPY,
            "LZ4_RAW", Codecs.LZ4, "ZSTD", Codecs.ZSTD);

    private CoverageFiles() {
    }

    /** One file for each type, encoding, codec and page version, with a column for each repetition. */
    static Map<Path, Table> combinations(Path folder) throws IOException {
        Map<Path, Table> expected = new LinkedHashMap<>();
        for (Combination one : Combination.legal()) {
            if (!one.repetition().equals("REQUIRED")) {
                continue;
            }
            Sample sample = sample(KINDS.get(Kind.Physical.valueOf(one.type())));
            WriterOptions options = new WriterOptions().rowsPerGroup(ROWS).pageRows(PAGE_ROWS)
                    .pageVersion(one.pageVersion());
            CODECS.get(one.codec()).apply(options);
            Path file = folder.resolve((one.type() + "_" + one.encoding() + "_" + one.codec() + "_v" + one.pageVersion())
                    .toLowerCase() + ".parquet");
            ProductWriter.write(sample, Settings.of(options, Encoding.named(one.encoding()), sample.fields().size()), file);
            expected.put(file, sample.expected());
        }
        return expected;
    }

    /** Few values in a regular order: every codec wins on every encoding, so that it is not left away. */
    private static Sample sample(Kind kind) {
        Sample sample = new Sample(ROWS);
        for (Repetition repetition : Repetition.values()) {
            Field field = new Field(repetition.name().toLowerCase(), kind, repetition, 0, 0,
                    kind == Kind.FIXED ? FIXED_LENGTH : 0, true);
            Object[] values = new Object[ROWS];
            for (int row = 0; row < ROWS; row++) {
                values[row] = repetition.isList() ? list(kind, repetition, row)
                        : repetition.isNullable() && row % 8 == 7 ? null : value(kind, row);
            }
            sample.add(field, values);
        }
        return sample;
    }

    private static List<Object> list(Kind kind, Repetition repetition, int row) {
        if (repetition.isNullable() && row % 16 == 3) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < row % 4; i++) {
            list.add(repetition.hasNullableElements() && row % 8 == 6 && i == 0 ? null : value(kind, row + i));
        }
        return list;
    }

    private static Object value(Kind kind, int row) {
        int number = row % 4 * 1000 + (row % 8 == 0 ? 1 : 0);
        switch (kind) {
            case BOOLEAN:
                return row % 8 < 3;
            case INT32:
            case INT64:
                return (long) number;
            case FLOAT:
                return number / 8f;
            case DOUBLE:
                return number / 8d;
            case STRING:
                return ("reading-" + number).getBytes(StandardCharsets.UTF_8);
            default:
                return String.format("%0" + FIXED_LENGTH + "d", number).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** One file for each kind of column, named after it: every repetition, random values, encodings that the writer chooses. */
    static Map<Path, Table> kinds(Path folder) throws IOException {
        Map<Path, Table> expected = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Random random = new Random(kind.ordinal());
            Sample sample = new Sample(ROWS);
            for (Repetition repetition : Repetition.values()) {
                Field field = RandomSample.field(repetition.name().toLowerCase(), kind, repetition, random);
                sample.add(field, RandomSample.values(field, ROWS, random));
            }
            Path file = folder.resolve(kind.name().toLowerCase() + ".parquet");
            ProductWriter.write(sample, Settings.of(new WriterOptions(), Encoding.AUTO, sample.fields().size()), file);
            expected.put(file, sample.expected());
        }
        return expected;
    }
}
