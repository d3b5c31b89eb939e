package space.opensensor.interop.sample;

import java.util.Arrays;
import java.util.Random;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.Encoding;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.Type;
import space.opensensor.parquet.WriterOptions;
import space.opensensor.simulator.convert.Codecs;

/** Options of the writer under test, with what is set column by column, and a text to tell them by. */
public final class Settings {

    private final WriterOptions options;
    private final int[] encodings;
    private final int[] bloomValues;
    private final String text;

    private Settings(WriterOptions options, int[] encodings, int[] bloomValues, String text) {
        this.options = options;
        this.encodings = encodings;
        this.bloomValues = bloomValues;
        this.text = text;
    }

    /** The same encoding for every column, no bloom filters. */
    public static Settings of(WriterOptions options, int encoding, int columns) {
        int[] encodings = new int[columns];
        Arrays.fill(encodings, encoding);
        return new Settings(options, encodings, new int[columns], Encoding.name(encoding));
    }

    /** Every option at random. */
    public static Settings random(Sample sample, Random random) {
        int rowsPerGroup = 1 + random.nextInt(random.nextBoolean() ? 100 : 2000);
        int pageRows = 1 + random.nextInt(random.nextBoolean() ? 50 : 2000);
        int pageBytes = random.nextInt(3) == 0 ? 1 + random.nextInt(500) : 1 << 20;
        int pageVersion = 1 + random.nextInt(2);
        boolean crc = random.nextBoolean();
        int readers = random.nextBoolean() ? Readers.ALL : Readers.MODERN;
        int statistics = random.nextInt(StatisticsLevel.PAGE + 1);
        int effort = random.nextBoolean() ? Effort.FAST : Effort.HIGH;
        Codecs codec = Codecs.values()[random.nextInt(Codecs.values().length)];
        int dictionary = random.nextInt(3) == 0 ? random.nextInt(20) : 65535;
        int statisticsLength = random.nextInt(3) == 0 ? 16 + random.nextInt(8) : 32;
        int exactRows = random.nextInt(3) == 0 ? 1 + random.nextInt(50) : 16384;
        int columns = sample.fields().size();
        int[] encodings = new int[columns];
        int[] blooms = new int[columns];
        for (int c = 0; c < columns; c++) {
            int type = type(sample.fields().get(c).kind().physical());
            encodings[c] = random.nextBoolean() ? Encoding.AUTO : encoding(type, random);
            blooms[c] = type != Type.BOOLEAN && random.nextInt(4) == 0 ? 1 + random.nextInt(500) : 0;
        }
        WriterOptions options = new WriterOptions().rowsPerGroup(rowsPerGroup).pageRows(pageRows).pageBytes(pageBytes)
                .pageVersion(pageVersion).crc(crc).readers(readers).statistics(statistics).effort(effort)
                .dictionaryEntries(dictionary).statisticsLength(statisticsLength).exactRows(exactRows);
        codec.apply(options);
        String text = "rowsPerGroup=" + rowsPerGroup + " pageRows=" + pageRows + " pageBytes=" + pageBytes + " pageVersion="
                + pageVersion + " crc=" + crc + " readers=" + readers + " statistics=" + statistics + " effort=" + effort
                + " codec=" + codec + " dictionaryEntries=" + dictionary + " statisticsLength=" + statisticsLength
                + " exactRows=" + exactRows + " encodings=" + Arrays.toString(encodings) + " bloomValues=" + Arrays.toString(blooms);
        return new Settings(options, encodings, blooms, text);
    }

    WriterOptions options() {
        return options;
    }

    int encoding(int column) {
        return encodings[column];
    }

    int bloomValues(int column) {
        return bloomValues[column];
    }

    @Override
    public String toString() {
        return text;
    }

    /** @return the number of the physical type, as the writer names it */
    public static int type(Kind.Physical kind) {
        int type = 0;
        while (!Type.name(type).equals(kind.name())) {
            type++;
        }
        return type;
    }

    private static int encoding(int type, Random random) {
        int encoding;
        do {
            encoding = random.nextInt(Encoding.BYTE_STREAM_SPLIT + 1);
        } while (!Encoding.isLegal(type, encoding));
        return encoding;
    }
}
