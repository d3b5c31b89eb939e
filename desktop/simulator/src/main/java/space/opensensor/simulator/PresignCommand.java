package space.opensensor.simulator;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.simulator.s3.StationS3;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** A URL that allows one operation, signed by the station's S3 client. */
@Command(name = "presign", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Make a URL that allows whoever has it to get or put one object. Nothing is sent.",
                "Credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN." })
final class PresignCommand implements Callable<Integer> {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /** What the URL allows. */
    enum Operation {
        GET, PUT
    }

    @Parameters(index = "0", paramLabel = "put|get", description = "What the URL allows.")
    private Operation operation;

    @Parameters(index = "1", paramLabel = "KEY", description = "Object; --prefix goes before it.")
    private String key;

    @Option(names = "--s3", paramLabel = "URL", description = "Endpoint: https://host[:port]; or see --store.")
    private String s3;

    @Mixin
    private StoreFlags store;

    @Option(names = "--expires", defaultValue = "3600", paramLabel = "SECONDS",
            description = "How long the URL is good for, 1 to 604800. Default: ${DEFAULT-VALUE}.")
    private int expires;

    @Option(names = "--at", paramLabel = "TIME", description = "Time of the signature: 20130524T000000Z. Default: now.")
    private String at;

    @Option(names = "--show-signing", description = "Show canonical request and string to sign on stderr; no secret.")
    private boolean showSigning;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        long time = time();
        StationConfig config = this.store.remote(this.s3);
        S3Config client = StoreSettings.s3(config);
        try (S3Client signer = StationS3.client(config, client, () -> time)) {
            if (this.showSigning) {
                signer.trace(new ShownSigning(this.spec.commandLine().getErr()));
            }
            String object = config.text(StationConfig.PREFIX) + this.key;
            this.spec.commandLine().getOut().println(signer.presign(this.operation.name(), object, this.expires));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
        return 0;
    }

    private long time() {
        if (this.at == null) {
            return System.currentTimeMillis();
        }
        try {
            return BASIC.parse(this.at.toUpperCase(Locale.ROOT), Instant::from).toEpochMilli();
        } catch (DateTimeException e) {
            throw Failure.usage("--at: \"" + this.at + "\" is not allowed; a time as 20130524T000000Z is");
        }
    }
}
