package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.opensensor.provision.NvsKeys;
import space.opensensor.provision.NvsReader;
import space.opensensor.provision.SettingsFile;
import space.opensensor.simulator.board.BoardRun;
import space.opensensor.simulator.s3.EmbeddedS3;

/** The firmware as it boots, in real time. */
@Command(name = "device", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Boot the firmware's own main class on this computer, in real time, over doubles of the board.",
                "Sensors are the Simulator's mocks, Wi-Fi, NVS and the watchdog are pretended; sampling, spool, Parquet,"
                        + " SNTP, TLS and S3 are the firmware's. Without a store of its own it uploads to the embedded server." })
final class DeviceCommand implements Callable<Integer> {

    private static final String SETTINGS = "station/";

    /** Where the configuration comes from. */
    static final class Source {
        @Option(names = "--config", paramLabel = "FILE",
                description = "File of settings as for provision, not checked before the board does; an empty one is a board"
                        + " from the factory. Default: a reading each second, a file each minute.")
        private Path config;

        @Option(names = "--nvs", paramLabel = "FILE", description = "Image of NVS, as provision makes it.")
        private Path nvs;
    }

    @ArgGroup(exclusive = true)
    private Source source = new Source();

    @Option(names = "--keys", paramLabel = "FILE", description = "Keys of an encrypted image.")
    private Path keys;

    @Option(names = "--seconds", paramLabel = "N", description = "Switch off after so long. Default: run until interrupted.")
    private Integer seconds;

    @Option(names = "--bucket", defaultValue = "readings", paramLabel = "NAME",
            description = "Bucket of the embedded server. Default: ${DEFAULT-VALUE}.")
    private String bucket;

    @Option(names = "--flash", paramLabel = "DIR",
            description = "Folder that is the spool and stays. Default: one that goes away.")
    private Path flash;

    @Option(names = "--access-point", paramLabel = "SSID=PASSPHRASE",
            description = "The Wi-Fi in the air. Default: the configured one with the right passphrase.")
    private Map<String, String> air;

    @Option(names = "--ntp", description = "Ask real time servers. Default: this computer's clock answers.")
    private boolean ntp;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (this.seconds != null && this.seconds < 1) {
            throw Failure.usage("--seconds: " + this.seconds + " is not allowed; 1 or more is");
        }
        Map<String, String> nvs = nvs();
        Path spool = this.flash == null ? Files.createTempDirectory("station-") : this.flash;
        try {
            if (needsStore(nvs)) {
                try (EmbeddedS3 server = EmbeddedS3.inMemory(false)) {
                    use(server, nvs);
                    run(nvs, spool);
                }
            } else {
                run(nvs, spool);
            }
        } finally {
            if (this.flash == null) {
                Workplace.delete(spool);
            }
        }
        return 0;
    }

    private void run(Map<String, String> nvs, Path spool) throws IOException, InterruptedException {
        PrintWriter out = this.spec.commandLine().getOut();
        try (BoardRun board = new BoardRun(nvs, air(nvs), spool, this.ntp, out)) {
            Thread.sleep(this.seconds == null ? Long.MAX_VALUE : this.seconds * 1000L);
            out.println(board.summary());
        }
    }

    private Map<String, String> nvs() throws IOException {
        if (this.source.nvs != null) {
            byte[] image = Files.readAllBytes(this.source.nvs);
            return new LinkedHashMap<>(NvsReader.read(
                    this.keys == null ? image : NvsKeys.of(Files.readAllBytes(this.keys)).decrypt(image)));
        }
        Map<String, String> settings = this.source.config != null ? SettingsFile.read(this.source.config)
                : Map.of("station", "desk-1", "interval", "1", "window", "1", "wifi_ssid", "desk", "wifi_pass", "correct horse");
        Map<String, String> nvs = new LinkedHashMap<>();
        settings.forEach((name, value) -> nvs.put(SETTINGS + name, value));
        return nvs;
    }

    private static boolean needsStore(Map<String, String> nvs) {
        return !nvs.isEmpty() && !nvs.containsKey(SETTINGS + "endpoint") && !nvs.containsKey(SETTINGS + "store")
                && !nvs.containsKey(SETTINGS + "credentials")
                && !"offline".equals(nvs.get(SETTINGS + "mode"));
    }

    private void use(EmbeddedS3 server, Map<String, String> nvs) {
        nvs.put(SETTINGS + "endpoint", server.endpoint().toString());
        nvs.put(SETTINGS + "addressing", "path");
        nvs.put(SETTINGS + "access_key", server.accessKey());
        nvs.put(SETTINGS + "secret_key", server.secretKey());
        nvs.put(SETTINGS + "bucket", this.bucket);
        server.createBucket(this.bucket);
    }

    private Map<String, String> air(Map<String, String> nvs) {
        if (this.air != null) {
            return this.air;
        }
        String ssid = nvs.get(SETTINGS + "wifi_ssid");
        return ssid == null ? Map.of() : Map.of(ssid, nvs.getOrDefault(SETTINGS + "wifi_pass", ""));
    }
}
