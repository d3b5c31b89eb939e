package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.opensensor.simulator.csv.CsvFile;
import space.opensensor.simulator.sensors.Recording;
import space.opensensor.simulator.sensors.Series;
import space.opensensor.simulator.sensors.Synthetic;
import space.opensensor.simulator.sensors.Timeline;
import space.opensensor.station.StationConfig;

/** The main job: recorded sensor data to Parquet to S3, and back, compared value by value. */
@Command(name = "simulate", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Run the station on a virtual clock: recorded sensor data to Parquet files to an S3 bucket.",
                "Then download every object and let DuckDB compare each value with what the sensors gave.",
                "Exit status 0 only if every reading is there exactly once." })
final class SimulateCommand implements Callable<Integer> {

    private static final long MINUTE = 60_000;
    private static final int DEFAULT_WINDOWS = 8;
    private static final int MAX_WINDOWS = 1 << 20;

    /** How long the station runs. */
    static final class Length {
        @Option(names = "--windows", paramLabel = "N", description = "Length in windows. Default: 8.")
        private Integer windows;

        @Option(names = "--hours", paramLabel = "N", description = "Length in hours.")
        private Integer hours;

        @Option(names = "--days", paramLabel = "N", description = "Length in days.")
        private Integer days;
    }

    @ArgGroup(exclusive = true)
    private Length length = new Length();

    @Option(names = "--station", defaultValue = "office-1", paramLabel = "ID",
            description = "Id of the station. Default: ${DEFAULT-VALUE}.")
    private String station;

    @Option(names = "--sensors", defaultValue = "recorded", paramLabel = "recorded|synthetic|FILE.csv",
            description = "recorded: an office room, one row per reading; synthetic: a formula for all nine quantities;"
                    + " or a CSV file with columns of the station's names. Default: ${DEFAULT-VALUE}.")
    private String sensors;

    @Option(names = "--keep-time", description = "Replay at the recorded times instead of one row per interval.")
    private boolean keepTime;

    @Option(names = "--start", defaultValue = "2026-03-01T08:00:00Z", paramLabel = "TIME",
            description = "Time of the first reading. Default: ${DEFAULT-VALUE}.")
    private String start;

    @Option(names = "--interval", paramLabel = "SECONDS", description = "Between two readings. Default: 5.")
    private String interval;

    @Option(names = "--window", paramLabel = "MINUTES", description = "Time covered by one file. Default: 15.")
    private String window;

    @Option(names = "--s3", paramLabel = "embedded|URL",
            description = "embedded: an S3 server in this process; or https://host[:port], with credentials from"
                    + " AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Default: embedded.")
    private String s3;

    @Mixin
    private StoreFlags store;

    @Option(names = "--upload", paramLabel = "fixed|aws-chunked",
            description = "Framing of request bodies: with Content-Length, or chunks signed one by one.")
    private String upload;

    @Option(names = "--offline", description = "No upload: the files stay in the spool and are checked there.")
    private boolean offline;

    @Option(names = "--storage", defaultValue = "fat", paramLabel = "fat|partition",
            description = "Where the spool lies: in a folder, as on the board's FAT volume, or on a raw flash partition."
                    + " Default: ${DEFAULT-VALUE}.")
    private String storage;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N",
            description = "Of the synthetic sensors and of random pauses. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the objects under DIR/key.")
    private Path out;

    @Option(names = "--json", description = "Last line of the output: the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Neither progress nor tables.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        StationConfig config = config();
        Series series = series();
        Timeline timeline = timeline(config, series);
        PrintWriter report = this.spec.commandLine().getOut();
        PrintWriter err = this.spec.commandLine().getErr();
        boolean embedded = isEmbedded();
        SimulationReport result;
        try (Workplace place = Workplace.create(config, isRaw(), embedded, this.store.isVirtualHost(), this.out)) {
            describe(report, series, timeline);
            try (Progress progress = Progress.start("simulate", timeline.count(), err, this.quiet)) {
                result = place.run(timeline, series, this.seed, progress);
            }
        }
        result.print(report, err, this.quiet, this.json);
        return result.isGood() ? 0 : Failure.FAILED;
    }

    private void describe(PrintWriter report, Series series, Timeline timeline) {
        if (this.quiet) {
            return;
        }
        report.println("Sensors: " + series.description());
        if (series instanceof Recording && timeline.count() > ((Recording) series).size()) {
            report.println("The recording starts again from its first row when it ends.");
        }
    }

    private StationConfig config() {
        StationConfig config = new StationConfig();
        StoreFlags.set(config, "station", this.station);
        StoreFlags.set(config, "interval", this.interval);
        StoreFlags.set(config, "window", this.window);
        StoreFlags.set(config, "upload", this.upload);
        StoreFlags.set(config, "mode", this.offline ? "offline" : "online");
        this.store.apply(config);
        if (!this.offline && !isEmbedded()) {
            this.store.applyRemote(config, this.s3);
        }
        return config;
    }

    private boolean isRaw() {
        if (!this.storage.equals("fat") && !this.storage.equals("partition")) {
            throw Failure.usage("--storage: \"" + this.storage + "\" is not allowed; fat or partition is");
        }
        return this.storage.equals("partition");
    }

    private boolean isEmbedded() {
        return this.s3 == null ? !this.store.hasPreset() : this.s3.equals(StoreFlags.EMBEDDED);
    }

    private Series series() {
        if (this.sensors.equals("synthetic")) {
            return new Synthetic(this.seed);
        }
        if (this.sensors.equals("recorded")) {
            return Samples.office();
        }
        if (!this.sensors.endsWith(".csv")) {
            throw Failure.usage("--sensors: \"" + this.sensors
                    + "\" is not allowed; recorded, synthetic or FILE.csv is");
        }
        return Recording.load(CsvFile.open(Path.of(this.sensors), ','));
    }

    private Timeline timeline(StationConfig config, Series series) {
        long millis = windows(config) * config.windowMillis();
        if (!this.keepTime) {
            return Timeline.regular(startMillis(), millis, config.intervalMillis());
        }
        if (!(series instanceof Recording)) {
            throw Failure.usage("--keep-time: synthetic sensors have no recorded times");
        }
        return Timeline.asRecorded((Recording) series, millis, config.windowMillis());
    }

    private long windows(StationConfig config) {
        long minutes = config.windowMillis() / MINUTE;
        long windows = this.length.days != null ? Math.max(1, this.length.days * 1440L / minutes)
                : this.length.hours != null ? Math.max(1, this.length.hours * 60L / minutes)
                        : this.length.windows != null ? this.length.windows : DEFAULT_WINDOWS;
        boolean positive = (this.length.days == null || this.length.days > 0)
                && (this.length.hours == null || this.length.hours > 0) && windows > 0;
        if (!positive || windows > MAX_WINDOWS) {
            String option = this.length.days != null ? "--days: " + this.length.days
                    : this.length.hours != null ? "--hours: " + this.length.hours : "--windows: " + windows;
            throw Failure.usage(option + " is not allowed; 1 to " + MAX_WINDOWS + " windows are");
        }
        return windows;
    }

    private long startMillis() {
        try {
            return Instant.parse(this.start.toUpperCase(Locale.ROOT)).toEpochMilli();
        } catch (DateTimeException e) {
            throw Failure.usage("--start: \"" + this.start + "\" is not allowed; a time as 2026-03-01T08:00:00Z is");
        }
    }
}
