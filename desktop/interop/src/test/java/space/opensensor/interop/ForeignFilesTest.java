package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.Test;
import space.opensensor.interop.judge.Judges;
import space.opensensor.interop.judge.Table;
import space.opensensor.interop.sample.Field;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.ParquetJavaWriter;
import space.opensensor.interop.sample.RandomSample;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Sample;

/** The judges themselves are tried on files that parquet-java wrote: their canonical forms agree on every type. */
public class ForeignFilesTest {

    private static final int ROWS = 300;

    @Test
    public void everyJudgeReturnsTheValuesOfEveryKindOfColumn() throws IOException {
        Path folder = Folders.folder("foreign");
        Map<Path, Table> expected = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            expected.putAll(write(folder, kind, WriterVersion.PARQUET_1_0, CompressionCodecName.SNAPPY));
            expected.putAll(write(folder, kind, WriterVersion.PARQUET_2_0, CompressionCodecName.UNCOMPRESSED));
        }
        expected.putAll(write(folder, Kind.STRING, WriterVersion.PARQUET_2_0, CompressionCodecName.LZ4_RAW));
        expected.putAll(write(folder, Kind.STRING, WriterVersion.PARQUET_2_0, CompressionCodecName.ZSTD));
        List<String> lines = Judges.disagreements(Judges.available(), expected);
        System.out.println("foreign files: " + Judges.summary());
        assertEquals("", String.join("\n", lines));
    }

    private static Map<Path, Table> write(Path folder, Kind kind, WriterVersion version, CompressionCodecName codec)
            throws IOException {
        boolean second = version == WriterVersion.PARQUET_2_0;
        Path file = folder.resolve(kind.name().toLowerCase() + (second ? "_v2_" : "_v1_") + codec.name().toLowerCase() + ".parquet");
        Random random = new Random(kind.ordinal() * 2 + (second ? 1 : 0));
        Sample sample = new Sample(ROWS);
        for (Repetition repetition : Repetition.values()) {
            Field field = RandomSample.field(repetition.name().toLowerCase(), kind, repetition, random);
            sample.add(field, RandomSample.values(field, ROWS, random));
        }
        ParquetJavaWriter.write(sample, file, options -> options
                .withWriterVersion(version)
                .withDictionaryEncoding(!second)
                .withPageRowCountLimit(100)
                .withCompressionCodec(codec));
        return Map.of(file, sample.expected());
    }
}
