package space.opensensor.simulator.convert;

import picocli.CommandLine.Option;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.WriterOptions;
import space.opensensor.simulator.Failure;

/** The options of the Parquet writer on the command line. */
public final class WriterFlags {

    /** For whom the encodings are chosen. */
    enum ReadersFlag {
        ALL, MODERN
    }

    /** How many statistics. */
    enum StatisticsFlag {
        NONE, CHUNK, PAGE
    }

    /** How hard the codec searches. */
    enum EffortFlag {
        FAST, HIGH
    }

    @Option(names = "--codec", defaultValue = "snappy", paramLabel = "snappy|lz4|none|zstd",
            description = "Compression. zstd exists on a desktop only. Default: ${DEFAULT-VALUE}.")
    private Codecs codec;

    @Option(names = "--readers", defaultValue = "all", paramLabel = "all|modern",
            description = "all: what every mainstream reader reads; modern: BYTE_STREAM_SPLIT too, which Spark's"
                    + " vectorized reader lacks. Default: ${DEFAULT-VALUE}.")
    private ReadersFlag readers;

    @Option(names = "--statistics", defaultValue = "chunk", paramLabel = "none|chunk|page",
            description = "Minimum, maximum and counts of column chunks, or of pages too. Default: ${DEFAULT-VALUE}.")
    private StatisticsFlag statistics;

    @Option(names = "--effort", defaultValue = "high", paramLabel = "fast|high",
            description = "Search for matches in the codec. Default: ${DEFAULT-VALUE}.")
    private EffortFlag effort;

    @Option(names = "--page-version", defaultValue = "1", paramLabel = "1|2",
            description = "Data page header. Default: ${DEFAULT-VALUE}.")
    private int pageVersion;

    @Option(names = "--page-rows", defaultValue = "20000", paramLabel = "N",
            description = "Rows of a page. Default: ${DEFAULT-VALUE}.")
    private int pageRows;

    @Option(names = "--crc", description = "Add a CRC-32 to each page.")
    private boolean crc;

    /**
     * Makes the writer's options.
     *
     * @throws Failure if one is not allowed.
     */
    public WriterOptions options() {
        WriterOptions options = new WriterOptions().exactRows(Integer.MAX_VALUE);
        try {
            options.pageVersion(this.pageVersion).pageRows(this.pageRows).crc(this.crc);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
        options.readers(this.readers == ReadersFlag.ALL ? Readers.ALL : Readers.MODERN);
        options.effort(this.effort == EffortFlag.FAST ? Effort.FAST : Effort.HIGH);
        options.statistics(switch (this.statistics) {
        case NONE -> StatisticsLevel.NONE;
        case CHUNK -> StatisticsLevel.CHUNK;
        default -> StatisticsLevel.PAGE;
        });
        this.codec.apply(options);
        return options;
    }
}
